import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { price } from "../../steps/prices.ts";
import { orderOf } from "../../steps/reports.ts";

export default defineCase({
  title: "Equal offers are ordered by price, the cheapest first and those without a price last",
  requirements: ["MPLI-COMP-046@a1f4284c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing amounts as text, or before they are brought to a month, or no price as zero",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      a: {},
      b: { price: price("10.0", "month", { currency: "USD" }) },
      c: { price: price("100.0", "month") },
      d: { price: price("20.0", "month") },
      e: { price: price("9.0", "month") },
      // 7.3 a month, although the number is the smallest; and 120 a year, although it is the largest.
      f: { price: price("0.01", "hour") },
      g: { price: price("120.0", "year") },
    });
    const order = await orderOf(t, shelf, [..."abcdefg"], {});
    t.equal(order, ["f", "e", "g", "d", "c", "a", "b"], "the order of the offers is");
  },
});
