import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";

const MET = { on: "vcpus", atLeast: "2" };
const MISSED = { on: "vcpus", atLeast: "8" };
const weighing = (met: number, ...missed: readonly number[]) => ({
  should: [
    { ...MET, weight: met },
    ...missed.map((weight, index) => ({ ...MISSED, moreThan: `${index}`, weight })),
  ],
});

/** Wishes, and the share of their weight that is met. */
const SCORES = [
  [weighing(1, 2), 0.333333],
  [weighing(2, 1), 0.666667],
  // The shares 0.0000005 and 0.0000025.
  [weighing(1, 1_000_000, 999_999), 0.000001],
  [weighing(1, 399_999), 0.000003],
  [weighing(1, 1_000_000, 1_000_000), 0],
] as const;

export default defineCase({
  title: "Scores are rounded to six decimals, and a half away from zero",
  requirements: ["MPLI-COMP-095@8058ccb7", "MPLI-COMP-045@20ad03ef"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "halves to the even digit, cutting digits off, or a score in percent",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { vm: { vcpus: 4 } });
    const result = await resultsOf(
      t,
      shelf,
      SCORES.map(([component]) => component),
    );
    for (const [index, [{ should }, score]] of SCORES.entries()) {
      const weights = should.map(({ weight }) => weight).join(" to ");
      t.equal(
        result(index, "vm")["score"],
        score,
        `the score of one wish of several that weigh ${weights} is`,
      );
    }
  },
});
