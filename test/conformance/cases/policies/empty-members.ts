import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, policyOf, verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A rule for none of something is not taken for a rule for all of it",
  requirements: ["MPLI-POL-015@7c9b8493"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "JSON-LD, to which an empty list is a member that is not there",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    for (const empty of [
      { scope: [] },
      { scope: null },
      { validUntil: null },
      { anchorCategory: [] },
      { confers: [] },
    ])
      t.refusal(await verifyBy(t, one, policyOf([accepting(one, empty)])), 422, "malformed-policy");
    t.refusal(await verifyBy(t, one, policyOf([{ effect: "deny", issuer: [] }])), 422, "malformed-policy");
    t.refusal(await verifyBy(t, one, policyOf([])), 422, "malformed-policy");
  },
});
