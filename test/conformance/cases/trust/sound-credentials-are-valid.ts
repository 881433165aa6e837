import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CHECKS, checksIn, credential, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A sound credential is valid, by every algorithm, and all checks say so",
  requirements: [
    "MPLI-TRUST-001@5c4ed308",
    "MPLI-TRUST-003@79c457fa",
    "MPLI-TRUST-005@9d652931",
    "MPLI-TRUST-006@bd704f55",
    "MPLI-TRUST-007@f435f62a",
    "MPLI-TRUST-008@6a901e83",
    "MPLI-TRUST-010@ea581c85",
    "MPLI-TRUST-013@1551eebe",
  ],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "a verifier that knows one curve, or finds fault with everything",
  since: "0.1",
  async run(t: Exam) {
    for (const alg of ["EdDSA", "ES256", "ES384", "PS256", "RS256"] as const) {
      const one = issuer(alg);
      const found = await expectValid(t, token(one, credential(one)), `a credential by ${alg}`);
      t.equal(found["verified"], true, "`verified` is");
      t.equal(
        checksIn(t, found).map(({ check, outcome }) => [check, outcome]),
        CHECKS.map((check) => [check, "passed"]),
        "the checks are",
      );
      t.equal(found["issuer"], one.did, "the issuer is");
      t.equal([found["credentialType"]].flat(), ["VerifiableCredential"], "the types are");
      t.equal([found["subject"]].flat(), ["did:web:subject.conformance.example"], "the subjects are");
    }
  },
});
