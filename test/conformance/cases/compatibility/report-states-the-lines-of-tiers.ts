import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { linesOf } from "../../steps/findings.ts";
import { price } from "../../steps/prices.ts";

const tier = (amount: string, from: number, to?: number) =>
  price(amount, "unit", { unit: "10 GBy.mo", tier: { from, ...(to === undefined ? {} : { to }) } });

export default defineCase({
  title: "Each tier that the usage reaches is a line of its own, with its unit and its ends",
  requirements: ["MPLI-COMP-089@3870128d", "MPLI-COMP-077@a064636f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "one line for the meter, with an average that nobody charges",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const shelf = await shelfOf(t, {
      bucket: { price: [tier("0.5", 0, 10), tier("0.25", 10, 40), tier("0.1", 40)] },
    });
    const component = { usage: { storage: "300 GBy" } };
    const result = await resultsOf(t, shelf, [component], { currency: "EUR" });
    // A tier that the usage does not reach is charged no time, whether it is listed or not.
    const lines = linesOf(result(0, "bucket")).filter(({ times }) => times !== 0);
    const stated = lines.map(({ by, unit, tier: ends, amount, times, monthly }) => {
      t.that(isObject(ends), "`tier` of each line", JSON.stringify(ends));
      return [by, unit, ends["from"], ends["to"], amount, times, monthly];
    });
    const expected = [
      ["storage", "10 GBy.mo", 10, 40, 0.25, 20, 5],
      ["storage", "10 GBy.mo", 0, 10, 0.5, 10, 5],
    ];
    t.equal(stated, expected, "the lines of 300 GBy for a month are");
  },
});
