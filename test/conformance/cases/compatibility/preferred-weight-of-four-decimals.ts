import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "The weight of a criterion with more than three decimals is refused and not rounded",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "rounding it, so that nodes with other numbers come to another order",
  since: "0.1",
  async run(t) {
    const weighing = (weight: string) => ({
      component: [{ class: RARE }],
      prefer: [{ criterion: "cheapest", weight }],
    });
    await expectMisread(t, {
      sound: weighing("0.125"),
      broken: [weighing("0.1255"), weighing("0.0001"), weighing("2.0005")],
    });
  },
});
