import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";
import { NEAR, regionAt } from "../../steps/preferences.ts";

export default defineCase({
  title: "The preferences order compositions by the regions that are chosen, one after the other",
  requirements: ["MPLI-COMP-107@5494baf7"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "the nearest region of an offer in place of the one that is chosen",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [
      regionAt("ams", "52.37", "4.9", { renewableEnergy: false }),
      regionAt("ber", "52.52", "13.4", { renewableEnergy: true }),
      { id: "/regions/unknown", type: "Region" },
    ];
    const region = place.map(({ id }) => id);
    await t.shelf(
      [ware("db", "main", { region, ...costs("10") }), ware("side", "side", { region, ...costs("1") })],
      { place },
    );
    const component = [part("main"), part("side")];
    const [ams, ber, unknown] = ["main=db@ams", "main=db@ber", "main=db@unknown"];
    const near = { component: [part("main")], near: NEAR };
    await expectCompositions(t, { ...near, prefer: ["nearest"] }, [ams, ber, unknown]);
    await expectCompositions(t, { ...near, prefer: ["greenest"] }, [ber, unknown, ams]);
    const both = { component, near: NEAR, together: [{ sameRegion: ["main", "side"] }] };
    const sides = ["ams", "ber", "unknown"].map((at) => `main=db@${at}, side=side@${at}`);
    await expectCompositions(t, { ...both, prefer: ["nearest", "greenest"] }, sides);
    await expectCompositions(t, { ...both, prefer: ["greenest", "nearest"] }, [
      sides[1] ?? "",
      sides[2] ?? "",
      sides[0] ?? "",
    ]);
  },
});
