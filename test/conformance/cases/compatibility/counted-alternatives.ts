import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { COUNTS, STATED } from "../../steps/joined.ts";

const AT_LEAST = { atLeast: "16.4.2" };

export default defineCase({
  title: "A requirement that counts is met by so many alternatives, and open as long as there may be enough",
  requirements: ["MPLI-COMP-070@0492d408"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting what is unknown as a yes or as a no, or being content with one",
  since: "0.1",
  writes: true,
  async run(t) {
    const rows = COUNTS.map(([atLeastCount, outcomes, outcome], index) => {
      const left = {
        satisfied: [...STATED.satisfied],
        unknown: [...STATED.unknown],
        violated: [...STATED.violated],
      };
      const engineVersion = outcomes.map((one) => left[one].shift() ?? "0");
      return { offer: `row-${index}`, engineVersion, atLeastCount, outcome };
    });
    const offers = rows.map(({ offer, engineVersion }) => [offer, { engineVersion }] as const);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    await expectOutcomes(
      t,
      shelf,
      rows.map(({ offer, atLeastCount, outcome }) => ({
        offer,
        requirement: { on: "engineVersion", having: AT_LEAST, atLeastCount },
        outcome,
      })),
    );
  },
});
