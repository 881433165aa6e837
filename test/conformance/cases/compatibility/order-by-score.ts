import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { price } from "../../steps/prices.ts";
import { orderOf } from "../../steps/reports.ts";

export default defineCase({
  title: "Among offers of one verdict, the best scored comes first, whatever it costs",
  requirements: ["MPLI-COMP-044@9b6cc4fc", "MPLI-COMP-045@20ad03ef"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "price before score, or the number of wishes in place of their weight",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      none: { vcpus: 1, nodeCount: 1, price: price("10.0", "month") },
      // Two wishes of weight 1 against one of weight 3.
      light: { vcpus: 4, nodeCount: 1, price: price("20.0", "month") },
      heavy: { vcpus: 1, nodeCount: 3, price: price("30.0", "month") },
      all: { vcpus: 4, nodeCount: 3, price: price("40.0", "month") },
    });
    const should = [
      { on: "vcpus", atLeast: "2" },
      { on: "vcpus", atLeast: "4", weight: "1" },
      { on: "nodeCount", atLeast: "2", weight: "3" },
    ];
    const order = await orderOf(t, shelf, ["none", "light", "heavy", "all"], { should });
    t.equal(order, ["all", "heavy", "light", "none"], "the order of the offers is");
  },
});
