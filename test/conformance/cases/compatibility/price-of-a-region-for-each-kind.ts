import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, inTiers, perUnit } from "../../steps/metering.ts";
import { PLACES, expectAmounts, inRegion, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A region's price replaces the general one of its own period or meter, and no other",
  requirements: ["MPLI-COMP-041@57fb7144"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "dropping all general prices where a region has one of its own",
  since: "0.1",
  writes: true,
  async run(t) {
    const region = "/regions/ams";
    const [fee, hourly] = [price("50.0", "month"), price("0.1", "hour")];
    const [here, there] = [price("0.2", "hour", inRegion("ams")), price("0.3", "hour", inRegion("nyc"))];
    const [flat, sent] = [perUnit("GBy", "0.01"), perUnit("GBy.mo", "0.02", inRegion("ams"))];
    const tiers = inTiers(
      "GBy",
      [
        ["0", "0.1"],
        ["1000", "0.05"],
      ],
      inRegion("ams"),
    );
    const shelf = await shelfOf(
      t,
      {
        general: { region, price: [fee, hourly, there] },
        hourly: { region, price: [fee, hourly, here] },
        stored: { region, price: [flat, sent, perUnit("GBy.mo", "0.01")] },
        // Dearer, and in tiers; they go before the flat price all the same.
        tiers: { region, price: [flat, ...tiers] },
      },
      { place: PLACES },
    );
    const amounts = { general: 123, hourly: 50 + 146, stored: 20 + 2, tiers: 100 + 50 };
    await expectAmounts(t, shelf, amounts, { usage: USAGE });
  },
});
