import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn, regionAt } from "../../steps/preferences.ts";

export default defineCase({
  title: "Who prefers what is cheapest gets offers without a price last, and those by what else is preferred",
  requirements: ["MPLI-COMP-083@8c4df6e6", "MPLI-COMP-046@a1f4284c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking no price for nothing to pay, or refusing to prefer without a currency",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [regionAt("near", "52.4", "4.9"), regionAt("far", "40.7", "-74.0")];
    const offers = {
      a: offerIn("far"),
      b: offerIn("near"),
      c: offerIn("far", "20.0"),
      d: offerIn("near", "20.0"),
      e: offerIn("far", "10.0"),
    };
    const shelf = await shelfOf(t, offers, { place });
    await expectOrder(t, shelf, [..."edcba"], { prefer: ["cheapest", "nearest"] });
    await expectOrder(t, shelf, [..."dbeca"], { prefer: ["nearest", "cheapest"] });
    // Without a currency no price is known, and the IRIs decide in the end.
    await expectOrder(t, shelf, [..."bdace"], { currency: [], prefer: ["cheapest", "nearest"] });
  },
});
