import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate under one scheme does not stand for another scheme",
  requirements: ["MPLI-EVID-008@b6325be3", "MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "looking at who is certified, and not for what",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did, {}, "ISO9001")]);
    await expectReason(t, party, "attested", "evidence-missing");
  },
});
