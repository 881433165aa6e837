import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { ALTERNATIVES } from "../../steps/tables.ts";

export default defineCase({
  title: "One area that a place lies in is enough, and one that it may lie in leaves it open",
  requirements: ["MPLI-COMP-062@756b15f6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "asking for all areas, or reading only the first",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [
      { id: "/regions/ams", type: "Region", within: "NL" },
      { id: "/regions/ams-1", type: "Region", within: "/regions/ams" },
      { id: "/regions/ams-2", type: "Region", within: "/regions/ams" },
    ];

    const shelf = await shelfOf(t, { there: { region: "/regions/ams" } }, { place });
    const zone = (name: string) => new URL(`/regions/${name}`, shelf.offer("there")).href;
    const areas = {
      satisfied: ["EU", "Europe"],
      unknown: [zone("ams-1"), zone("ams-2")],
      violated: ["CH", "US"],
    } as const;
    await expectOutcomes(
      t,
      shelf,
      ALTERNATIVES.map(([one, other, outcome]) => ({
        offer: "there",
        requirement: { on: "region", within: [areas[one][0], areas[other][1]] },
        outcome,
      })),
    );
  },
});
