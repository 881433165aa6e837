import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, expectDecision, policyOf, verificationBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A request brings its policy along, and nobody else is believed by it",
  requirements: ["MPLI-POL-010@7d7bdfbd", "MPLI-POL-021@48c42673"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "a policy that is read and not applied",
  since: "0.1",
  async run(t: Exam) {
    const [one, other] = [issuer(), issuer("ES256")];
    const mine = policyOf([accepting(one)]);
    const found = await verificationBy(t, one, mine);
    t.equal([found["outcome"], found["policy"]], ["valid", mine["name"]], "the outcome and the policy are");
    await expectDecision(t, one, [accepting(one)], "passed", "a credential of the issuer");
    await expectDecision(t, other, [accepting(one)], "issuer-not-trusted", "a credential of a stranger");
    await expectDecision(t, one, [accepting(one), accepting(other)], "passed", "a credential of one of two");
  },
});
