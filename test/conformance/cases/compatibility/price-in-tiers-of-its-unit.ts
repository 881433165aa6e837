import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, inTiers } from "../../steps/metering.ts";
import { expectAmounts } from "../../steps/prices.ts";

export default defineCase({
  title: "Where a tier begins and ends is counted in the unit of the price",
  requirements: ["MPLI-COMP-077@a064636f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting tiers in bytes, in gigabytes or in single requests, whatever the unit is",
  since: "0.1",
  writes: true,
  async run(t) {
    const tiers = [
      ["0", "2.0"],
      ["50", "1.0"],
    ] as const;
    const shelf = await shelfOf(t, {
      // 500 times ten thousand requests, 100 gigabytes stored, 8/9 of a tebibyte twice: 1.81… of them sent.
      requests: { price: inTiers("10000 {request}", tiers) },
      stored: { price: inTiers("GBy.mo", tiers) },
      sent: {
        price: inTiers("TiBy", [
          ["0", "2.0"],
          ["1", "1.0"],
        ]),
      },
    });
    const amounts = { requests: 100 + 450, stored: 100 + 50, sent: 2 + (2e12 / 2 ** 40 - 1) };
    await expectAmounts(t, shelf, amounts, { usage: USAGE });
  },
});
