import { defineCase } from "../../case.ts";

export default defineCase({
  title: "The right entity tag is found among others in If-None-Match",
  requirements: ["MPLI-DISC-020@cb4bf850"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "comparing the whole field with one tag",
  since: "0.1",
  async run(t) {
    const { head } = await t.manifest();
    const etag = t.header(head.answer, "ETag");
    const others = [`"${"0".repeat(64)}.ttl"`, '"xyzzy"'];
    for (const list of [
      [etag, ...others],
      [...others, etag],
    ]) {
      const headers = { accept: "text/turtle", "if-none-match": list.join(", ") };
      t.status(await t.get(head.url, headers), 304);
    }
  },
});
