import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { demandForWhatMayBeSold } from "../../steps/reports.ts";
import { expectOneGraph } from "../../steps/report-media.ts";

export default defineCase({
  title: "A report is the same graph in every syntax that the request asks for",
  requirements: ["MPLI-COMP-094@21524bd1"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "leaving the facts or the order of the results out of the graph, or answering in JSON all the same",
  since: "0.1",
  sequence: [
    "Kit->>Node: POST matches, Accept: application/ld+json",
    "Kit->>Node: POST matches, Accept: text/turtle",
    "Node-->>Kit: the same graph",
  ],
  async run(t: Exam) {
    await expectOneGraph(t, await demandForWhatMayBeSold(t), "matches", "?limit=2");
  },
});
