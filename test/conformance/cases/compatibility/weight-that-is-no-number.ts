import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A `weight` that is no number above 0, at most 1,000,000, with at most six decimals is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a score of not-a-number, or one in which wishes count against an offer",
  since: "0.1",
  async run(t) {
    const weighing = (weight: unknown) => demandFor({ on: "memory", atLeast: "1 GiBy", weight }, "should");
    await expectMisread(t, {
      sound: weighing("0.000001"),
      broken: ["heavy", -1, 0, "0.0000001", "1.0000001"].map(weighing),
    });
    await expectMisread(t, {
      sound: weighing("1000000"),
      broken: ["1000000.1", 1_000_001, "1e9"].map(weighing),
    });
  },
});
