import { defineCase } from "../../case.ts";
import { costs, expectRemovals, part, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";

export default defineCase({
  title: "Where no composition holds, each joint requirement is named without which there is one",
  requirements: ["MPLI-COMP-110@4a9f4637", "MPLI-COMP-108@f80fde0f"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "naming the first requirement that fails, or all that do",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = [
      ware("main", "main", { region: "/regions/ams", ...costs("60") }),
      ware("side", "side", { region: "/regions/ber", ...costs("60") }),
    ];
    await t.shelf(offers, { place: PLACES });
    const component = [part("main"), part("side")];
    const [region, budget, provider] = [
      { sameRegion: ["main", "side"] },
      { budget: 100 },
      { sameProvider: ["main", "side"] },
    ];
    await expectRemovals(t, { component, together: [region, provider] }, [[region]]);
    await expectRemovals(t, { component, together: [budget, provider] }, [[budget]]);
    await expectRemovals(t, { component, together: [provider] }, []);
    // Neither alone is enough.
    await expectRemovals(t, { component, together: [region, budget, provider] }, [[budget, region]]);
    const close = { closeTogether: ["main", "side"], latency: "5 ms" };
    await expectRemovals(t, { component, together: [region, budget, close] }, [[budget, close, region]]);
  },
});
