import { defineCase } from "../../case.ts";
import { ask, componentsOf, listed, requirementsOf } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

const OUTCOMES = ["satisfied", "violated", "unknown"];

export default defineCase({
  title: "Every requirement on every candidate has exactly one of three outcomes",
  requirements: ["MPLI-COMP-017@a129b5ce"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "leaving out requirements that cannot be decided, or a fourth outcome",
  since: "0.1",
  async run(t: Exam) {
    const on = ["memory", "engineVersion", "kubernetesVersion", "storageType", "certification"];
    const bounds: Record<string, string> = {
      memory: "4 GiBy",
      certification: "ISO27001",
      storageType: "nvme",
    };
    const must = on.map((one) => ({ on: one, is: bounds[one] ?? "16" }));
    const should = [
      { on: "vcpus", atLeast: 2 },
      { on: "region", within: "EU" },
    ];
    const component = ["VirtualMachine", "Database", "KubernetesCluster"].map((name) => ({
      name,
      class: name,
      must,
      should,
    }));
    const results = componentsOf(t, await ask(t, { component })).flatMap(listed);
    if (results.length === 0) t.cannotTell("no offer of the classes asked for is known");
    for (const result of results) {
      const judged = requirementsOf(result);
      const properties = judged.map((one) => one["on"]).sort();
      t.equal(properties, [...on, "vcpus", "region"].sort(), `the requirements on ${result["offer"]} are on`);
      for (const { on: property, outcome } of judged)
        t.that(
          OUTCOMES.includes(String(outcome)),
          `one of three outcomes for ${property}`,
          JSON.stringify(outcome),
        );
    }
  },
});
