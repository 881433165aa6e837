import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { awaitReason, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A statement without any credential is only the word of its provider",
  requirements: ["MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "taking what a manifest says for attested",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await certifiedParty(t, () => []);
    await awaitReason(t, party, "declared", "evidence-missing");
    for (const evidence of ["declared", "attested", "certified"])
      await expectReason(t, party, evidence, "evidence-missing");
    await expectReason(t, party, "asserted", "met");
  },
});
