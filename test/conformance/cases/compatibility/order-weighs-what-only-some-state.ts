import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectWeighedOrder, offerIn, regionAt, weighed } from "../../steps/preferences.ts";

export default defineCase({
  title: "Where all that is known is the same, it weighs nothing, and what is not known weighs in full",
  requirements: ["MPLI-COMP-084@b8acdf7f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "letting a criterion fall away as soon as it has no range",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [regionAt("far", "40.7", "-74.0"), { id: "/regions/blank", type: "Region" }];
    const offers = { a: offerIn("blank", "10.0"), b: offerIn("far", "20.0"), c: offerIn("far", "15.0") };
    const shelf = await shelfOf(t, offers, { place });
    // 1 + 0, 0 + 2 and 0 + 1; and 3 + 0, 0 + 1 and 0 + 0.5.
    await expectWeighedOrder(t, shelf, [..."acb"], { prefer: weighed({ nearest: 1, cheapest: 2 }) });
    await expectWeighedOrder(t, shelf, [..."cba"], { prefer: weighed({ nearest: 3, cheapest: 1 }) });
  },
});
