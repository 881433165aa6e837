import { defineCase } from "../../case.ts";
import { currentTag, manifestWith, put, published } from "../../steps/publications.ts";

export default defineCase({
  title: "A version that never was cannot be replaced",
  requirements: ["MPLI-DISC-051@15d4dd41"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "comparing only the suffix, or taking a list of entity tags for any",
  since: "0.1",
  writes: true,
  sequence: [
    'Kit->>Provider: PUT manifest, If-Match: "0…", "1…"',
    "Provider-->>Kit: 412 precondition-failed",
  ],
  async run(t) {
    const before = await published(t);
    const suffix = before.slice(65);
    const unknown = ["0", "1"].map((digit) => `"${digit.repeat(64)}${suffix}`);
    const tags = { "if-match": unknown.join(", ") };
    t.refusal(await put(t, manifestWith(t), tags), 412, "precondition-failed");
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  },
});
