import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { OTHER_TYPE, TYPE, accepting, expectDecision } from "../../steps/policies.ts";

export default defineCase({
  title: "A rule that denies somebody else, or something else, denies nothing here",
  requirements: ["MPLI-POL-022@21d06c36"],
  role: "node",
  feature: "policies",
  expects: "accept",
  hunts: "denying by a part of what a rule states",
  since: "0.1",
  async run(t: Exam) {
    const [one, other] = [issuer(), issuer("ES256")];
    for (const denying of [
      { effect: "deny", issuer: [other.did] },
      { effect: "deny", issuer: [one.did], credentialType: [OTHER_TYPE] },
      { effect: "deny", issuer: [other.did], credentialType: [TYPE] },
      { effect: "deny", issuer: [one.did], anchorCategory: ["qeaa"] },
    ])
      await expectDecision(
        t,
        one,
        [accepting(one), denying],
        "passed",
        "what is accepted, beside a denial of others",
      );
  },
});
