import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type JsonObject, isObject } from "../../http.ts";
import { SUBJECTS } from "../../steps/credential-types.ts";
import { CREDENTIALS } from "../../steps/credentials.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

/** One wrong value of a claim for each type of which claims are texts, numbers and names; all else that the type asks for is there. */
const WRONG: readonly (readonly [type: string, claim: string, more: JsonObject])[] = [
  ["CertificationCredential", "certification", { scheme: ["ISO27001", "SOC2"] }],
  ["CertificationCredential", "certification", { certificateNumber: 1 }],
  ["AccreditationCredential", "accreditation", { standard: 17_021 }],
  ["LegalIdentityCredential", "legalIdentity", { lei: "7LTWFZYICNSX8D621K8" }],
  ["LegalIdentityCredential", "legalIdentity", { country: "EU-27" }],
  ["ServiceLevelCredential", "serviceLevel", { provider: "https://subject.conformance.example/" }],
  ["ServiceLevelMeasurementCredential", "measurement", { met: "yes" }],
  ["BillingCredential", "invoice", { totalWithVat: "about twelve" }],
];

export default defineCase({
  title: "A credential of a type of MPLI is not issued with a value that its type does not have",
  requirements: ["MPLI-ISSUE-032@fa5089dc"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "looking whether a claim is there, and not what it says",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const [type, claim, more] of WRONG) {
      const { [claim]: sound, ...subject } = SUBJECTS[type] ?? {};
      const asked = wanted({
        "@context": [CREDENTIALS, "https://w3id.org/mpli/credentials/v1"],
        type: ["VerifiableCredential", type],
        credentialSubject: { ...subject, [claim]: { ...(isObject(sound) ? sound : {}), ...more } },
      });
      const { violations } = t.refusal(await issue(t, asked), 422, "type-violation");
      t.that(
        Array.isArray(violations) && violations.length > 0 && violations.every(isObject),
        `objects in \`violations\`, for ${type} with ${JSON.stringify(more)}`,
        JSON.stringify(violations),
      );
    }
    await issued(t);
  },
});
