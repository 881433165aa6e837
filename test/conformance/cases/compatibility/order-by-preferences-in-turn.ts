import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn, regionAt } from "../../steps/preferences.ts";

const place = [
  regionAt("near", "52.4", "4.9", { renewableEnergy: false }),
  regionAt("far", "40.7", "-74.0", { renewableEnergy: true }),
];

export default defineCase({
  title: "The first criterion orders the offers, and each further one those that are equal so far",
  requirements: ["MPLI-COMP-083@8c4df6e6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "ordering by one criterion only, or in an order of the node's own",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = {
      a: offerIn("far", "10.0"),
      b: offerIn("near", "10.0"),
      c: offerIn("far", "20.0"),
      d: offerIn("near", "20.0"),
    };
    const shelf = await shelfOf(t, offers, { place });
    for (const [prefer, order] of [
      [["cheapest", "nearest"], "badc"],
      [["nearest", "cheapest"], "bdac"],
      [["greenest", "cheapest"], "acbd"],
      [["cheapest", "greenest"], "abcd"],
      [["cheapest", "nearest", "greenest"], "badc"],
      [["greenest", "nearest", "cheapest"], "acbd"],
      // The price orders what is equal in the end.
      ["nearest", "bdac"],
      ["greenest", "acbd"],
      ["cheapest", "abcd"],
    ] as const)
      await expectOrder(t, shelf, [...order], { prefer });
  },
});
