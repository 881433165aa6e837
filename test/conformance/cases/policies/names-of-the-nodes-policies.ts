import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, listedPolicies, policyOf, verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A policy in a request does not pass for one of the node's",
  requirements: ["MPLI-POL-012@d375bd1e"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "an answer that says open and means something else",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    t.status(await verifyBy(t, one, policyOf([accepting(one)])), 200);
    t.refusal(await verifyBy(t, one, policyOf([accepting(one)], { name: "open" })), 422, "policy-name-taken");
    const { entries } = await listedPolicies(t);
    for (const { name } of entries.slice(0, 5))
      t.refusal(await verifyBy(t, one, policyOf([accepting(one)], { name })), 422, "policy-name-taken");
  },
});
