import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { PLACES, expectAmounts, inRegion, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A region's own price goes before one that names no region, also where it is higher",
  requirements: ["MPLI-COMP-041@57fb7144"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the lower of the two, or the sum of both",
  since: "0.1",
  writes: true,
  async run(t) {
    const general = price("10.0", "month");
    const shelf = await shelfOf(
      t,
      {
        dearer: { region: "/regions/ams", price: [general, price("50.0", "month", inRegion("ams"))] },
        cheaper: { region: "/regions/ams", price: [general, price("5.0", "month", inRegion("ams"))] },
        elsewhere: { region: "/regions/ams", price: [general, price("5.0", "month", inRegion("nyc"))] },
        // The general price holds in Berlin, and is the lowest.
        either: {
          region: ["/regions/ams", "/regions/ber"],
          price: [general, price("50.0", "month", inRegion("ams"))],
        },
      },
      { place: PLACES },
    );
    await expectAmounts(t, shelf, { dearer: 50, cheaper: 5, elsewhere: 10, either: 10 });
  },
});
