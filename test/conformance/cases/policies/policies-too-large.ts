import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { policyOf, verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A policy beyond the limits is refused, and not read in part",
  requirements: ["MPLI-POL-017@a95d927a"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "the rule that denies, beyond the last that is read",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const rules = Array.from({ length: 1001 }, (_, index) => ({
      effect: "deny",
      credentialType: `T${index}`,
    }));
    const issuers = Array.from({ length: 10_001 }, (_, index) => `did:x:${index.toString(36)}`);
    for (const policy of [policyOf(rules), policyOf([{ effect: "deny", issuer: issuers }])]) {
      const answer = await verifyBy(t, one, policy);
      if (answer.status === 413) t.cannotTell("the target takes no request of this size");
      t.refusal(answer, 422, "policy-too-large");
    }
  },
});
