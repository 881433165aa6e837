import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";

export default defineCase({
  title: "Components that are to be in the same region are in one and the same, dear as it may be",
  requirements: ["MPLI-COMP-106@b100a5ce", "MPLI-COMP-107@5494baf7"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "two regions of one country, or the same region for the cheapest offers alone",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = [
      ware("main", "main", { region: "/regions/ams", ...costs("10") }),
      ware("near", "side", { region: "/regions/ams", ...costs("50") }),
      ware("far", "side", { region: "/regions/ber", ...costs("20") }),
    ];
    await t.shelf(offers, { place: PLACES });
    const component = [part("main"), part("side")];
    await expectCompositions(t, { component }, [
      "main=main@ams, side=far@ber",
      "main=main@ams, side=near@ams",
    ]);
    const together = [{ sameRegion: ["main", "side"] }];
    await expectCompositions(t, { component, together }, ["main=main@ams, side=near@ams"]);
  },
});
