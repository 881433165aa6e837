import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { PLACES, expectAmounts, inRegion, outcomesOfAnyPrice, price } from "../../steps/prices.ts";

const NOWHERE = { id: "/regions/nowhere", type: "Region" };
const priceIn = {
  ams: price("30.0", "month", inRegion("ams")),
  nowhere: price("10.0", "month", { in: NOWHERE.id }),
  nyc: price("5.0", "month", inRegion("nyc")),
};
const offerIn = (...names: readonly (keyof typeof priceIn)[]) => ({
  region: names.map((name) => `/regions/${name}`),
  price: names.map((name) => priceIn[name]),
});

export default defineCase({
  title: "Regions that may fit are left open where none is known to fit, and those that do not fit never",
  requirements: ["MPLI-COMP-081@114995c5", "MPLI-COMP-040@ae5be08f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "the cheaper of a region that fits and one of which nothing is known, or no price without the former",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      {
        all: offerIn("ams", "nowhere", "nyc"),
        perhaps: offerIn("nowhere", "nyc"),
        none: offerIn("nyc"),
      },
      { place: [...PLACES, NOWHERE] },
    );
    await expectAmounts(t, shelf, { all: 5, perhaps: 5, none: 5 });
    const must = [{ on: "region", within: "EU" }];
    await expectAmounts(t, shelf, { all: 30, perhaps: 10 }, { must });
    const asked = await outcomesOfAnyPrice(t, shelf, ["all", "perhaps", "none"], { component: { must } });
    t.equal(asked, ["satisfied", "satisfied", "unknown"], "the outcomes of a bound that any price meets are");
    // Evidence that is not checked leaves every region of the area open, and none elsewhere.
    const evidence = [{ on: "region", within: "EU", evidence: "attested" }];
    await expectAmounts(t, shelf, { all: 10, perhaps: 10 }, { must: evidence });
  },
});
