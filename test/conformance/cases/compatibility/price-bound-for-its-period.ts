import { defineCase } from "../../case.ts";
import { requirementsOf, resultsOf, shelfOf } from "../../steps/demands.ts";
import { price } from "../../steps/prices.ts";

/** A price of 100 a year, and bounds on it with their outcomes: 100 ÷ 12 is a little more than 8.33. */
const BOUNDS = [
  [{ atMost: "100", per: "year" }, "satisfied"],
  [{ lessThan: "100", per: "year" }, "violated"],
  [{ atMost: "8.333333", per: "month" }, "violated"],
  [{ atMost: "8.333334" }, "satisfied"],
  [{ atLeast: "0.0114155", per: "hour" }, "satisfied"],
  [{ atMost: "0.0114155", per: "hour" }, "violated"],
  [{ atMost: "0.2739726", per: "day" }, "violated"],
  [{ atMost: "0.2739727", per: "day" }, "satisfied"],
  [{ atMost: "0.00019026", per: "minute" }, "satisfied"],
  [{ atMost: "0.00019025", per: "minute" }, "violated"],
] as const;

export default defineCase({
  title: "A bound on the price is for its period, and compared without rounding",
  requirements: ["MPLI-COMP-037@546575fc"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing amounts that are rounded to cents",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { yearly: { price: price("100.0", "year") } });
    const components = BOUNDS.map(([bound]) => ({ must: [{ on: "price", ...bound }] }));
    const result = await resultsOf(t, shelf, components, { currency: "EUR" });
    for (const [index, [bound, outcome]] of BOUNDS.entries()) {
      const [found] = requirementsOf(result(index, "yearly"));
      t.equal(found?.["outcome"], outcome, `100 EUR a year against ${JSON.stringify(bound)} comes to`);
    }
  },
});
