import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn, regionAt } from "../../steps/preferences.ts";

export default defineCase({
  title: "Offers that are preferred alike are ordered by price, and then by their IRIs",
  requirements: ["MPLI-COMP-046@a1f4284c", "MPLI-COMP-047@7c4a7d8e"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "leaving the order to chance, or to the IRIs, where nobody prefers what is cheapest",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [
      regionAt("here", "52.4", "4.9", { renewableEnergy: true }),
      regionAt("there", "40.7", "-74.0", { renewableEnergy: true }),
    ];
    const offers = {
      a: offerIn("here"),
      b: offerIn("here"),
      c: offerIn("here", "20.0"),
      d: offerIn("here", "10.0"),
      e: offerIn("here", "10.0"),
      f: offerIn("there", "1.0"),
    };
    const shelf = await shelfOf(t, offers, { place });
    await expectOrder(t, shelf, [..."decabf"], { prefer: ["greenest", "nearest"] });
    await expectOrder(t, shelf, [..."fdecab"], { prefer: ["greenest"] });
  },
});
