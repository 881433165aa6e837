import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "A proof has a signature in base58btc, and times that are times",
  requirements: ["MPLI-TRUST-059@32a227b0"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a lenient decoder of signatures",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, proved(one), "the sound one");
    const { proofValue } = proved(one)["proof"] as { readonly proofValue: string };
    for (const proof of [
      { proofValue: proofValue.slice(1) },
      { proofValue: `u${proofValue.slice(1)}` },
      { proofValue: "z" },
      { proofValue: null },
      { proofValue: `${proofValue}0` },
      { created: "yesterday" },
      { expires: "2099-01-01" },
    ])
      await expectFault(
        t,
        proved(one, { proof }),
        ["form", "failed", "malformed-proof"],
        JSON.stringify(proof),
      );
  },
});
