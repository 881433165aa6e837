import { defineCase } from "../../case.ts";

export default defineCase({
  title: "Each document of the manifest says how long it may be kept",
  requirements: ["MPLI-DISC-021@de921814"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a field on one kind of document, or in one representation only",
  since: "0.1",
  async run(t) {
    const { head, pages } = await t.manifest();
    for (const { url } of [head, ...pages])
      for (const accept of ["text/turtle", "application/ld+json"])
        t.header(await t.get(url, { accept }), "Cache-Control", /[a-z]/i);
  },
});
