import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "A stated value that cannot be read leaves a requirement open, and other values may still decide it",
  requirements: ["MPLI-COMP-034@b4d77fe6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting what cannot be read as a no, as absent, or as 0",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      latest: { engineVersion: "latest" },
      newer: { engineVersion: ["latest", "17"] },
      older: { engineVersion: ["latest", "15"] },
    });
    await expectOutcomes(t, shelf, [
      { offer: "latest", requirement: { on: "engineVersion", is: "16" }, outcome: "unknown" },
      { offer: "latest", requirement: { on: "engineVersion", atLeast: "16" }, outcome: "unknown" },
      { offer: "latest", requirement: { on: "engineVersion", lessThan: "16" }, outcome: "unknown" },
      { offer: "latest", requirement: { on: "engineVersion", isOneOf: ["15", "16"] }, outcome: "unknown" },
      { offer: "newer", requirement: { on: "engineVersion", atLeast: "16" }, outcome: "satisfied" },
      { offer: "older", requirement: { on: "engineVersion", atLeast: "16" }, outcome: "unknown" },
    ]);
  },
});
