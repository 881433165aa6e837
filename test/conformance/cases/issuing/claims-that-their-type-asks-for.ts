import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { SUBJECTS } from "../../steps/credential-types.ts";
import { CREDENTIALS } from "../../steps/credentials.ts";
import { issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "A credential of each type of MPLI is issued where it says what its type asks for",
  requirements: ["MPLI-ISSUE-032@fa5089dc", "MPLI-ISSUE-003@a1599133"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "refusing a type as a whole, since one of its claims may be wrong",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const [type, credentialSubject] of Object.entries(SUBJECTS))
      await issued(t, {
        "@context": [CREDENTIALS, "https://w3id.org/mpli/credentials/v1"],
        type: ["VerifiableCredential", type],
        credentialSubject,
      });
  },
});
