import { defineCase } from "../../case.ts";
import { currentTag, manifestWith, put, published } from "../../steps/publications.ts";

export default defineCase({
  title: "Who expects no manifest does not replace one",
  requirements: ["MPLI-DISC-053@87f429a0"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "taking If-None-Match for permission to overwrite",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest, If-None-Match: *", "Provider-->>Kit: 412 precondition-failed"],
  async run(t) {
    const before = await published(t);
    t.refusal(await put(t, manifestWith(t), { "if-none-match": "*" }), 412, "precondition-failed");
    t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  },
});
