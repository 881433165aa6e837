import { defineCase } from "../../case.ts";
import { currentTag, manifestWith, published, put } from "../../steps/publications.ts";

export default defineCase({
  title: "An entity tag that differs in one digit names another version",
  requirements: ["MPLI-DISC-051@15d4dd41"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "comparing a part of the digest",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest, If-Match: the tag with another last digit",
    "Provider-->>Kit: 412 precondition-failed",
  ],
  async run(t) {
    const before = await published(t);
    // A quotation mark, 64 digits, and then the suffix.
    const nearly = before.slice(0, 64) + (before[64] === "0" ? "1" : "0") + before.slice(65);
    t.refusal(await put(t, manifestWith(t), { "if-match": nearly }), 412, "precondition-failed");
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  },
});
