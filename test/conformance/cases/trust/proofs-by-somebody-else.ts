import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "A proof is by a key of the credential's issuer",
  requirements: ["MPLI-TRUST-061@41f1b48d"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "anybody's valid proof under somebody's name",
  since: "0.1",
  async run(t: Exam) {
    const [one, other] = [issuer(), issuer()];
    await expectValid(t, proved(one), "the sound one");
    await expectFault(
      t,
      proved({ ...other, did: one.did }),
      ["key", "failed", "issuer-mismatch"],
      "a sound proof by somebody else",
    );
  },
});
