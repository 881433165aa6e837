import { defineCase } from "../../case.ts";
import { choicesIn, compositionsIn, expectCompositions, part, ware } from "../../steps/compositions.ts";
import { PLACES, inRegion, price } from "../../steps/prices.ts";

export default defineCase({
  title: "An offer that states no region is in those that its prices name, and else in none",
  requirements: ["MPLI-COMP-104@3d1a20a8"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "leaving out what states no region, or choosing no region where a price names one",
  since: "0.1",
  writes: true,
  async run(t) {
    const prices = [price("30", "month", inRegion("ams")), price("20", "month", inRegion("nyc"))];
    const offers = [
      ware("priced", "main", { price: prices }),
      ware("plain", "main", { price: price("40", "month") }),
    ];
    await t.shelf(offers, { place: PLACES });
    const report = await expectCompositions(t, { component: [part("main")] }, [
      "main=priced@nyc",
      "main=priced@ams",
      "main=plain",
    ]);
    const regions = compositionsIn(report)
      .flatMap(choicesIn)
      .map((choice) => "region" in choice);
    t.equal(regions, [true, true, false], "which choices have a `region`:");
  },
});
