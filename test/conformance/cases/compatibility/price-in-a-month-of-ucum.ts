import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { perUnit } from "../../steps/metering.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

export default defineCase({
  title: "Meters run for a month of UCUM, which has 730.5 hours, whatever the hours of use",
  requirements: ["MPLI-COMP-076@a4466b16"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "730 hours of storage because that is what a month of use has, or as many as the usage says",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      stored: { price: perUnit("GBy.h", "0.01") },
      sent: { price: perUnit("GBy") },
      "by-the-year": { price: perUnit("GBy.a", "12.0") },
      used: { price: price("1.0", "hour") },
    });
    const usage = { storage: "100 GBy", outboundTraffic: "1 GBy/h" };
    const metered = { stored: 730.5, sent: 730.5, "by-the-year": 100 };
    await expectAmounts(t, shelf, { ...metered, used: 730 }, { usage });
    await expectAmounts(t, shelf, { ...metered, used: 10 }, { usage: { ...usage, hoursPerMonth: "10" } });
  },
});
