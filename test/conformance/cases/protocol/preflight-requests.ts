import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { ENDPOINTS } from "../../steps/node-document.ts";

export default defineCase({
  title: "A web page may ask whether it may ask",
  requirements: ["MPLI-PROT-058@8e4bc27d"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "an endpoint for demands that no page can send a demand to",
  since: "0.1",
  sequence: ["Kit->>Node: OPTIONS an endpoint, Origin", "Node-->>Kit: 2xx, Access-Control-Allow-Methods"],
  async run(t: Exam) {
    const endpoints = Object.entries(t.declared.endpoints).filter(([name]) => ENDPOINTS[name]);
    t.that(endpoints.length > 0, "an endpoint in the node document", "none");
    for (const [, address] of endpoints) {
      const headers = {
        origin: "https://page.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      };
      const answer = await t.request(address, { method: "OPTIONS", headers });
      t.status(answer, 200, 204);
      t.header(answer, "Access-Control-Allow-Origin", /^\*$/);
      t.header(answer, "Access-Control-Allow-Methods");
    }
  },
});
