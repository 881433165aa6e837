import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { OFFERS, PAGE, PLACES } from "../../steps/node-facts.ts";

/** On offers with a node that does not say, and without any node. */
const ROWS: readonly (readonly [first: string, second: string, is: string | boolean, outcome: Outcome])[] = [
  ["region", "city", "Berlin", "unknown"],
  ["region", "renewableEnergy", true, "unknown"],
  ["portability", "import", "csv", "unknown"],
  ["delivery", "parameters", PAGE, "unknown"],
  ["certification", "evidencePage", PAGE, "violated"],
  ["certification", "credential", PAGE, "violated"],
];

export default defineCase({
  title:
    "A path that finds nothing is an absent fact, and means what the absence of its first property means",
  requirements: ["MPLI-COMP-068@b4b50f90", "MPLI-COMP-022@64f54b32"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "counting a node that does not say as a no, or the evidence of a certificate that nobody has as unknown",
  since: "0.1",
  writes: true,
  async run(t) {
    const bare = { ...OFFERS["bare"], certification: [{ scheme: "ENS" }] };
    const shelf = await shelfOf(t, { bare, none: {} }, { place: PLACES });
    await expectOutcomes(
      t,
      shelf,
      ["bare", "none"].flatMap((offer) =>
        ROWS.flatMap(([first, second, is, outcome]) => {
          const requirement = { path: [first, second], is };
          return [
            { offer, requirement, outcome },
            { offer, requirement: { ...requirement, absent: "violated" }, outcome: "violated" as const },
            { offer, requirement: { ...requirement, absent: "unknown" }, outcome: "unknown" as const },
          ];
        }),
      ),
    );
  },
});
