import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { SUBJECTS, typed } from "../../steps/credential-types.ts";
import { expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

const UNDEFINED = ["contexts", "failed", "undefined-term"] as const;

export default defineCase({
  title: "A misspelt word of a type of MPLI is not passed over, however deep it stands",
  requirements: ["MPLI-CRED-001@ae0eb78f", "MPLI-TRUST-029@1c452222"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "an edition of the context that takes any word for one of the vocabulary",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const { certification = {}, ...party } = SUBJECTS["CertificationCredential"] ?? {};
    const said = certification as Readonly<Record<string, unknown>>;
    const subjects = [
      { ...party, certifications: said },
      { ...party, certification: { ...said, shceme: "ISO27001" } },
      { ...party, certification: { ...said, scheme: { id: "https://scheme.example/a", memory: "1 GBy" } } },
      { ...party, certification: { ...said, evidenceDocument: { digest: "c03250" } } },
    ];
    for (const subject of subjects)
      await expectFault(
        t,
        token(one, typed(one, "CertificationCredential", subject as never)),
        UNDEFINED,
        JSON.stringify(subject).slice(0, 100),
      );
    await expectValid(t, token(one, typed(one, "CertificationCredential")), "the sound credential");
  },
});
