import { defineCase } from "../../case.ts";
import { didDocument, nodeDocument } from "../../steps/node-document.ts";

export default defineCase({
  title: "The DID document is that of the DID in the node document",
  requirements: ["MPLI-PROT-011@b510af9f"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a DID document of another DID, or none, so that nobody finds the node's keys",
  since: "0.1",
  sequence: ["Kit->>Node: GET /.well-known/did.json", "Node-->>Kit: 200, id"],
  async run(t) {
    const { did } = await nodeDocument(t);
    const { id } = await didDocument(t);
    t.equal(id, did, "`id` of the DID document is");
  },
});
