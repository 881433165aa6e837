import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "The weight of a criterion is a number, or the demand is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "sums of not-a-number, in which no offer comes before another",
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
      sound: weighing("0.5"),
      broken: [weighing("much"), weighing("1/2"), weighing("50 %"), weighing("")],
    });
  },
});
