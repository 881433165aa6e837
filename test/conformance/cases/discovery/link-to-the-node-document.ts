import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { linksOf } from "../../steps/links.ts";

export default defineCase({
  title: "Each document of the manifest links to the node document",
  requirements: ["MPLI-DISC-022@64dc0caf"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a link on the head only, with another relation, or to the DID document",
  since: "0.1",
  async run(t: Exam) {
    const { head, pages } = await t.manifest();
    const wanted = new URL("/.well-known/mpli", t.endpoint("manifest")).href;
    for (const { url } of [head, ...pages])
      for (const accept of ["text/turtle", "application/ld+json"]) {
        const links = linksOf(await t.get(url, { accept }), "service-meta");
        t.that(
          links.includes(wanted),
          `a Link of relation service-meta from ${url} to ${wanted}`,
          links.join(", ") || "none",
        );
      }
  },
});
