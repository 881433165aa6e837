import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { requirementsOf, resultsOf, shelfOf } from "../../steps/demands.ts";
import { PLACES, about, inRegion, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A wish for a region does not rule out the price of another",
  requirements: ["MPLI-COMP-040@ae5be08f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "computing the price for the regions that are wished for",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const [region, prices] = [
      PLACES.map(({ id }) => id),
      [price("30.0", "month", inRegion("ams")), price("10.0", "month", inRegion("nyc"))],
    ];
    const shelf = await shelfOf(t, { vm: { region, price: prices } }, { place: PLACES });
    const should = [{ on: "region", within: "NL" }, about(10)];
    const result = await resultsOf(t, shelf, [{ should }], { currency: "EUR" });
    const found = requirementsOf(result(0, "vm")).find(({ on }) => on === "price");
    t.that(found?.["outcome"] === "satisfied", "a price of 10 EUR a month", JSON.stringify(found ?? null));
  },
});
