import { defineCase } from "../../case.ts";

export default defineCase({
  title: "The provider of the manifest is the DID of the node",
  requirements: ["MPLI-DISC-005@e61cb913"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a homepage in place of the DID, or a port that is not percent-encoded",
  since: "0.1",
  async run(t) {
    const { did = t.fail("`did` in the node document", "none") } = t.declared;
    const { iri, head } = await t.manifest();
    t.equal(head.graph.values(iri, "mpli:provider"), [did], "the provider that the manifest names is");
  },
});
