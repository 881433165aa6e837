import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A component that states no usage runs 730 hours a month",
  requirements: ["MPLI-COMP-036@964e466c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "720 hours, 744, or those of the month that it is",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { hourly: { price: price("0.10", "hour") } });
    await expectAmounts(t, shelf, { hourly: 73 });
    // A usage that says nothing of hours is no usage stated.
    await expectAmounts(t, shelf, { hourly: 73 }, { usage: { type: "Usage" } });
  },
});
