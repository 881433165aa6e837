import { defineCase } from "../../case.ts";
import { expectOutcomes, resultsOf, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title:
    "All bounds of one requirement hold for one and the same alternative, and those of two requirements need not",
  requirements: ["MPLI-COMP-019@d3aa7207", "MPLI-COMP-020@9de0599b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "checking each bound against any of the stated values",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      around: { engineVersion: ["13", "17"], vcpus: [2, 64] },
      between: { engineVersion: ["13", "15"], vcpus: [2, 8] },
    });
    await expectOutcomes(t, shelf, [
      {
        offer: "around",
        requirement: { on: "engineVersion", atLeast: "14", lessThan: "16" },
        outcome: "violated",
      },
      {
        offer: "between",
        requirement: { on: "engineVersion", atLeast: "14", lessThan: "16" },
        outcome: "satisfied",
      },
      { offer: "around", requirement: { on: "vcpus", atLeast: 4, atMost: 16 }, outcome: "violated" },
      { offer: "between", requirement: { on: "vcpus", atLeast: 4, atMost: 16 }, outcome: "satisfied" },
    ]);

    const must = [{ atLeast: "14" }, { lessThan: "16" }].map((bound) => ({ on: "engineVersion", ...bound }));
    const result = await resultsOf(t, shelf, [{ must }]);
    t.equal(
      result(0, "around")["verdict"],
      "compatible",
      "the verdict where two alternatives meet two requirements is",
    );
  },
});
