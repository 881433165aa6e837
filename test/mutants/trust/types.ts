// Faults in reading the types of credentials.
import type { Mutant } from "../mutant.ts";
import { finding, overlooking } from "../verifying.ts";

const has =
  (...types: readonly string[]) =>
  ({ credentialType }: Readonly<Record<string, unknown>>) =>
    Array.isArray(credentialType) && types.some((type) => credentialType.includes(type));

export default [
  {
    breaks: "MPLI-CRED-001",
    fault: "does not know the context of MPLI's credentials",
    ...finding("context-not-allowed", "contexts", has("CertificationCredential", "BillingCredential")),
  },
  {
    breaks: "MPLI-CRED-001",
    fault: "has an edition of the context without measurements",
    ...finding("undefined-term", "contexts", has("ServiceLevelMeasurementCredential")),
  },
  {
    breaks: "MPLI-CRED-001",
    fault: "has an edition of the context that takes any word",
    ...overlooking("undefined-term", ({ detail }) =>
      /shceme|certifications|digest|memory/.test(String(detail)),
    ),
  },
  {
    breaks: "MPLI-CRED-002",
    fault: "defines the words of every type for all credentials",
    ...overlooking("undefined-term", ({ detail }) =>
      /certification\b|invoice|serviceLevel/.test(String(detail)),
    ),
  },
  {
    breaks: "MPLI-CRED-008",
    fault: "does not know the context of Gaia-X",
    ...finding("context-not-allowed", "contexts", has("gx:LegalPerson", "gx:LabelCredential")),
  },
  {
    breaks: "MPLI-CRED-008",
    fault: "has an edition of the context of Gaia-X without services",
    ...finding("undefined-term", "contexts", has("ServiceOffering")),
  },
  {
    breaks: "MPLI-CRED-009",
    fault: "takes every word for one of Gaia-X",
    ...overlooking("undefined-term", ({ detail }) => /leaglName|LeaglPerson/.test(String(detail))),
  },
  {
    breaks: "MPLI-CRED-009",
    fault: "takes the words of others for some of Gaia-X",
    ...overlooking("undefined-term", ({ detail }) => /shoeSize/.test(String(detail))),
  },
] satisfies Mutant[];
