import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "Hours of use that are no number above zero are refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reckoning with not-a-number, or with a price below zero",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { component: [{ class: RARE, usage: { hoursPerMonth: 100.5 } }] },
      broken: ["always", -730].map((hoursPerMonth) => ({
        component: [{ class: RARE, usage: { hoursPerMonth } }],
      })),
    });
  },
});
