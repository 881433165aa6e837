import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, expectLeftOut, perUnit } from "../../steps/metering.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A meter whose measure the usage does not state charges nothing, and the others charge all the same",
  requirements: ["MPLI-COMP-080@40305aef", "MPLI-COMP-079@5ffe08a7"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking what is not stated for one unit, or leaving out all meters where one is not stated",
  since: "0.1",
  writes: true,
  async run(t) {
    const metered = [perUnit("GBy.mo", "0.02"), perUnit("GBy", "0.05"), perUnit("{request}", "0.000001")];
    const shelf = await shelfOf(t, { vm: { price: [price("50.0", "month"), ...metered] } });
    const { storage, outboundTraffic, requestsPerMonth } = USAGE;
    for (const [usage, vm, leftOut] of [
      [{ hoursPerMonth: "730" }, 50, ["per-unit"]],
      [{ storage }, 52, ["per-unit"]],
      [{ outboundTraffic }, 150, ["per-unit"]],
      [{ requestsPerMonth }, 55, ["per-unit"]],
      [{ storage, requestsPerMonth }, 57, ["per-unit"]],
      [USAGE, 157, []],
    ] as const) {
      await expectAmounts(t, shelf, { vm }, { usage });
      await expectLeftOut(t, shelf, { vm: leftOut }, { usage });
    }
  },
});
