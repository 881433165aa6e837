import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, policyOf, verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A value that a policy cannot have is refused, and not taken for another",
  requirements: ["MPLI-POL-013@094f456c"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "an effect of another spelling that accepts, a date that never comes",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    for (const wrong of [
      { effect: "allow" },
      { effect: ["accept", "deny"] },
      { issuer: "conformance.example" },
      { issuer: `${one.kid}` },
      { credentialType: 5 },
      { scope: "ISO27O01" },
      { anchorCategory: "anyone" },
      { confers: "king" },
      { validFrom: "2026-11-01" },
      { validUntil: "2026-02-30T00:00:00Z" },
      { effect: "deny", confers: "certification-body" },
    ])
      t.refusal(await verifyBy(t, one, policyOf([accepting(one, wrong)])), 422, "malformed-policy");
    for (const wrong of [
      { name: "Not A Name" },
      { name: "n".repeat(65) },
      { policyVersion: 0 },
      { policyVersion: -1 },
      { policyVersion: 1.5 },
      { policyVersion: "one" },
      { policyVersion: true },
      { title: "t".repeat(201) },
      { title: 5 },
      { title: ["One", "Two"] },
      { description: "d".repeat(2001) },
      { rule: "all" },
    ])
      t.refusal(await verifyBy(t, one, policyOf([accepting(one)], wrong)), 422, "malformed-policy");
    for (const right of [
      { policyVersion: "4" },
      { policyVersion: 20_261_102 },
      { title: "t".repeat(200), description: "d".repeat(2000) },
    ])
      t.status(await verifyBy(t, one, policyOf([accepting(one)], right)), 200);
  },
});
