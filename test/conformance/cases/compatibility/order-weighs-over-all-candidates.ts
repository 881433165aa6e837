import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectWeighedOrder, offerIn, regionAt, weighed } from "../../steps/preferences.ts";
import { price } from "../../steps/prices.ts";

export default defineCase({
  title: "The scale reaches from the lowest to the highest of all candidates, whether they fit or not",
  requirements: ["MPLI-COMP-084@b8acdf7f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "scaling over the compatible offers, or over those on the first page",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [regionAt("zero", "0.0", "0.0"), regionAt("far", "0.0", "8.9932")];
    const offers = {
      cheap: offerIn("far", "100.0"),
      near: offerIn("zero", "200.0"),
      // Too small to fit, and by far the dearest where it runs for many hours.
      small: { ...offerIn("zero"), price: price("1.5", "hour"), vcpus: 1 },
    };
    const shelf = await shelfOf(t, offers, { place });
    const order = (names: readonly string[], hoursPerMonth: string) =>
      expectWeighedOrder(t, shelf, names, {
        near: { latitude: "0.0", longitude: "0.0" },
        prefer: weighed({ cheapest: 1, nearest: 1 }),
        component: { usage: { hoursPerMonth }, must: [{ not: { on: "vcpus", lessThan: "2" } }] },
      });
    // Sums of 1 and 1, where the lower price goes first; and of 1 and 0.1 where one price is ten times as high.
    await order(["cheap", "near", "small"], "100");
    await order(["near", "cheap", "small"], "734");
  },
});
