import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A demand in no currency or in two is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reckoning in the first of them, or in one that no price has",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { currency: "EUR", component: [{ class: RARE }] },
      broken: [["EUR", "USD"], "euro"].map((currency) => ({ currency, component: [{ class: RARE }] })),
    });
  },
});
