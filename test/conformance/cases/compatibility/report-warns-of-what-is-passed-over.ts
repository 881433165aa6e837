import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CONTEXT } from "../../graph.ts";
import { askWith, warningsOf } from "../../steps/reports.ts";

/** Terms that no node can know, outside of requirements. */
const term = (name: string) => ({ [`https://kit.example/ns#${name}`]: "blue" });

export default defineCase({
  title: "Each term that is passed over is named in a warning, wherever it stands",
  requirements: ["MPLI-COMP-054@2ee4d2e0"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "passing over in silence what a component or its usage says",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, with terms of another namespace", "Node-->>Kit: 200, with warnings"],
  async run(t: Exam) {
    const component = {
      class: "VirtualMachine",
      ...term("shade"),
      usage: { hoursPerMonth: "10", ...term("glow") },
    };
    const demand = { "@context": CONTEXT, type: "Demand", component: [component], ...term("colour") };
    const warnings = warningsOf(t, await askWith(t, demand), "not-evaluated");
    for (const name of ["colour", "shade", "glow"]) {
      const isNamed = warnings.some((one) => JSON.stringify(one).includes(`https://kit.example/ns#${name}`));
      t.that(isNamed, `a warning not-evaluated that names ${name}`, JSON.stringify(warnings));
    }
  },
});
