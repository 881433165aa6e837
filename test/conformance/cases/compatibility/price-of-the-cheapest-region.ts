import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { PLACES, expectAmounts, inRegion, price } from "../../steps/prices.ts";

const OFFER = {
  region: PLACES.map(({ id }) => id),
  price: [
    price("30.0", "month", inRegion("ams")),
    price("20.0", "month", inRegion("ber")),
    price("10.0", "month", inRegion("nyc")),
  ],
};

export default defineCase({
  title: "The price is that of the cheapest region that the musts leave open",
  requirements: ["MPLI-COMP-040@ae5be08f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the cheapest region of all, the first one, or one that a wish rules out",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { vm: OFFER }, { place: PLACES });
    await expectAmounts(t, shelf, { vm: 10 });
    await expectAmounts(t, shelf, { vm: 20 }, { must: [{ on: "region", within: "EU" }] });
    await expectAmounts(t, shelf, { vm: 30 }, { must: [{ on: "region", within: "NL" }] });
    const both = [
      { on: "region", within: "Europe" },
      { on: "region", within: ["NL", "US"] },
    ];
    await expectAmounts(t, shelf, { vm: 30 }, { must: both });
  },
});
