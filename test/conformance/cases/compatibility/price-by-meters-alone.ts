import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { perUnit } from "../../steps/metering.ts";
import { PLACES, expectAmounts, inRegion, outcomesOfAnyPrice, price } from "../../steps/prices.ts";

export default defineCase({
  title:
    "What storage costs everywhere is not the price of a region that nobody says the machine's price for",
  requirements: ["MPLI-COMP-112@c83525f7"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "the region with the fewest charges taken for the cheapest one",
  since: "0.1",
  writes: true,
  async run(t) {
    const region = PLACES.map(({ id }) => id);
    const stored = perUnit("GBy.mo", "0.1");
    const shelf = await shelfOf(
      t,
      {
        machine: { region, price: [price("30.0", "month", inRegion("ams")), stored] },
        bucket: { region, price: [stored] },
      },
      { place: PLACES },
    );
    const usage = { storage: "100 GBy" };
    await expectAmounts(t, shelf, { machine: 40, bucket: 10 }, { usage });
    const component = { usage, must: [{ on: "region", within: "DE" }] };
    const outcomes = await outcomesOfAnyPrice(t, shelf, ["machine", "bucket"], { component });
    t.equal(outcomes, ["unknown", "satisfied"], "in a region without a price per month, any price is");
  },
});
