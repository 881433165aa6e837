import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectLabel, labelOver, labelling, sound } from "../../steps/labels.ts";

export default defineCase({
  title: "A linked token may have the type that Gaia-X gives it",
  requirements: ["MPLI-EVID-041@aa9c4029"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "verifying all links under one profile",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const typ of ["vc+ld+jwt", "vc+ld+json+jwt"]) {
      const given = await labelling(t);
      const label = await labelOver(given.house, sound(given), { header: { typ, cty: "vc+ld" } });
      await expectLabel(t, given, [label, given.person, given.number], "met");
    }
  },
});
