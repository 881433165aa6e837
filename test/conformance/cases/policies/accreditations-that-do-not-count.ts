import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  accreditation,
  accrediting,
  believing,
  certificate,
  certifiedParty,
  expectReason,
  policyFor,
} from "../../steps/evidence.ts";

export default defineCase({
  title:
    "A chain of accreditations is worth nothing where one of them has ended, is for another scheme, or is of somebody whom the policy denies",
  requirements: ["MPLI-POL-027@f202f801", "MPLI-POL-028@2bd97c86"],
  role: "catalogue",
  feature: "policies",
  expects: "refuse",
  hunts: "looking at the two ends of a chain alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.declared.features.has("evidence")) t.inapplicable("the target weighs no evidence");
    const [body, one, top] = [issuer(), issuer(), issuer()];
    const rules = [believing(body), accrediting(top)];
    const chained = (more: { readonly validUntil?: string }) =>
      certifiedParty(t, ({ did }) => [
        certificate(body, did),
        accreditation(one, body.did, "ISO27001", more),
        accreditation(top, one.did),
      ]);
    const sound = await chained({});
    await expectReason(t, sound, "accredited", "met", { trustPolicy: policyFor(rules) });
    const denied = policyFor([...rules, { effect: "deny", issuer: [one.did] }]);
    await expectReason(t, sound, "accredited", "evidence-too-weak", { trustPolicy: denied });
    const over = await chained({ validUntil: "2026-02-01T00:00:00Z" });
    await expectReason(t, over, "accredited", "evidence-too-weak", { trustPolicy: policyFor(rules) });
    const elsewhere = await certifiedParty(t, ({ did }) => [
      certificate(body, did),
      accreditation(one, body.did, "SOC2"),
      accreditation(top, one.did),
    ]);
    await expectReason(t, elsewhere, "accredited", "evidence-too-weak", { trustPolicy: policyFor(rules) });
    await expectReason(t, over, "certified", "met", { trustPolicy: policyFor(rules) });
  },
});
