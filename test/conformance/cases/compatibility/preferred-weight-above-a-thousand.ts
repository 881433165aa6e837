import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "The weight of a criterion is at most 1,000, or the demand is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "sums too large to be exact, or weights that are cut off in silence",
  since: "0.1",
  async run(t) {
    const weighing = (weight: unknown) => ({
      component: [{ class: RARE }],
      prefer: [
        { criterion: "cheapest", weight },
        { criterion: "greenest", weight: 1 },
      ],
    });
    await expectMisread(t, {
      sound: weighing(1000),
      broken: [weighing("1000.001"), weighing(1001), weighing(1_000_000)],
    });
  },
});
