import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, perUnit } from "../../steps/metering.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

const MONTHLY = price("50.0", "month");
const HOURLY = price("0.1", "hour");
const STORED = perUnit("GBy.mo", "0.02");
const SENT = perUnit("GBy", "0.05");
const REQUESTS = perUnit("{request}", "0.000001");

export default defineCase({
  title: "What is charged by different periods and meters adds up",
  requirements: ["MPLI-COMP-079@5ffe08a7", "MPLI-COMP-036@964e466c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking a fee and an hourly price for alternatives, or no hours where only data is stated",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      periods: { price: [MONTHLY, HOURLY, price("120.0", "year")] },
      meters: { price: [STORED, SENT, REQUESTS] },
      all: { price: [REQUESTS, MONTHLY, SENT, HOURLY, STORED] },
    });
    const amounts = { periods: 50 + 73 + 10, meters: 2 + 100 + 5, all: 50 + 73 + 2 + 100 + 5 };
    await expectAmounts(t, shelf, amounts, { usage: USAGE });
  },
});
