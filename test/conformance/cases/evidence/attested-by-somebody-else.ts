import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate that somebody else has signed for the provider stands for what it states",
  requirements: ["MPLI-EVID-001@7ac9abbc", "MPLI-EVID-008@b6325be3", "MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "leaving credentials for the customer to look at",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did)]);
    const judged = await expectReason(t, party, "attested", "met");
    t.equal(judged["outcome"], "satisfied", "the outcome is");
  },
});
