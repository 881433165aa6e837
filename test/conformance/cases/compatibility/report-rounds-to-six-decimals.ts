import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { linesOf } from "../../steps/findings.ts";
import { price } from "../../steps/prices.ts";

/** Amounts, their period, and how a report writes what they come to in a month. */
const AMOUNTS = {
  thirds: [price("100.0", "year"), 8.333333],
  "two-thirds": [price("200.0", "year"), 16.666667],
  // A twelfth of these ends in a five at the seventh decimal.
  half: [price("0.000006", "year"), 0.000001],
  "half-of-an-even": [price("0.000030", "year"), 0.000003],
  "below-half": [price("0.000005", "year"), 0],
} as const;

export default defineCase({
  title: "Amounts and multiples are rounded to six decimals, and a half away from zero",
  requirements: ["MPLI-COMP-095@8058ccb7"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "cents, halves to the even digit, or cutting digits off",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = Object.entries(AMOUNTS).map(
      ([name, [component]]) => [name, { price: component }] as const,
    );
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    const result = await resultsOf(t, shelf, [{}], { currency: "EUR" });
    for (const [name, [{ amount }, monthly]] of Object.entries(AMOUNTS)) {
      t.equal(
        Object(result(0, name)["price"])["monthly"],
        monthly,
        `${amount} EUR a year come in a month to`,
      );
      const lines = linesOf(result(0, name)).map((line) => [line["times"], line["monthly"]]);
      t.equal(lines, [[0.083333, monthly]], `the line of ${amount} EUR a year is`);
    }
  },
});
