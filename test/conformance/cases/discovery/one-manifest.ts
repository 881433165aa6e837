import { defineCase } from "../../case.ts";

export default defineCase({
  title: "The manifest and its pages describe one resource of type mpli:Manifest",
  requirements: ["MPLI-DISC-003@b0cc006d"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a page that calls itself a manifest, or an older version in the same document",
  since: "0.1",
  async run(t) {
    const { head, whole } = await t.manifest();
    t.equal(head.graph.typed("mpli:Manifest").length, 1, "the number of manifests in the head is");
    t.equal(
      whole.typed("mpli:Manifest"),
      head.graph.typed("mpli:Manifest"),
      "the manifests of all documents are",
    );
  },
});
