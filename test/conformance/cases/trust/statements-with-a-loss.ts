import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CREDENTIALS, expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";

export default defineCase({
  title: "What a proof signs are statements, so nothing may be lost on the way to them",
  requirements: ["MPLI-TRUST-063@d5fe8659", "MPLI-TRUST-029@1c452222", "MPLI-TRUST-028@8ead93cf"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "members that a proof does not cover",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, proved(one), "the sound one");
    const faults = {
      "malformed-json-ld": { credentialSubject: { id: "urn:conformance:x", name: 0.30000000000000004 } },
      "undefined-term": { conformanceUnknown: true },
      "context-not-allowed": { "@context": [CREDENTIALS, { conformanceUnknown: "urn:conformance:unknown" }] },
    };
    for (const [code, more] of Object.entries(faults))
      await expectFault(t, proved(one, { more }), ["contexts", "failed", code], JSON.stringify(more));
  },
});
