import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer, keyPair } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "A proof is over what a credential says, and over what the proof says of itself",
  requirements: ["MPLI-TRUST-026@92a2c468", "MPLI-TRUST-041@7a08570e", "MPLI-TRUST-011@f782b25a"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a proof that anyone can put under other words",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const ends = ["signature", "failed", "bad-signature"] as const;
    await expectValid(t, proved(one), "the sound one");
    for (const more of [
      { credentialSubject: { id: "urn:conformance:other", name: "Subject" } },
      { id: "urn:x:y" },
    ])
      await expectFault(t, proved(one, { more }), ends, JSON.stringify(more));
    const later = { created: "2026-01-02T00:00:00Z" };
    await expectFault(t, proved(one, { proof: later }), ends, "another time of the proof");
    const forger = { ...keyPair(), did: one.did, kid: one.kid };
    const found = await expectFault(t, proved(forger), ends, "the proof of another key");
    t.equal([found["issuer"], found["credential"]], [undefined, undefined], "what is repeated is");
  },
});
