import { defineCase } from "../../case.ts";
import { manifestWith, put, requireNothingPublished } from "../../steps/publications.ts";

export default defineCase({
  title: "Where nothing is published, no version can be replaced",
  requirements: ["MPLI-DISC-051@15d4dd41"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "checking If-Match only where there is a manifest",
  since: "0.1",
  writes: true,
  onEmptyNode: true,
  sequence: ['Kit->>Provider: PUT manifest, If-Match: "0…"', "Provider-->>Kit: 412 precondition-failed"],
  async run(t) {
    await requireNothingPublished(t);
    const tags = { "if-match": `"${"0".repeat(64)}.ttl"` };
    t.refusal(await put(t, manifestWith(t, []), tags), 412, "precondition-failed");
    t.refusal(await t.get(t.endpoint("manifest")), 404, "no-manifest");
  },
});
