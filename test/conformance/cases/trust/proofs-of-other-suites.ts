import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectNotValid, issuer, keyPair, verification } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "A proof of an unknown suite, and several proofs, leave a credential open",
  requirements: ["MPLI-TRUST-058@13c37de3"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "calling invalid what another verifier can verify, or looking at one of several proofs",
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
    // Who supports several proofs may find them all in order; who does not may not pick one.
    const later = proved(one, { options: { created: "2026-01-02T00:00:00Z" } })["proof"];
    const several = (...proofs: readonly unknown[]) => ({ ...sound, proof: proofs }) as never;
    const found = await verification(t, several(proof, later));
    if (found["outcome"] !== "valid") await expectFault(t, several(proof, later), ends, "two sound proofs");
    const forged = proved({ ...keyPair(), did: one.did, kid: one.kid })["proof"];
    await expectNotValid(t, several(proof, forged), "a sound proof and a forged one");
    await expectNotValid(t, several(forged, proof), "a forged proof and a sound one");
  },
});
