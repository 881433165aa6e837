import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "Components that are to have the same provider are of one, dear as it may be",
  requirements: ["MPLI-COMP-106@b100a5ce"],
  role: "catalogue",
  feature: "composition",
  expects: "refuse",
  hunts: "the cheapest offer of each component",
  since: "0.1",
  writes: true,
  async run(t) {
    const parties = [
      await t.party({ offers: [ware("a-main", "main", costs("10")), ware("a-side", "side", costs("10"))] }),
      await t.party({ offers: [ware("b-main", "main", costs("12")), ware("b-side", "side", costs("5"))] }),
    ];
    for (const party of parties) await party.harvested();
    const component = [part("main"), part("side")];
    const together = [{ sameProvider: ["main", "side"] }];
    const [same, dear] = ["main=b-main, side=b-side", "main=a-main, side=a-side"];
    await expectCompositions(t, { component, together }, [same, dear]);
    await expectCompositions(t, { component }, [
      "main=a-main, side=b-side",
      same,
      dear,
      "main=b-main, side=a-side",
    ]);
  },
});
