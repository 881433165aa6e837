import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, resultsOf, shelfOf } from "../../steps/demands.ts";
import { NOT, SIXTEEN, part } from "../../steps/joined.ts";
import type { JsonObject } from "../../http.ts";

const OUTCOMES = ["satisfied", "unknown", "violated"] as const;
const [YES, OPEN, NO] = OUTCOMES.map((outcome) => part(outcome, "runtimeVersion"));
const turned = new Map(NOT);

export default defineCase({
  title: "Joined requirements are parts of others like any requirement, one part and three parts like two",
  requirements: ["MPLI-COMP-071@3a29c651", "MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading the outermost level only, the first two parts only, or a double `not` as a single one",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { sixteen: SIXTEEN });
    const third = (outcome: Outcome) => part(outcome, "conformantVersion");
    const rows: (readonly [requirement: JsonObject, outcome: Outcome])[] = [
      ...OUTCOMES.flatMap((outcome) => {
        const [one, not] = [part(outcome), turned.get(outcome) ?? outcome];
        return [
          [{ anyOf: [one] }, outcome],
          [{ allOf: [one] }, outcome],
          [{ not: { not: one } }, outcome],
          [{ not: { anyOf: [one, NO] } }, not],
          [{ not: { allOf: [one, YES] } }, not],
          [{ anyOf: [NO, { not: one }] }, not],
          [{ allOf: [YES, { anyOf: [NO, { not: { not: one } }] }] }, outcome],
        ] as const;
      }),
      [{ anyOf: [part("violated"), NO, third("satisfied")] }, "satisfied"],
      [{ anyOf: [part("violated"), NO, third("unknown")] }, "unknown"],
      [{ allOf: [part("satisfied"), YES, third("violated")] }, "violated"],
      [{ allOf: [part("satisfied"), YES, third("unknown")] }, "unknown"],
      [{ allOf: [part("satisfied"), OPEN, third("violated")] }, "violated"],
    ];
    await expectOutcomes(
      t,
      shelf,
      rows.map(([requirement, outcome]) => ({ offer: "sixteen", requirement, outcome })),
    );

    const verdicts = { satisfied: "compatible", unknown: "undetermined", violated: "incompatible" };
    const result = await resultsOf(
      t,
      shelf,
      OUTCOMES.map((outcome) => ({ must: [{ anyOf: [NO, part(outcome)] }] })),
    );
    for (const [index, outcome] of OUTCOMES.entries())
      t.equal(
        result(index, "sixteen")["verdict"],
        verdicts[outcome],
        `the verdict on an \`anyOf\` that is ${outcome} is`,
      );
  },
});
