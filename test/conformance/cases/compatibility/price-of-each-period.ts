import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A price per minute, hour, day, month or year is what it comes to in a month",
  requirements: ["MPLI-COMP-037@546575fc"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "a day of a month of 30 days, or twelve months of one year",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      minutely: { price: price("0.01", "minute") },
      hourly: { price: price("1.0", "hour") },
      daily: { price: price("2.4", "day") },
      monthly: { price: price("7.0", "month") },
      yearly: { price: price("100.0", "year") },
    });
    const constant = { monthly: 7, yearly: 100 / 12 };
    await expectAmounts(t, shelf, { minutely: 438, hourly: 730, daily: 73, ...constant });
    const usage = { hoursPerMonth: "100" };
    await expectAmounts(t, shelf, { minutely: 60, hourly: 100, daily: 10, ...constant }, { usage });
  },
});
