// The issuers of the Gaia-X Digital Clearing Houses, as their services of the release Loire were known in June 2026.
import type { TrustPolicy } from "../policy.ts";

/** Without `https://`. Their DIDs are those of did:web for these addresses. */
const COMPLIANCE = [
  "compliance.cispe.gxdch.clouddataengine.io/v2",
  "gx-compliance.gxdch.dih.telekom.com/v2",
  "www.delta-dao.com/compliance/v2",
  "aerospace-digital-exchange.eu/compliance/v2",
];
const NOTARIES = [
  "notary.cispe.gxdch.clouddataengine.io/v2",
  "gx-notary.gxdch.dih.telekom.com/v2",
  "www.delta-dao.com/notary/v2",
  "aerospace-digital-exchange.eu/notary/v2",
];
const NUMBERS = ["VatID", "LeiCode", "EORI", "EUID", "TaxID", "LocalRegistrationNumber"];

/** Credentials write a type by its prefix, by its name alone, or as an IRI of one of the published namespaces. */
const written = (name: string) => [
  `gx:${name}`,
  name,
  `https://w3id.org/gaia-x/development#${name}`,
  `https://w3id.org/gaia-x/2511#${name}`,
];
const dids = (addresses: readonly string[]) =>
  addresses.map((address) => `did:web:${address.replaceAll("/", ":")}`);

export const GAIA_X: TrustPolicy = {
  name: "gaia-x",
  title: "Gaia-X Digital Clearing Houses",
  version: 1,
  description:
    "Accepts labels of the compliance services and registration numbers and legal persons of the notaries of four clearing houses: CISPE, T-Systems, deltaDAO and neusta. It rests on the addresses of their services, not on the registry of Gaia-X, which changes without notice: compare before relying on it. A clearing house checks a label by program, from what a provider declares and others attest. Their laboratory is left out, and so is what a provider signs of itself.",
  rules: [
    {
      effect: "accept",
      issuers: dids(COMPLIANCE),
      types: written("LabelCredential"),
      confers: ["certification-body"],
    },
    {
      effect: "accept",
      issuers: dids(NOTARIES),
      types: [...NUMBERS, "LegalPerson"].flatMap(written),
    },
  ],
};
