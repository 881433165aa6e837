import { defineCase } from "../../case.ts";
import { currentTag, manifestWith, put, published } from "../../steps/publications.ts";

export default defineCase({
  title: "If-None-Match with an entity tag is no precondition for a publication",
  requirements: ["MPLI-DISC-050@1b7a7388"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "taking any If-None-Match for the one with an asterisk",
  since: "0.1",
  writes: true,
  sequence: [
    'Kit->>Provider: PUT manifest, If-None-Match: "0…"',
    "Provider-->>Kit: 428 precondition-required",
  ],
  async run(t) {
    const before = await published(t);
    const other = { "if-none-match": `"${"0".repeat(64)}.ttl"` };
    t.refusal(await put(t, manifestWith(t), other), 428, "precondition-required");
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  },
});
