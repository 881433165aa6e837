import { defineCase } from "../../case.ts";

export default defineCase({
  title: "Each document of the manifest has a strong entity tag that begins with the digest of its graph",
  requirements: ["MPLI-DISC-017@04e45bbd", "MPLI-DISC-018@c171bedc"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a tag made from the bytes, the time of a file or a digest of uncanonical lines",
  since: "0.1",
  sequence: ["Kit->>Provider: GET manifest", "Provider-->>Kit: 200, ETag"],
  async run(t) {
    const { head, pages } = await t.manifest();
    for (const { url } of [head, ...pages]) {
      // Turtle would leave out named graphs, which the digest covers.
      const answer = await t.get(url, { accept: "application/ld+json" });
      const etag = t.header(answer, "ETag", /^"[0-9a-f]{64}\.[^"]+"$/);
      t.equal(etag.slice(1, 65), await (await t.graph(answer)).digest(), "the digest in the entity tag is");
    }
  },
});
