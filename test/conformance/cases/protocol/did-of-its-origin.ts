import { defineCase } from "../../case.ts";
import { didOf, nodeDocument } from "../../steps/node-document.ts";

export default defineCase({
  title: "A node is named by the did:web of its origin",
  requirements: ["MPLI-PROT-010@c877fadb"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a port whose colon is not written %3A, or a DID of another name that the node has",
  since: "0.1",
  async run(t) {
    const { did } = await nodeDocument(t);
    t.equal(did, didOf(t.origin), "`did` of the node document is");
  },
});
