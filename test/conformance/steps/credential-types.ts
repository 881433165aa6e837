// Credentials of the types of MPLI itself, one of each, sound and short.
import type { JsonObject } from "../http.ts";
import { CREDENTIALS, type Issuer, credential } from "./credentials.ts";

const CONTEXTS = [CREDENTIALS, "https://w3id.org/mpli/credentials/v1"];
const OFFER = "https://subject.conformance.example/offers/a";
const PARTY = "did:web:subject.conformance.example";
const FILE = {
  id: "https://subject.conformance.example/file",
  digestSRI: `sha256-${"A".repeat(43)}=`,
};

/** What a credential of each type says of its subject. */
export const SUBJECTS: Readonly<Record<string, JsonObject>> = {
  CertificationCredential: {
    id: PARTY,
    certification: {
      scheme: "ISO27001",
      certificateNumber: "1",
      services: [OFFER],
      surveillanceDate: "2027-01-14",
      evidenceDocument: FILE,
    },
  },
  AccreditationCredential: {
    id: PARTY,
    accreditation: { schemes: ["ISO27001", "SOC2"], standard: "ISO/IEC 17021-1" },
  },
  LegalIdentityCredential: {
    id: PARTY,
    legalIdentity: { legalName: "Subject", country: "NL", euid: "NLNHR.12345678" },
  },
  ServiceLevelCredential: {
    id: OFFER,
    serviceLevel: {
      provider: PARTY,
      objectives: [
        {
          id: `${OFFER}#availability`,
          metric: "availability",
          comparator: "atLeast",
          value: "99.95 %",
          window: "P1M",
        },
      ],
      remedies: [{ objective: `${OFFER}#availability`, serviceCredit: "10 %" }],
    },
  },
  ServiceLevelMeasurementCredential: {
    id: OFFER,
    measurement: {
      objective: `${OFFER}#availability`,
      value: "99.97 %",
      from: "2026-10-01T00:00:00Z",
      until: "2026-11-01T00:00:00Z",
      samples: 44_640,
      met: true,
    },
  },
  BillingCredential: {
    id: PARTY,
    invoice: {
      invoiceNumber: "1",
      issueDate: "2026-11-01",
      seller: PARTY,
      buyer: "did:web:buyer.conformance.example",
      currency: "EUR",
      totalWithoutVat: "10.00",
      totalWithVat: "12.10",
      amountDue: "12.10",
      document: FILE,
      usage: { ...FILE, focusVersion: "1.2" },
    },
  },
  TrustPolicyCredential: {
    id: "https://subject.conformance.example/policy",
    trustPolicy: {
      type: "TrustPolicy",
      name: "subject",
      title: "Subject",
      policyVersion: 1,
      rule: [{ effect: "deny", issuer: [PARTY], scope: ["ISO27001"], validUntil: "2028-01-01T00:00:00Z" }],
    },
  },
};

/** A credential of a type, about `subject`, or about what is sound. */
export function typed(by: Issuer, type: string, subject: JsonObject = SUBJECTS[type] ?? {}): JsonObject {
  return credential(by, {
    "@context": CONTEXTS,
    type: ["VerifiableCredential", type],
    credentialSubject: subject,
  });
}
