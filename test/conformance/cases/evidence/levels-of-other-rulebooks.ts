import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectLabel, labelOver, labelling, sound } from "../../steps/labels.ts";

export default defineCase({
  title: "A level of another rulebook, or a lower one, is not the one that is asked for",
  requirements: ["MPLI-CRED-007@b39df503"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "levels that are compared by their letters",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const subject of [
      { "gx:rulesVersion": "Another rulebook 1.0" },
      { "gx:labelLevel": "P" },
      { "gx:labelLevel": "SC" },
    ]) {
      const given = await labelling(t);
      const label = await labelOver(given.house, sound(given), { subject });
      await expectLabel(t, given, [label, given.person, given.number], "evidence-missing");
    }
  },
});
