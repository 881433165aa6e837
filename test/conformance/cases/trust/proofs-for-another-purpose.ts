import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "A proof that somebody is there is no proof that they say something",
  requirements: ["MPLI-TRUST-060@cc33f154"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a proof of a presentation taken for one of a credential",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, proved(one), "the sound one");
    for (const proofPurpose of ["authentication", "keyAgreement"])
      await expectFault(
        t,
        proved(one, { options: { proofPurpose } }),
        ["form", "failed", "proof-purpose-differs"],
        `a proof for ${proofPurpose}`,
      );
  },
});
