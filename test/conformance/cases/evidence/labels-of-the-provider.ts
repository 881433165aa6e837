import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { evidenceIn } from "../../steps/evidence.ts";
import { expectLabel, labelOver, labelling, sound } from "../../steps/labels.ts";

export default defineCase({
  title: "A label is one of the provider that signed the legal person on which it rests",
  requirements: [
    "MPLI-EVID-042@065bcb97",
    "MPLI-CRED-006@ec069b3e",
    "MPLI-CRED-007@b39df503",
    "MPLI-EVID-046@bd1d653e",
  ],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "binding credentials by the id of their subject alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const level of ["L1", "L3"]) {
      const given = await labelling(t);
      const label = await labelOver(given.house, sound(given), { subject: { "gx:labelLevel": level } });
      const judged = await expectLabel(t, given, [label, given.person, given.number], "met");
      t.equal(evidenceIn(judged)[0]?.["binding"], "label", "the way in which it is the provider's is");
    }
  },
});
