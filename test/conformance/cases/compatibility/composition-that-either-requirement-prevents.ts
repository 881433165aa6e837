import { defineCase } from "../../case.ts";
import { costs, expectRemovals, part, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";

export default defineCase({
  title: "Where leaving out one of several joint requirements is enough, each of them is named by itself",
  requirements: ["MPLI-COMP-110@4a9f4637"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "naming one way out, or larger sets as well",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = [
      ware("main", "main", { region: "/regions/ams", ...costs("60") }),
      ware("far", "side", { region: "/regions/ber", ...costs("20") }),
      ware("near", "side", { region: "/regions/ams", ...costs("90") }),
    ];
    await t.shelf(offers, { place: PLACES });
    const [region, budget] = [{ sameRegion: ["main", "side"] }, { budget: 1_200, per: "year" }];
    const demand = { component: [part("main"), part("side")], together: [region, budget] };
    await expectRemovals(t, demand, [[region], [budget]]);
  },
});
