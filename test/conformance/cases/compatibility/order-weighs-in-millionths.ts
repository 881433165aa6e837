import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectWeighedOrder, offerIn, regionAt, weighed } from "../../steps/preferences.ts";
import { price } from "../../steps/prices.ts";

export default defineCase({
  title: "Scaled values are whole numbers up to a million, with halves rounded up",
  requirements: ["MPLI-COMP-084@b8acdf7f", "MPLI-COMP-046@a1f4284c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "adding up fractions, or rounding halves down or to even numbers",
  since: "0.1",
  writes: true,
  async run(t) {
    // 0, 1 and 20,000 km along the equator: one kilometre is 50 millionths of the range.
    const place = [
      regionAt("zero", "0.0", "0.0"),
      regionAt("one", "0.0", "0.009"),
      regionAt("far", "0.0", "179.8643"),
    ];
    // Prices from 10 to 1,000,010: a millionth of the range is one euro. The third costs as much as it has hours.
    const offers = {
      lowest: offerIn("one", "10.0"),
      highest: offerIn("far", "1000010.0"),
      third: { ...offerIn("zero"), price: price("1.0", "hour") },
    };
    const shelf = await shelfOf(t, offers, { place });
    const near = { latitude: "0.0", longitude: "0.0" };
    // One kilometre nearer weighs 49 here and 50 there; where it is outweighed exactly, the lower price goes first.
    for (const [nearest, hoursPerMonth, order] of [
      [0.98, "58.49", ["third", "lowest", "highest"]],
      [0.98, "58.5", ["lowest", "third", "highest"]],
      [1, "59.49", ["third", "lowest", "highest"]],
      [1, "59.5", ["lowest", "third", "highest"]],
    ] as const) {
      const prefer = weighed({ cheapest: 1, nearest });
      await expectWeighedOrder(t, shelf, order, { near, prefer, component: { usage: { hoursPerMonth } } });
    }
  },
});
