import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { BOUNDS, ON_SIXTEEN } from "../../steps/tables.ts";

const PAIRS = [
  ["atLeast", "atMost"],
  ["lessThan", "moreThan"],
] as const;

export default defineCase({
  title: "Two bounds on one value come to the worse of their outcomes",
  requirements: ["MPLI-COMP-019@d3aa7207"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "looking at one of two bounds, or letting unknown outweigh violated",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { sixteen: { engineVersion: "16" } });
    await expectOutcomes(
      t,
      shelf,
      PAIRS.flatMap(([first, second]) =>
        BOUNDS.map(([one, other, outcome]) => ({
          offer: "sixteen",
          requirement: {
            on: "engineVersion",
            [first]: ON_SIXTEEN[first][one],
            [second]: ON_SIXTEEN[second][other],
          },
          outcome,
        })),
      ),
    );
  },
});
