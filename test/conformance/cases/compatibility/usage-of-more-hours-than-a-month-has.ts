import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "More than 744 hours of use in a month are refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reckoning with the hours of a year, or cutting them off in silence",
  since: "0.1",
  async run(t) {
    const running = (hoursPerMonth: unknown) => ({ component: [{ class: RARE, usage: { hoursPerMonth } }] });
    await expectMisread(t, { sound: running(744), broken: ["744.5", 8766, "0", "0.0"].map(running) });
  },
});
