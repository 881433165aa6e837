import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectWeighedOrder, offerIn, regionAt, weighed } from "../../steps/preferences.ts";

export default defineCase({
  title: "A criterion on which all candidates are the same weighs nothing, however great its weight is",
  requirements: ["MPLI-COMP-084@b8acdf7f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "dividing by a range of zero",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [regionAt("near", "52.4", "4.9"), regionAt("far", "40.7", "-74.0")];
    const offers = { a: offerIn("far", "10.0"), b: offerIn("near", "10.0"), c: offerIn("far", "10.0") };
    const shelf = await shelfOf(t, offers, { place });
    for (const weights of [
      { cheapest: 1000, nearest: 0.001 },
      { nearest: 0.001, cheapest: 1000, greenest: 1000 },
    ])
      await expectWeighedOrder(t, shelf, ["b", "a", "c"], { prefer: weighed(weights) });
  },
});
