import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "Evidence without the anchor that is asked for does not count",
  requirements: ["MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "passing over the anchor that a demand asks for",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did)]);
    await expectReason(t, party, { party: "attested", anchor: "eidas-qualified" }, "evidence-anchor-differs");
    await expectReason(t, party, { party: "attested" }, "met");
  },
});
