import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { typed } from "../../steps/credential-types.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";
import { OTHER_TYPE, TYPE, accepting, policyOf } from "../../steps/policies.ts";

const SUBJECT = "did:web:subject.conformance.example";

export default defineCase({
  title: "A rule that denies some schemes denies credentials of these schemes, and of no other",
  requirements: ["MPLI-POL-022@21d06c36", "MPLI-POL-020@95e73003"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "reading the schemes of rules that accept alone",
  since: "0.1",
  async run(t: Exam) {
    if (!t.hasEndpoint("verify")) t.inapplicable("the target verifies no credentials");
    const one = issuer();
    const denying = (more: Readonly<Record<string, string[]>>) => ({
      policy: policyOf([
        accepting(one, { credentialType: [OTHER_TYPE, TYPE] }),
        { effect: "deny", scope: ["SOC2"], ...more },
      ]),
    });
    const of = (scheme: string) =>
      token(one, typed(one, OTHER_TYPE, { id: SUBJECT, certification: { scheme } }));
    const DENIED = ["issuer", "failed", "issuer-denied"] as const;
    for (const more of [{}, { issuer: [one.did] }, { credentialType: [OTHER_TYPE] }]) {
      const what = `a scheme, where a denial has it and ${JSON.stringify(more)}`;
      await expectFault(t, of("SOC2"), DENIED, what, denying(more));
      await expectValid(
        t,
        of("ISO27001"),
        `another scheme than that of a denial with ${JSON.stringify(more)}`,
        denying(more),
      );
      await expectValid(
        t,
        token(one, credential(one)),
        "no scheme at all, beside a denial of one",
        denying(more),
      );
    }
  },
});
