import { defineCase } from "../../case.ts";
import { CONTEXT } from "../../graph.ts";
import { askWith } from "../../steps/reports.ts";

export default defineCase({
  title: "A demand is answered with a report in JSON",
  requirements: ["MPLI-COMP-060@33acc8dd"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "another status, a list of results, or JSON under the name of JSON-LD",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches", "Node-->>Kit: 200, application/json"],
  async run(t) {
    const component = [{ class: "VirtualMachine" }];
    const answer = await askWith(t, { "@context": CONTEXT, type: "Demand", component });
    t.status(answer, 200);
    t.equal(answer.mediaType, "application/json", "the media type of the report is");
    t.equal(answer.json()["type"], "MatchReport", "the type of the report is");
  },
});
