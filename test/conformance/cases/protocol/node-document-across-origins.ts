import { defineCase } from "../../case.ts";
import { NODE_DOCUMENT } from "../../steps/node-document.ts";

const ORIGINS = ["https://page.example", "null"];

export default defineCase({
  title: "A web page of any origin reads the node document",
  requirements: ["MPLI-PROT-007@f5f31680"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a list of origins that are let in, or the asking origin echoed",
  since: "0.1",
  sequence: ["Kit->>Node: GET /.well-known/mpli, Origin", "Node-->>Kit: 200, Access-Control-Allow-Origin: *"],
  async run(t) {
    for (const origin of ORIGINS) {
      const answer = await t.get(NODE_DOCUMENT, { origin });
      t.status(answer, 200);
      t.equal(t.header(answer, "Access-Control-Allow-Origin"), "*", "Access-Control-Allow-Origin is");
    }
  },
});
