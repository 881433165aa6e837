import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectWeighedOrder, offerIn, regionAt, weighed } from "../../steps/preferences.ts";

export default defineCase({
  title: "Weighed criteria are scaled to their ranges before they are added up",
  requirements: ["MPLI-COMP-084@b8acdf7f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "adding kilometres to euros, or reading the weights as an order",
  since: "0.1",
  writes: true,
  async run(t) {
    // 0, 300 and 1,000 km along the equator.
    const place = [
      regionAt("zero", "0.0", "0.0"),
      regionAt("east", "0.0", "2.698"),
      regionAt("far", "0.0", "8.9932"),
    ];
    const offers = {
      cheap: offerIn("far", "100.0"),
      near: offerIn("zero", "200.0"),
      // 0.4 of the way from the lowest price to the highest, and 0.3 of the way from here to the farthest.
      between: offerIn("east", "140.0"),
    };
    const shelf = await shelfOf(t, offers, { place });
    const near = { latitude: "0.0", longitude: "0.0" };
    for (const [weights, order] of [
      // Sums of 1, 1 and 0.7: the price orders the two that are equal.
      [{ cheapest: 1, nearest: 1 }, ["between", "cheap", "near"]],
      [{ nearest: 1, cheapest: 1 }, ["between", "cheap", "near"]],
      // 1, 2 and 1.1; 1.25, 2 and 1.175; 2.5, 1 and 1.15; and 0.001, 0.002 and 0.0011.
      [{ cheapest: 2, nearest: 1 }, ["cheap", "between", "near"]],
      [{ cheapest: 2, nearest: 1.25 }, ["between", "cheap", "near"]],
      [{ cheapest: 1, nearest: 2.5 }, ["near", "between", "cheap"]],
      [{ nearest: 0.001, cheapest: 0.002 }, ["cheap", "between", "near"]],
      [{ cheapest: 1 }, ["cheap", "between", "near"]],
      [{ nearest: 1000, cheapest: 0.001, fewestProviders: 500 }, ["near", "between", "cheap"]],
    ] as const)
      await expectWeighedOrder(t, shelf, order, { near, prefer: weighed(weights) });
  },
});
