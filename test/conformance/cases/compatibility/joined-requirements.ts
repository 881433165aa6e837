import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { JOINED, NOT, SIXTEEN, part } from "../../steps/joined.ts";

export default defineCase({
  title:
    "Two parts come to the better outcome with `anyOf` and to the worse with `allOf`, and `not` turns one",
  requirements: ["MPLI-COMP-071@3a29c651"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "logic of two values: reading what is unknown as a no, and so its opposite as a yes",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { sixteen: SIXTEEN });
    await expectOutcomes(t, shelf, [
      ...JOINED.flatMap(([one, other, anyOf, allOf]) => {
        const parts = [part(one), part(other, "runtimeVersion")];
        return [
          { offer: "sixteen", requirement: { anyOf: parts }, outcome: anyOf },
          { offer: "sixteen", requirement: { allOf: parts }, outcome: allOf },
        ];
      }),
      ...NOT.map(([outcome, not]) => ({
        offer: "sixteen",
        requirement: { not: part(outcome) },
        outcome: not,
      })),
    ]);
  },
});
