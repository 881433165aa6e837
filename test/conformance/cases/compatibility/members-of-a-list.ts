import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { ALTERNATIVES } from "../../steps/tables.ts";

/** Two members of each outcome on the version 16. */
const MEMBERS = { satisfied: ["16", "v16"], unknown: ["16.4", "16.5"], violated: ["15", "17"] } as const;

export default defineCase({
  title: "One fitting member of `isOneOf` is enough, and one that cannot be told leaves it open",
  requirements: ["MPLI-COMP-062@756b15f6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "asking for all members, or reading only the first",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { sixteen: { engineVersion: "16" }, ssd: { storageType: "ssd" } });
    await expectOutcomes(t, shelf, [
      ...ALTERNATIVES.map(([one, other, outcome]) => ({
        offer: "sixteen",
        requirement: { on: "engineVersion", isOneOf: [MEMBERS[one][0], MEMBERS[other][1]] },
        outcome,
      })),
      {
        offer: "ssd",
        requirement: { on: "storageType", isOneOf: ["nvme", "hdd", "ssd"] },
        outcome: "satisfied",
      },
      { offer: "ssd", requirement: { on: "storageType", isOneOf: ["nvme", "hdd"] }, outcome: "violated" },
    ]);
  },
});
