import { defineCase } from "../../case.ts";

export default defineCase({
  title: "Anybody can read the manifest and all its pages",
  requirements: ["MPLI-DISC-002@9c43b38e"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a guard in front of the whole node, or of everything below the manifest",
  since: "0.1",
  async run(t) {
    const { head, pages } = await t.manifest();
    for (const { url } of [head, ...pages])
      for (const method of ["GET", "HEAD"]) {
        const answer = await t.request(url, { method, headers: { accept: "application/ld+json" } });
        t.status(answer, 200);
      }
  },
});
