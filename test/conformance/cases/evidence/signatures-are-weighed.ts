import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { believing, expectReason, policyFor, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "A signature under a manifest is weighed as other credentials are: by policy, age and anchor",
  requirements: ["MPLI-EVID-010@eb3be661", "MPLI-EVID-011@0f31db47"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "believing a signed manifest whatever the customer asks",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await signedParty(t);
    const denied = { trustPolicy: policyFor([{ effect: "deny", issuer: [party.did] }]) };
    await expectReason(t, party, "declared", "evidence-issuer-not-trusted", denied);
    const others = { trustPolicy: policyFor([believing(issuer())]) };
    await expectReason(t, party, "declared", "met", others);
    const recent = { party: "declared", notOlderThan: "30 d" };
    await expectReason(t, party, recent, "evidence-too-old");
    const anchored = { party: "declared", anchor: "eidas-qualified" };
    await expectReason(t, party, anchored, "evidence-anchor-differs");
  },
});
