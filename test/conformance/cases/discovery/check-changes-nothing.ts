import { defineCase } from "../../case.ts";
import { check, currentTag, manifestWith, put, published } from "../../steps/publications.ts";

export default defineCase({
  title: "A check leaves the manifest as it is",
  requirements: ["MPLI-DISC-065@1812741c"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "a check that is a publication which forgets to undo",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: POST check", "Kit->>Provider: GET manifest, which is the one before"],
  async run(t) {
    const before = await published(t);
    const { head } = await t.manifest();
    t.status(await check(t, manifestWith(t)), 200);
    // A node that takes the address of the check for that of the manifest would take this for a publication.
    t.status(await check(t, manifestWith(t), { "if-match": before }), 200);
    t.equal(await currentTag(t), before, "the entity tag after the check is");
    const again = await t.manifest();
    t.equal(await again.head.graph.digest(), await head.graph.digest(), "the digest of what is served is");
    t.status(await put(t, manifestWith(t), { "if-match": before }), 200);
  },
});
