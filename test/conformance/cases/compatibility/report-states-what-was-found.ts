import { defineCase } from "../../case.ts";
import { requirementsOf, resultsOf, shelfOf } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "What was found is what the offer states, and nothing where it states nothing",
  requirements: ["MPLI-COMP-051@e14a230b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "repeating the bound, or leaving out what did not meet it",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const shelf = await shelfOf(t, { vm: { engineVersion: ["14", "15"], vcpus: 4 } });
    const must = [
      { on: "engineVersion", atLeast: "16" },
      { on: "vcpus", atLeast: "2" },
      { on: "memory", atLeast: "1 GiBy" },
    ];
    const result = await resultsOf(t, shelf, [{ must }]);
    const found = new Map(requirementsOf(result(0, "vm")).map((one) => [one["on"], [one["found"]].flat()]));
    t.equal(found.get("engineVersion")?.toSorted(), ["14", "15"], "what was found of engineVersion is");
    t.equal(found.get("vcpus"), ["4"], "what was found of vcpus is");
    t.equal(found.get("memory"), [], "what was found of memory is");
  },
});
