import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { currentTag, manifestWith, put, published } from "../../steps/publications.ts";

export default defineCase({
  title: "Who edits an older version does not overwrite a newer one",
  requirements: ["MPLI-DISC-051@15d4dd41"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "accepting the tag of any version that was ever published",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest A",
    "Kit->>Provider: PUT manifest B, If-Match: A",
    "Kit->>Provider: PUT manifest C, If-Match: A",
    "Provider-->>Kit: 412 precondition-failed",
  ],
  async run(t: Exam) {
    const older = await published(t);
    const newer = await published(t);
    t.that(older !== newer, "another entity tag after a publication", newer);
    t.refusal(await put(t, manifestWith(t), { "if-match": older }), 412, "precondition-failed");
    t.equal(await currentTag(t), newer, "the entity tag after what was refused is");
  },
});
