import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement on what nobody states is neither satisfied nor violated",
  requirements: ["MPLI-COMP-018@0c0ae801", "MPLI-COMP-022@64f54b32"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting what is not stated as a no, or as a yes",
  since: "0.1",
  writes: true,
  async run(t) {
    const requirements = [
      { on: "memory", atLeast: "1 GiBy" },
      { on: "vcpus", lessThan: 1_000 },
      { on: "engineVersion", atLeast: "1" },
      { on: "engine", is: "postgresql" },
      { on: "engine", matches: "" },
      { on: "region", within: "EU" },
      { on: "delivery", isOneOf: ["opentofu", "terraform"] },
      { on: "portability", is: "csv" },
    ];

    const shelf = await shelfOf(t, { silent: { name: "Says nothing" } });
    await expectOutcomes(
      t,
      shelf,
      requirements.map((requirement) => ({ offer: "silent", requirement, outcome: "unknown" })),
    );
  },
});
