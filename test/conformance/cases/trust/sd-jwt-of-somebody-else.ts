import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer, keyPair } from "../../steps/credentials.ts";
import { sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "An SD-JWT VC is signed by the key of its issuer, and holds now",
  requirements: [
    "MPLI-TRUST-018@77120cc8",
    "MPLI-TRUST-019@ce204e2a",
    "MPLI-TRUST-026@92a2c468",
    "MPLI-TRUST-030@365335b2",
    "MPLI-TRUST-031@98f9148c",
  ],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "rules for tokens that SD-JWT VC are spared",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, sdJwt(one), "the sound one");
    const other = { ...keyPair(), did: one.did, kid: one.kid };
    await expectFault(t, sdJwt(other), ["signature", "failed", "bad-signature"], "a forged one");
    const kid = issuer().kid;
    await expectFault(
      t,
      sdJwt(one, { header: { kid } }),
      ["key", "failed", "kid-issuer-mismatch"],
      "one by a key of somebody else",
    );
    const times = { exp: 1_767_225_601, nbf: 4_102_444_800, iat: 1_767_225_600_000 };
    const codes = { exp: "expired", nbf: "not-yet-valid", iat: "malformed-time" };
    for (const name of ["exp", "nbf", "iat"] as const)
      await expectFault(
        t,
        sdJwt(one, { claims: { [name]: times[name] } }),
        ["time", "failed", codes[name]],
        `one with ${name} ${times[name]}`,
      );
  },
});
