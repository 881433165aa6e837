import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { decidedBy, listedPolicies, verificationBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A request is decided by the policy that it names",
  requirements: ["MPLI-POL-009@f159d90a"],
  role: "node",
  feature: "policies",
  expects: "accept",
  hunts: "options that nobody reads",
  since: "0.1",
  async run(t: Exam) {
    const { entries } = await listedPolicies(t);
    const one = issuer();
    for (const { name } of entries.slice(0, 5)) {
      const { policy } = await verificationBy(t, one, name);
      t.equal(policy, name, "the policy of the answer is");
    }
    t.equal(
      await decidedBy(t, one, "open"),
      "passed",
      "a credential of a stranger by the policy open ends with",
    );
  },
});
