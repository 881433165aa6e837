import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CONTEXT } from "../../graph.ts";
import { askWith, warningsOf } from "../../steps/reports.ts";

export default defineCase({
  title: "An area that nobody mentions is warned of, since it may be misspelt",
  requirements: ["MPLI-COMP-066@90faaf35"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "an empty list of compatible offers, and no word why",
  since: "0.1",
  async run(t: Exam) {
    const area = "https://kit.example/areas/atlantis";
    const must = [{ on: "region", within: { id: area } }];
    const demand = { "@context": CONTEXT, type: "Demand", component: [{ class: "VirtualMachine", must }] };
    const warnings = warningsOf(t, await askWith(t, demand), "unknown-area");
    const isNamed = warnings.some((one) => JSON.stringify(one).includes(area));
    t.that(isNamed, `a warning unknown-area that names ${area}`, JSON.stringify(warnings));
  },
});
