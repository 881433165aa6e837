import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { linesOf } from "../../steps/findings.ts";
import { price } from "../../steps/prices.ts";

const GIGABYTE = { unit: "GBy.mo" };
const USAGE = { hoursPerMonth: "100", storage: "500 GBy" };

/** Price components, and the lines that they make: by, amount, times and monthly. */
const PRICED = {
  plain: [[price("10.0", "month")], [["month", 10, 1, 10]]],
  sum: [
    [price("10.0", "month"), price("0.25", "hour"), price("0.02", "unit", GIGABYTE)],
    [
      ["hour", 0.25, 100, 25],
      ["month", 10, 1, 10],
      ["storage", 0.02, 500, 10],
    ],
  ],
  choice: [[price("3.0", "hour"), price("2.0", "hour")], [["hour", 2, 100, 200]]],
  dollars: [[price("1.0", "month", { currency: "USD" }), price("0.5", "hour")], [["hour", 0.5, 100, 50]]],
  once: [[price("99.0", "once"), price("120.0", "year")], [["year", 120, 1 / 12, 10]]],
} as const;

export default defineCase({
  title: "A price states what it is the sum of: by what it is charged, how much, how many times",
  requirements: ["MPLI-COMP-089@3870128d", "MPLI-COMP-095@8058ccb7"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "listing the price components as they are stated, those that are not charged included",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = Object.entries(PRICED).map(
      ([name, [components]]) => [name, { price: components }] as const,
    );
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    const result = await resultsOf(t, shelf, [{ usage: USAGE }], { currency: "EUR" });
    for (const [name, [, lines]] of Object.entries(PRICED)) {
      const found = linesOf(result(0, name)).map(({ by, amount, times, monthly }) => [
        by,
        amount,
        times,
        monthly,
      ]);
      const expected = lines.map(([by, amount, times, monthly]) => [by, amount, sixDecimals(times), monthly]);
      t.equal(found, expected, `the lines of the price of the offer ${name} are`);
      const { monthly, currency } = Object(result(0, name)["price"]);
      const sum = lines.reduce((total, line) => total + line[3], 0);
      t.equal([monthly, currency], [sum, "EUR"], `the price of the offer ${name} is`);
    }
  },
});

const sixDecimals = (amount: number): number => Number(amount.toFixed(6));
