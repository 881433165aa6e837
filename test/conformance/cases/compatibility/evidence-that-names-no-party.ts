import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { EVIDENCE, ON_SIXTEEN } from "../../steps/tables.ts";

const MORE_THAN_ASSERTED = [
  { anchor: "eidas" },
  { anchor: "https://anchors.example/list" },
  { notOlderThan: "90 d" },
  { anchor: "eidas", notOlderThan: "1 a" },
  { party: "attested" },
  { party: "certified", anchor: "eidas", notOlderThan: "90 d" },
];

export default defineCase({
  title: "Evidence that names an anchor or an age is more than an assertion, whatever it says of the party",
  requirements: ["MPLI-COMP-074@b4cd6d9c", "MPLI-COMP-035@fd67a002"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading the party alone, and where there is none asking for no evidence",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { sixteen: { engineVersion: "16" } });
    const asking = (stated: (typeof EVIDENCE)[number][0], evidence: unknown) => ({
      on: "engineVersion",
      atLeast: ON_SIXTEEN.atLeast[stated],
      evidence,
    });
    await expectOutcomes(
      t,
      shelf,
      EVIDENCE.flatMap(([stated, asserted, other]) => [
        ...MORE_THAN_ASSERTED.map((evidence) => ({
          offer: "sixteen",
          requirement: asking(stated, evidence),
          outcome: other,
        })),
        { offer: "sixteen", requirement: asking(stated, { party: "asserted" }), outcome: asserted },
      ]),
    );
  },
});
