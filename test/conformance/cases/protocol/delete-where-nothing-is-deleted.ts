import { defineCase } from "../../case.ts";
import { DID_DOCUMENT, NODE_DOCUMENT } from "../../steps/node-document.ts";

export default defineCase({
  title: "Documents that are only read refuse to be written or deleted",
  requirements: ["MPLI-PROT-021@f370a984"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a handler that answers every method as if it were GET",
  since: "0.1",
  sequence: ["Kit->>Node: DELETE /.well-known/mpli", "Node-->>Kit: 405 method-not-allowed"],
  async run(t) {
    const read = ["changes", "offers"].filter((name) => t.hasEndpoint(name)).map((name) => t.endpoint(name));
    for (const address of [NODE_DOCUMENT, DID_DOCUMENT, ...read])
      for (const method of ["POST", "PUT", "DELETE"])
        t.refusal(await t.request(address, { method }), 405, "method-not-allowed");
  },
});
