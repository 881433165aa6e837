import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "Neither no algorithm nor one with a shared secret makes a signature",
  requirements: ["MPLI-TRUST-014@c0484d40", "MPLI-TRUST-009@3dce0980"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "the algorithm that the token itself asks for",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, token(one, credential(one)), "the sound token");
    for (const alg of ["none", "None", "HS256", "HS512", "RS1", "ES256K", "", 5, undefined])
      await expectFault(
        t,
        token(one, credential(one), { alg }),
        ["form", "failed", "alg-not-allowed"],
        `alg ${alg}`,
      );
  },
});
