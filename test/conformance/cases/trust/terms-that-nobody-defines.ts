import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A term that no context defines is not passed over",
  requirements: ["MPLI-TRUST-029@1c452222"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "dropping the one claim that matters",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const subject = { id: "did:web:subject.conformance.example", iso27001: true };
    const compact = token(one, credential(one, { credentialSubject: subject }));
    await expectFault(t, compact, ["contexts", "failed", "undefined-term"], "an undefined term");
    const type = ["VerifiableCredential", "IsoCertificate"];
    const typed = token(one, credential(one, { type }));
    await expectFault(t, typed, ["contexts", "failed", "undefined-term"], "an undefined type");
    await expectValid(t, token(one, credential(one)), "the sound credential");
  },
});
