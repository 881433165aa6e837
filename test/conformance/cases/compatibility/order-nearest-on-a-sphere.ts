import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn, regionAt } from "../../steps/preferences.ts";

export default defineCase({
  title: "Distances are measured along great circles, near the poles and across the date line as well",
  requirements: ["MPLI-COMP-083@8c4df6e6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing degrees as if the earth were flat, or latitudes with longitudes",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [
      regionAt("north-east", "80.0", "30.0"),
      regionAt("north", "74.0", "0.0"),
      regionAt("west-of-the-line", "0.0", "-179.0"),
      regionAt("east-of-it", "0.0", "170.0"),
    ];
    const offers = {
      "north-east": offerIn("north-east", "40.0"),
      north: offerIn("north", "10.0"),
      west: offerIn("west-of-the-line", "30.0"),
      east: offerIn("east-of-it", "20.0"),
    };
    const shelf = await shelfOf(t, offers, { place });
    // 577, 667, 11,102 and 11,119 km away; and 222, 1,001, 10,960 and 11,787 km away.
    for (const [latitude, longitude, order] of [
      ["80.0", "0.0", ["north-east", "north", "east", "west"]],
      ["0.0", "179.0", ["west", "east", "north-east", "north"]],
    ] as const)
      await expectOrder(t, shelf, order, { near: { latitude, longitude }, prefer: "nearest" });
  },
});
