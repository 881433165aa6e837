import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { price } from "../../steps/prices.ts";
import { orderOf } from "../../steps/reports.ts";

export default defineCase({
  title: "Compatible offers come first, then undetermined ones, then incompatible ones",
  requirements: ["MPLI-COMP-043@8e6c4075"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the cheapest or the best scored first, whatever its verdict",
  since: "0.1",
  writes: true,
  async run(t) {
    // By score, price and name, each of these goes the other way.
    const shelf = await shelfOf(t, {
      c: { engineVersion: "16", price: price("30.0", "month") },
      b: { vcpus: 2, price: price("20.0", "month") },
      a: { engineVersion: "14", vcpus: 4, price: price("10.0", "month") },
    });
    const component = {
      must: [{ on: "engineVersion", atLeast: "15" }],
      should: [
        { on: "vcpus", atLeast: "2" },
        { on: "vcpus", atLeast: "4" },
      ],
    };
    t.equal(
      await orderOf(t, shelf, ["a", "b", "c"], component),
      ["c", "b", "a"],
      "the order of the offers is",
    );
  },
});
