import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason, reportOn } from "../../steps/evidence.ts";

export default defineCase({
  title: "A demand that names a policy is judged by that of the node which has this name",
  requirements: ["MPLI-EVID-011@0f31db47"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "passing over the policy that a demand names",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did)]);
    await expectReason(t, party, "attested", "met", { trustPolicy: "open" });
    await expectReason(t, party, "certified", "evidence-too-weak", { trustPolicy: "open" });
    await expectReason(t, party, "attested", "evidence-issuer-not-trusted", { trustPolicy: "gaia-x" });
    const unknown = await reportOn(t, "attested", { trustPolicy: "nobody-has-this" });
    t.refusal(unknown, 422, "unknown-policy");
  },
});
