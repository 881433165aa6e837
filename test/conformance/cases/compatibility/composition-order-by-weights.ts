import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";
import { NEAR, regionAt } from "../../steps/preferences.ts";

export default defineCase({
  title:
    "With weights the weighted values of all components add up, each scaled over the choices of its own component",
  requirements: ["MPLI-COMP-107@5494baf7"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "one scale for all components, or adding up kilometres and euros",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [regionAt("ams", "52.37", "4.9"), regionAt("nyc", "40.71", "-74.0")];
    const at = (name: string, amount: string) => ({ region: `/regions/${name}`, ...costs(amount) });
    const offers = [
      ware("m-near", "main", at("ams", "1000")),
      ware("m-far", "main", at("nyc", "500")),
      ware("s-near", "side", at("ams", "2")),
      ware("s-far", "side", at("nyc", "1")),
      ware("s-mid", "side", at("ams", "1.6")),
    ];
    await t.shelf(offers, { place });
    const component = [part("main"), part("side")];
    const weighs = (nearest: number, cheapest: number) => ({
      component,
      near: NEAR,
      prefer: [
        { criterion: "nearest", weight: nearest },
        { criterion: "cheapest", weight: cheapest },
      ],
    });
    const [near, far] = ["main=m-near@ams", "main=m-far@nyc"];
    // What is far costs 3 and what is dear 2, of either component; the side in the middle costs three fifths of that.
    await expectCompositions(t, weighs(3, 2), [
      `${near}, side=s-mid@ams`,
      `${near}, side=s-near@ams`,
      `${far}, side=s-mid@ams`,
      // These two are equal, but for the price.
      `${far}, side=s-near@ams`,
      `${near}, side=s-far@nyc`,
      `${far}, side=s-far@nyc`,
    ]);
    await expectCompositions(t, weighs(1, 3), [`${far}, side=s-far@nyc`], "?alternatives=0");
  },
});
