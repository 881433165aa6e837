import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "Header, claims and credential name one issuer",
  requirements: ["MPLI-TRUST-018@77120cc8"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "looking at the issuer in one of three places",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const named = token(one, { ...credential(one), iss: one.did }, { iss: one.did });
    await expectValid(t, named, "a token that names its issuer three times");
    const other = "did:web:other.conformance.example";
    const { issuer: _, ...nobodys } = credential(one);
    for (const [compact, what] of [
      [token(one, { ...credential(one), iss: other }), "a token that names another issuer in its payload"],
      [token(one, credential(one), { iss: other }), "a token that names another issuer in its header"],
      [token(one, nobodys), "a credential without an issuer"],
      [
        token(one, { ...nobodys, iss: one.did }, { iss: one.did }),
        "a credential whose token alone names an issuer",
      ],
    ] as const)
      await expectFault(t, compact, ["key", "failed", "issuer-mismatch"], what);
  },
});
