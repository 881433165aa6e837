import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate of one provider is worth nothing to another that links it",
  requirements: ["MPLI-EVID-008@b6325be3", "MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "counting every credential that a manifest links",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const other = await t.party();
    const party = await certifiedParty(t, () => [certificate(body, other.did)]);
    await expectReason(t, party, "attested", "evidence-of-another");
  },
});
