import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn, regionAt } from "../../steps/preferences.ts";

export default defineCase({
  title: "Regions that are equally far in whole kilometres are equally near, and the next criterion decides",
  requirements: ["MPLI-COMP-083@8c4df6e6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "distances that are compared to the metre, or cut off in place of rounded",
  since: "0.1",
  writes: true,
  async run(t) {
    // 10.01, 10.45, 10.56 and 11.12 km to the north.
    const place = [
      regionAt("a", "0.0900", "0.0"),
      regionAt("b", "0.0940", "0.0"),
      regionAt("c", "0.0950", "0.0"),
      regionAt("d", "0.1000", "0.0"),
    ];
    const offers = {
      a: offerIn("a", "40.0"),
      b: offerIn("b", "30.0"),
      c: offerIn("c", "20.0"),
      d: offerIn("d", "10.0"),
    };
    const shelf = await shelfOf(t, offers, { place });
    const near = { latitude: "0.0", longitude: "0.0" };
    await expectOrder(t, shelf, ["b", "a", "d", "c"], { near, prefer: "nearest" });
  },
});
