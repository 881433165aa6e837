import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "Header, claims and credential name one issuer",
  requirements: ["MPLI-TRUST-018@d2338c8a"],
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
    for (const compact of [
      token(one, { ...credential(one), iss: other }),
      token(one, credential(one), { iss: other }),
    ])
      await expectFault(
        t,
        compact,
        ["key", "failed", "issuer-mismatch"],
        "a token that names another issuer",
      );
  },
});
