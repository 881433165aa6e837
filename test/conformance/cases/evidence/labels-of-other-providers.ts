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
  personOf,
  sound,
} from "../../steps/labels.ts";

const theirs: Rested = [personOf(issuer()), "gx:LegalPerson"];

const VARIANTS: readonly (readonly [code: string, rests: (given: Labelling) => readonly Rested[]])[] = [
  ["other-provider", ({ number }) => [theirs, [number, "gx:VatID"]]],
  ["several-providers", (given) => [...sound(given), theirs]],
  ["no-provider", ({ number }) => [[number, "gx:VatID"]]],
];

export default defineCase({
  title: "A label of another provider is worth nothing to the one that links it",
  requirements: ["MPLI-CRED-006@ec069b3e", "MPLI-EVID-042@065bcb97", "MPLI-EVID-046@bd1d653e"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "a label that is bound by being linked, or by the name that its subject has",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const [code, rests] of VARIANTS) {
      const given = await labelling(t);
      const rested = rests(given);
      const label = await labelOver(given.house, rested, { subject: { id: given.party.did } });
      const linked = [label, ...rested.map(([compact]) => compact)];
      const judged = await expectLabel(t, given, linked, "evidence-of-another");
      t.equal(evidenceIn(judged)[0]?.["unbound"], code, "why it is nobody's is");
    }
  },
});
