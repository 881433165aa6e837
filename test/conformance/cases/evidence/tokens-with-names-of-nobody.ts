import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectLabel, labelOver, labelling, sound } from "../../steps/labels.ts";

export default defineCase({
  title: "A linked token with a type that no profile has is no credential",
  requirements: ["MPLI-EVID-041@aa9c4029"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "reading any type for one of Gaia-X",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const typ of ["vc+zip", "JWT", "vp+ld+jwt"]) {
      const given = await labelling(t);
      const label = await labelOver(given.house, sound(given), { header: { typ, cty: "vc" } });
      await expectLabel(t, given, [label, given.person, given.number], "evidence-missing");
    }
  },
});
