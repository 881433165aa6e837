import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuerAt } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate that the provider has signed for itself is no more than declared",
  requirements: ["MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "taking any good signature for that of somebody else",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await certifiedParty(t, (self) => [certificate(issuerAt(self), self.did)]);
    await expectReason(t, party, "declared", "met");
    await expectReason(t, party, "attested", "evidence-too-weak");
  },
});
