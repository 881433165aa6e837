import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { TYPE, accepting, policyOf, verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A rule that accepts says both whom it believes and with what",
  requirements: ["MPLI-POL-016@7555f446"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "a list of trusted names that are believed for everything",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    for (const bare of [
      { effect: "accept" },
      { effect: "accept", issuer: [one.did] },
      { effect: "accept", credentialType: [TYPE] },
      { effect: "accept", anchorCategory: ["qeaa"] },
      { effect: "accept", scope: ["ISO27001"], credentialType: [TYPE] },
    ])
      for (const rules of [[bare], [accepting(one), bare]])
        t.refusal(await verifyBy(t, one, policyOf(rules)), 422, "bare-rule");
  },
});
