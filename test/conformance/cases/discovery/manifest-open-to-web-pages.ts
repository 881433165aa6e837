import { defineCase } from "../../case.ts";

export default defineCase({
  title: "Web pages of any origin can read the manifest and its pages",
  requirements: ["MPLI-DISC-008@7f55b55b"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a list of permitted origins, or a field that only the first document has",
  since: "0.1",
  async run(t) {
    const { head, pages } = await t.manifest();
    for (const { url } of [head, ...pages]) {
      const answer = await t.get(url, { accept: "application/ld+json", origin: "https://shop.example" });
      t.header(answer, "Access-Control-Allow-Origin", /^\*$/);
    }
  },
});
