import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, policyOf, verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A member that policies do not have is refused, whatever it may mean elsewhere",
  requirements: ["MPLI-POL-014@709efd6b"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "a misspelt member that narrowed a rule, passed over",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    for (const stray of [
      { validTill: "2020-01-01T00:00:00Z" },
      { issuers: [one.did] },
      { memory: "16 GiBy" },
    ])
      t.refusal(await verifyBy(t, one, policyOf([accepting(one, stray)])), 422, "malformed-policy");
    for (const stray of [{ rules: [] }, { version: 2 }, { currency: "EUR" }])
      t.refusal(await verifyBy(t, one, policyOf([accepting(one)], stray)), 422, "malformed-policy");
  },
});
