import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectWeighedOrder, offerIn, regionAt, weighed } from "../../steps/preferences.ts";

export default defineCase({
  title: "What is not known weighs as much as the worst that is known, and not more",
  requirements: ["MPLI-COMP-084@b8acdf7f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "putting it last whatever else it has, or first because nothing counts against it",
  since: "0.1",
  writes: true,
  async run(t) {
    // 0, 500 and 1,000 km along the equator.
    const place = [
      regionAt("zero", "0.0", "0.0"),
      regionAt("east", "0.0", "4.4966"),
      regionAt("far", "0.0", "8.9932"),
      { id: "/regions/blank", type: "Region" },
    ];
    const offers = {
      blank: offerIn("blank", "100.0"),
      middle: offerIn("east", "190.0"),
      far: offerIn("far", "110.0"),
      dear: offerIn("zero", "200.0"),
      free: offerIn("east"),
    };
    const shelf = await shelfOf(t, offers, { place });
    const near = { latitude: "0.0", longitude: "0.0" };
    // 0 + 1 and 0.1 + 1; 0.9 + 0.5; 1 + 0; and 1 + 0.5 where there is no price.
    const order = ["blank", "dear", "far", "middle", "free"];
    await expectWeighedOrder(t, shelf, order, { near, prefer: weighed({ cheapest: 1, nearest: 1 }) });
    // 3, 1.9, 3.1, 1 and 2.
    const nearer = ["dear", "middle", "free", "blank", "far"];
    await expectWeighedOrder(t, shelf, nearer, { near, prefer: weighed({ cheapest: 1, nearest: 3 }) });
  },
});
