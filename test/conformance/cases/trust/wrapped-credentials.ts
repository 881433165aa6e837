import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A credential wrapped in a claim is not read as the token's own",
  requirements: ["MPLI-TRUST-017@517c6c6b"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts:
    "two credentials in one token, of which another is read than was signed for, or one by rules that were not asked for",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const other = credential(one, {
      credentialSubject: { id: "did:web:other.conformance.example", name: "x" },
    });
    await expectValid(t, token(one, credential(one)), "the sound token");
    for (const name of ["vc", "vp"])
      await expectFault(
        t,
        token(one, { ...credential(one), [name]: other }),
        ["form", "failed", "wrapper-claim"],
        `a token with ${name}`,
      );
    for (const profile of ["w3c", "gaia-x"])
      await expectFault(
        t,
        token(one, { iss: one.did, vc: credential(one) }),
        ["form", "failed", "wrapper-claim"],
        `a token with nothing but vc by ${profile}`,
        { profile },
      );
  },
});
