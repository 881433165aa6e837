import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { demandForWhatMayBeSold } from "../../steps/reports.ts";
import { reportIn, wroteTheSame } from "../../steps/report-media.ts";

export default defineCase({
  title: "A report in JSON-LD is the report in JSON, byte for byte",
  requirements: ["MPLI-COMP-094@21524bd1"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "writing one of them with spaces, or by a library that orders members its own way",
  since: "0.1",
  async run(t: Exam) {
    const demand = await demandForWhatMayBeSold(t);
    const json = await reportIn(t, "application/json", demand);
    const linked = await reportIn(t, "application/ld+json", demand);
    wroteTheSame(t, json, linked);
  },
});
