import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { evidenceIn } from "../../steps/evidence.ts";
import {
  type Labelling,
  type Rested,
  expectLabel,
  labelOver,
  labelling,
  numberOf,
  sound,
} from "../../steps/labels.ts";

type Variant = (given: Labelling) => readonly [rested: readonly Rested[], linked: readonly string[]];

const forged = numberOf({ ...issuer(), privateKey: issuer().privateKey });

const VARIANTS: readonly (readonly [code: string, variant: Variant])[] = [
  ["credential-not-presented", (given) => [sound(given), [given.person]]],
  ["credential-not-presented", (given) => [sound(given), [given.person, numberOf(issuer())]]],
  [
    "credential-not-presented",
    (given) => [
      [...sound(given), [forged, "gx:VatID"]],
      [given.person, given.number, forged],
    ],
  ],
  [
    "type-differs",
    ({ person, number }) => [
      [
        [person, "gx:LegalPerson"],
        [number, "gx:LeiCode"],
      ],
      [person, number],
    ],
  ],
];

export default defineCase({
  title: "A label is nobody's where one of its digests does not lead to a credential of its type",
  requirements: ["MPLI-CRED-005@aea79259", "MPLI-EVID-046@bd1d653e"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "a label that is shown with other credentials than it was given for",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const [code, variant] of VARIANTS) {
      const given = await labelling(t);
      const [rested, linked] = variant(given);
      const label = await labelOver(given.house, rested);
      const judged = await expectLabel(t, given, [label, ...linked], "evidence-of-another");
      t.equal(evidenceIn(judged)[0]?.["unbound"], code, "why it is nobody's is");
    }
  },
});
