import { defineCase } from "../../case.ts";
import { CONTEXT } from "../../graph.ts";

/** What asks for no other media type, or for this one. */
const ACCEPT = [{}, { accept: "*/*" }, { accept: "application/json" }];

export default defineCase({
  title: "A demand is answered with a report in JSON, unless the request asks for something else",
  requirements: ["MPLI-COMP-060@8db4e3e4"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "another status, a list of results, or JSON under the name of JSON-LD for whoever does not choose",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, without Accept", "Node-->>Kit: 200, application/json"],
  async run(t) {
    const body = { "@context": CONTEXT, type: "Demand", component: [{ class: "VirtualMachine" }] };
    for (const headers of ACCEPT) {
      const answer = await t.request(t.endpoint("matches"), { method: "POST", headers, body });
      t.status(answer, 200);
      const asked = `with ${JSON.stringify(headers)} the media type of the report is`;
      t.equal(answer.mediaType, "application/json", asked);
      t.equal(answer.json()["type"], "MatchReport", "the type of the report is");
    }
  },
});
