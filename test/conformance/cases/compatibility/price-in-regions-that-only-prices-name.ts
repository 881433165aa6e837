import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { PLACES, expectAmounts, inRegion, outcomesOfAnyPrice, price } from "../../steps/prices.ts";

const [GENERAL, DUTCH, GERMAN, AMERICAN] = [
  price("25.0", "month"),
  price("30.0", "month", inRegion("ams")),
  price("20.0", "month", inRegion("ber")),
  price("10.0", "month", inRegion("nyc")),
];

export default defineCase({
  title:
    "Where an offer states no region, those that its prices name are left open, and general prices hold besides",
  requirements: ["MPLI-COMP-081@114995c5", "MPLI-COMP-040@ae5be08f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "no price without a stated region, or the price of a region that is ruled out",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      {
        regional: { price: [DUTCH, GERMAN, AMERICAN] },
        dearer: { price: [DUTCH, GENERAL] },
        cheaper: { price: [GERMAN, GENERAL] },
        elsewhere: { price: [AMERICAN, GENERAL] },
        only: { price: AMERICAN },
      },
      { place: PLACES },
    );
    await expectAmounts(t, shelf, { regional: 10, dearer: 25, cheaper: 20, elsewhere: 10, only: 10 });
    const must = [{ on: "region", within: "EU" }];
    await expectAmounts(t, shelf, { regional: 20, dearer: 25, cheaper: 20, elsewhere: 25 }, { must });
    const [only] = await outcomesOfAnyPrice(t, shelf, ["only"], { component: { must } });
    t.equal(only, "unknown", "the outcome where the only price is for elsewhere is");
  },
});
