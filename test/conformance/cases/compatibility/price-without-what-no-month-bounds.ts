import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

const HOURLY = price("0.10", "hour");

export default defineCase({
  title:
    "What is paid once, per unit of what is not stated, or in tiers of a period does not count in the amount",
  requirements: ["MPLI-COMP-080@40305aef"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "adding a set-up fee to each month, or taking the first tier for the price",
  since: "0.1",
  writes: true,
  async run(t) {
    const tier = { type: "PriceTier", from: "0", to: "10" };
    const shelf = await shelfOf(t, {
      "with-fee": { price: [HOURLY, price("49.0", "once")] },
      "with-traffic": { price: [HOURLY, price("0.05", "unit", { unit: "GBy" })] },
      // A tier of the same period must not pass for the cheaper of two alternatives.
      "with-tier": { price: [HOURLY, price("0.01", "hour", { tier })] },
    });
    await expectAmounts(t, shelf, { "with-fee": 73, "with-traffic": 73, "with-tier": 73 });
  },
});
