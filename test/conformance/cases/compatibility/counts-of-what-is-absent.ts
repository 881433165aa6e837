import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { ABSENCE, EVIDENCE } from "../../steps/tables.ts";

export default defineCase({
  title: "A count of what is not stated is an absent fact, and one of what is not proven is open",
  requirements: ["MPLI-COMP-022@64f54b32", "MPLI-COMP-035@fd67a002", "MPLI-COMP-070@0492d408"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "finding none of two and so a no, or passing over `absent` and `evidence` where values are counted",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { silent: {}, two: { engineVersion: ["15", "16"] } });
    const bound = { satisfied: "15", violated: "16.0", unknown: "16.4" } as const;
    await expectOutcomes(t, shelf, [
      ...ABSENCE.flatMap(([absent, open, closed]) => {
        const how = { atLeastCount: 2, ...(absent ? { absent } : {}) };
        return [
          { offer: "silent", requirement: { on: "region", having: { within: "EU" }, ...how }, outcome: open },
          {
            offer: "silent",
            requirement: { on: "certification", having: { is: "C5" }, ...how },
            outcome: closed,
          },
        ];
      }),
      ...EVIDENCE.filter(([stated]) => stated !== "unknown").map(([stated, , other]) => ({
        offer: "two",
        requirement: {
          on: "engineVersion",
          having: { atLeast: bound[stated] },
          atLeastCount: 2,
          evidence: "attested",
        },
        outcome: other,
      })),
    ]);
  },
});
