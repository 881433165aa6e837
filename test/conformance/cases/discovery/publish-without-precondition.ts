import { defineCase } from "../../case.ts";
import { currentTag, manifestWith, put, published } from "../../steps/publications.ts";

export default defineCase({
  title: "A manifest is not replaced without a word of which one is meant",
  requirements: ["MPLI-DISC-050@1b7a7388"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "taking a plain PUT, so that the last of two editors wins",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest", "Provider-->>Kit: 428 precondition-required"],
  async run(t) {
    const before = await published(t);
    t.refusal(await put(t, manifestWith(t), {}), 428, "precondition-required");
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  },
});
