import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { ALTERNATIVES } from "../../steps/tables.ts";

/** Two versions for each outcome of "at least 16.4.2". */
const STATED = { satisfied: ["17", "18"], unknown: ["16", "16.4"], violated: ["15", "14"] } as const;

export default defineCase({
  title: "Of several alternatives the best decides: satisfied, then unknown, then violated",
  requirements: ["MPLI-COMP-020@9de0599b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "asking all stated values to fit, or judging the first one only",
  since: "0.1",
  writes: true,
  async run(t) {
    const rows = [
      ...ALTERNATIVES.map(
        ([one, other, outcome]) => [`${one}-${other}`, [STATED[one][0], STATED[other][1]], outcome] as const,
      ),
      ["three-with-one-that-fits", ["14", "16", "17"], "satisfied"] as const,
      ["three-with-one-unknown", ["14", "15", "16.4"], "unknown"] as const,
    ];
    const offers = Object.fromEntries(rows.map(([offer, engineVersion]) => [offer, { engineVersion }]));

    const shelf = await shelfOf(t, offers);
    await expectOutcomes(
      t,
      shelf,
      rows.map(([offer, , outcome]) => ({
        offer,
        requirement: { on: "engineVersion", atLeast: "16.4.2" },
        outcome,
      })),
    );
  },
});
