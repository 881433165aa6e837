import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, perUnit } from "../../steps/metering.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

export default defineCase({
  title: "Of several prices of one period or meter, the one that costs least is charged",
  requirements: ["MPLI-COMP-078@7b79ab4c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "adding them up, taking the first, or comparing prices of different units by their numbers",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      hourly: { price: [price("0.3", "hour"), price("0.1", "hour"), price("0.2", "hour")] },
      // 10 a month, and 7.305: the smaller number is the cheaper here,
      small: { price: [perUnit("GBy.mo", "0.1"), perUnit("GBy.h", "0.0001")] },
      // and the larger one there: 50 for ten millions begun, and 500 for single ones.
      large: { price: [perUnit("10000 {request}", "0.1"), perUnit("{request}", "0.0001")] },
    });
    await expectAmounts(t, shelf, { hourly: 73, small: 7.305, large: 50 }, { usage: USAGE });
  },
});
