import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { OTHER_TYPE, TYPE, accepting, expectDecision } from "../../steps/policies.ts";

export default defineCase({
  title: "A rule accepts only that to which each of its members applies",
  requirements: ["MPLI-POL-021@48c42673", "MPLI-POL-022@21d06c36"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "accepting by the issuer alone, or by the type alone",
  since: "0.1",
  async run(t: Exam) {
    const [one, other] = [issuer(), issuer("ES256")];
    await expectDecision(
      t,
      one,
      [accepting(one, { credentialType: [OTHER_TYPE, TYPE] })],
      "passed",
      "one of two types",
    );
    for (const [what, rules] of [
      ["another type", [accepting(one, { credentialType: [OTHER_TYPE] })]],
      ["another issuer", [accepting(other)]],
      [
        "the type of one rule and the issuer of another",
        [accepting(one, { credentialType: [OTHER_TYPE] }), accepting(other)],
      ],
      ["a type in other letters", [accepting(one, { credentialType: [TYPE.toLowerCase()] })]],
      ["nothing that is accepted", [{ effect: "deny", issuer: [other.did] }]],
    ] as const)
      await expectDecision(t, one, rules, "issuer-not-trusted", what);
  },
});
