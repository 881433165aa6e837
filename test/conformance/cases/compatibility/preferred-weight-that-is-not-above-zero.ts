import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "The weight of a criterion is above 0, or the demand is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "an order turned upside down by a weight below zero",
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
      sound: weighing("0.001"),
      broken: [weighing(0), weighing("-0.001"), weighing(-1)],
    });
  },
});
