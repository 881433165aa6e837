import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { inTiers } from "../../steps/metering.ts";
import { expectAmounts } from "../../steps/prices.ts";

/** The first 100 GB at 1, the next 900 at 0.5, the rest at 0.1. */
const TIERS = [
  ["0", "1.0"],
  ["100", "0.5"],
  ["1000", "0.1"],
] as const;

export default defineCase({
  title: "Each tier is charged for the part of the measure that lies in it",
  requirements: ["MPLI-COMP-077@a064636f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the whole measure at the price of the tier that it ends in, or each tier from zero",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      graduated: { price: inTiers("GBy", TIERS) },
      // The first 500 cost nothing, and that is a price.
      free: { price: inTiers("GBy", [["500", "0.1"]]) },
    });
    for (const [used, graduated, free] of [
      ["50 GBy/mo", 50, 0],
      ["100 GBy/mo", 100, 0],
      ["101 GBy/mo", 100.5, 0],
      ["1 TBy/mo", 550, 50],
      ["1500 GBy/mo", 600, 100],
      ["11 TBy/mo", 1_550, 1_050],
    ] as const)
      await expectAmounts(t, shelf, { graduated, free }, { usage: { outboundTraffic: used } });
  },
});
