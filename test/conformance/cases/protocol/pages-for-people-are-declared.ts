import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A provider that serves its manifest as a page for people lists the feature html",
  requirements: ["MPLI-PROT-005@b20b096a"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a feature that is there and that no client can know of",
  since: "0.1",
  sequence: ["Kit->>Provider: GET manifest, Accept: text/html", "Provider-->>Kit: a page, or 406"],
  async run(t: Exam) {
    const answer = await t.get(t.endpoint("manifest"), { accept: "text/html" });
    if (answer.status === 404 && t.refusal(answer, 404, "no-manifest"))
      t.cannotTell("no manifest is published");
    t.status(answer, 200, 406);
    if (answer.status === 406) t.inapplicable("the manifest is not served as a page");
    t.equal(answer.mediaType, "text/html", "the media type is");
    t.that(t.declared.features.has("html"), "html in `feature`", [...t.declared.features].join(", "));
  },
});
