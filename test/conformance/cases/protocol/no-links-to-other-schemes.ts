import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { readPage } from "../../steps/html.ts";
import { fresh, manifestWith } from "../../steps/publications.ts";

const ADDRESSES = [
  "javascript:kit()",
  "JavaScript:kit()",
  "data:text/html,kit",
  "vbscript:kit",
  "ftp://kit.example/",
];
/** Attributes by which a page leads or sends somewhere. */
const LINKS = ["href", "xlink:href", "src", "action", "formaction", "data", "ping", "cite", "background"];

export default defineCase({
  title: "A page links to no address of a manifest but to those of http and https",
  requirements: ["MPLI-SEC-004@18052f3b"],
  role: "provider",
  feature: "html",
  expects: "refuse",
  hunts: "a homepage that is a script, and runs at a click",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT homepage javascript:…", "Kit->>Provider: GET manifest, Accept: text/html"],
  async run(t: Exam) {
    if (!t.declared.features.has("publishing")) t.inapplicable("nothing can be published there");
    const stated = [...ADDRESSES.map((one) => one.toLowerCase()), "did:web:"];
    for (const homepage of ADDRESSES) {
      const provider = {
        homepage,
        certification: [{ scheme: "ISO27001", evidencePage: homepage }],
        prerequisite: [{ ask: "legal-person", homepage }],
      };
      const body = manifestWith(t, [{ id: fresh(), class: "VirtualMachine", homepage }], { provider });
      const published = await t.publish(body);
      if (published.status === 422) t.cannotTell("the provider does not publish such an address");
      t.status(published, 200, 201);
      const answer = await t.get(t.endpoint("manifest"), { accept: "text/html" });
      t.status(answer, 200);
      const { tags } = readPage(answer.text);
      t.that(tags.length > 0, "a page", answer.text.slice(0, 100));
      const targets = tags.flatMap(({ attributes }) => LINKS.map((name) => attributes.get(name) ?? ""));
      const followed = targets.map(asFollowed).find((one) => stated.some((scheme) => one.startsWith(scheme)));
      t.that(followed === undefined, "links to http and https only", followed ?? "");
    }
  },
});

/** As a browser reads an address: without control characters and spaces (URL, 4.4). */
function asFollowed(address: string): string {
  return [...address]
    .filter((one) => one > " ")
    .join("")
    .toLowerCase();
}
