import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, issuer } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "A proof holds from when it was made to when it ends",
  requirements: ["MPLI-TRUST-062@a48a5ab7"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "times of the credential alone",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const created = "2099-01-01T00:00:00Z";
    await expectFault(t, proved(one, { options: { created } }), ["time", "failed", "not-yet-valid"], created);
    const expires = "2026-01-02T00:00:00Z";
    await expectFault(t, proved(one, { options: { expires } }), ["time", "failed", "expired"], expires);
  },
});
