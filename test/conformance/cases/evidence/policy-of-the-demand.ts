import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { believing, certificate, certifiedParty, expectReason, policyFor } from "../../steps/evidence.ts";

export default defineCase({
  title:
    "A demand that brings a policy is judged by it: whom it knows as a certification body, whom it denies, and nobody else",
  requirements: ["MPLI-EVID-010@eb3be661", "MPLI-EVID-011@0f31db47"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "weighing all credentials by one policy",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const [body, other] = [issuer(), issuer()];
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did)]);
    const certified = { trustPolicy: policyFor([believing(body)]) };
    await expectReason(t, party, "certified", "met", certified);
    await expectReason(t, party, "accredited", "evidence-too-weak", certified);
    await expectReason(t, party, "certified", "evidence-issuer-not-trusted", {
      trustPolicy: policyFor([believing(other)]),
    });
    await expectReason(t, party, "attested", "evidence-issuer-not-trusted", {
      trustPolicy: policyFor([believing(body), { effect: "deny", issuer: [body.did] }]),
    });
    await expectReason(t, party, "attested", "evidence-issuer-not-trusted", {
      trustPolicy: policyFor([believing(body, { scope: ["ISO9001"] })]),
    });
  },
});
