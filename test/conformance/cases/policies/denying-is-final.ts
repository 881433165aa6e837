import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { TYPE, accepting, expectDecision } from "../../steps/policies.ts";

export default defineCase({
  title: "What one rule denies no other accepts, in whatever order they stand",
  requirements: ["MPLI-POL-020@95e73003"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "the first rule that matches, or the last",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const denying = { effect: "deny", issuer: [one.did] };
    for (const rules of [
      [accepting(one), denying],
      [denying, accepting(one)],
      [accepting(one), denying, accepting(one)],
    ])
      await expectDecision(t, one, rules, "issuer-denied", "what is accepted and denied");
    const byType = { effect: "deny", credentialType: [TYPE] };
    await expectDecision(t, one, [accepting(one), byType], "issuer-denied", "a type that is denied to all");
    await expectDecision(
      t,
      one,
      [accepting(one), { effect: "deny" }],
      "issuer-denied",
      "what everyone is denied",
    );
  },
});
