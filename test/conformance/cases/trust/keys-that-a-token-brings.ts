import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, keyPair, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A key in the header of a token is not looked at",
  requirements: ["MPLI-TRUST-020@abb0c380", "MPLI-TRUST-026@92a2c468"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a token that verifies itself",
  since: "0.1",
  async run(t: Exam) {
    const [one, stranger] = [issuer(), keyPair()];
    const jwk = stranger.jwk;
    for (const header of [
      { jwk },
      { jku: "https://evil.conformance.example/keys" },
      { x5u: "https://evil.conformance.example/chain" },
    ]) {
      const forged = token({ ...stranger, kid: one.kid }, credential(one), header);
      await expectFault(
        t,
        forged,
        ["signature", "failed", "bad-signature"],
        `a token with ${Object.keys(header)[0]}`,
      );
      await expectValid(t, token(one, credential(one), header), "a sound token with a key to ignore");
    }
  },
});
