import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, issuer } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "A proof of an unknown suite, and several proofs, leave a credential open",
  requirements: ["MPLI-TRUST-058@13c37de3"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "calling invalid what another verifier can verify",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const ends = ["form", "unknown", "form-unsupported"] as const;
    await expectFault(
      t,
      proved(one, { proof: { cryptosuite: "conformance-2026" } }),
      ends,
      "an unknown suite",
    );
    const older = { type: "ConformanceSignature2018" };
    await expectFault(t, proved(one, { proof: older }), ends, "another type of proof");
    const sound = proved(one);
    const { proof } = sound;
    const both = { ...sound, proof: [{ ...(proof as object), cryptosuite: "conformance-2026" }] };
    await expectFault(t, both as never, ends, "an unknown suite in a list");
  },
});
