import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectValid, issuer } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "A credential with a proof inside is valid, by both suites and all their curves",
  requirements: ["MPLI-TRUST-041@7a08570e", "MPLI-TRUST-057@54d4b3d0", "MPLI-TRUST-010@ea581c85"],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "one suite, or SHA-256 for every curve",
  since: "0.1",
  async run(t: Exam) {
    for (const alg of ["EdDSA", "ES256", "ES384"] as const) {
      const one = issuer(alg);
      const found = await expectValid(t, proved(one), `a credential with a proof by ${alg}`);
      t.equal(found["issuer"], one.did, "the issuer is");
      t.equal([found["subject"]].flat(), ["did:web:subject.conformance.example"], "the subjects are");
    }
    await expectValid(
      t,
      proved(issuer(), { options: { expires: "2099-01-01T00:00:00Z" } }),
      "a proof that ends",
    );
  },
});
