// Credentials with a Data Integrity proof that the kit signs, over canonical statements that it writes by hand.
import { createHash } from "node:crypto";
import type { JsonObject } from "../http.ts";
import { CREDENTIALS, type Issuer, base58, signatureOf } from "./credentials.ts";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const VC = "https://www.w3.org/2018/credentials#";
const SECURITY = "https://w3id.org/security#";

const ID = "urn:conformance:credential";
const EVIDENCE = "urn:conformance:evidence";
const SUBJECT = "did:web:subject.conformance.example";
const CREATED = "2026-01-01T00:00:00Z";

interface Wishes {
  /** Ids of the credential and of its subject, if they are others. */
  readonly id?: string;
  readonly subject?: string;
  /** Other members of the proof, signed as they are. */
  readonly options?: Readonly<
    Partial<Record<"cryptosuite" | "verificationMethod" | "proofPurpose" | "created" | "expires", string>>
  >;
  /** Members of the proof that are replaced after it was signed. */
  readonly proof?: JsonObject;
  /** Members of the credential that are replaced after it was signed. */
  readonly more?: JsonObject;
  /** Canonical statements that are signed besides. */
  readonly besides?: readonly string[];
}

/** A credential with a proof, sound but for the wishes. */
export function proved(
  by: Issuer,
  { id = ID, subject = SUBJECT, options = {}, proof = {}, more = {}, besides = [] }: Wishes = {},
): JsonObject {
  const said = {
    type: "DataIntegrityProof",
    cryptosuite: by.alg === "EdDSA" ? "eddsa-rdfc-2022" : "ecdsa-rdfc-2019",
    verificationMethod: by.kid,
    proofPurpose: "assertionMethod",
    created: CREATED,
    ...options,
  };
  // The hash inside of RDFC-1.0 names blank nodes; with no more than one it makes no difference.
  const hash = by.alg === "ES384" ? "sha384" : "sha256";
  const hashes = [ofProof(said), ofCredential(by, { id, subject, besides })].map((nquads) =>
    createHash(hash).update(nquads).digest(),
  );
  return {
    "@context": [CREDENTIALS],
    id,
    type: ["VerifiableCredential"],
    issuer: by.did,
    validFrom: CREATED,
    credentialSubject: { id: subject, name: "Subject" },
    ...more,
    proof: { ...said, proofValue: `z${base58(signatureOf(by, Buffer.concat(hashes)))}`, ...proof },
  };
}

/** That the credential is valid until then, that it has a type, and what else is said. */
export const saying = {
  validUntil: (time: string) => line(iri(ID), iri(`${VC}validUntil`), literal(time, `${XSD}dateTime`)),
  type: (type: string) => line(iri(ID), iri(RDF_TYPE), iri(type)),
  description: (text: string) =>
    line(iri(SUBJECT), iri("https://schema.org/description"), JSON.stringify(text)),
  /** That there is an object of its own, with a name and a description. */
  evidence: (text: string) =>
    [
      line(iri(ID), iri(`${VC}evidence`), iri(EVIDENCE)),
      line(iri(EVIDENCE), iri("https://schema.org/name"), JSON.stringify(text)),
      line(iri(EVIDENCE), iri("https://schema.org/description"), JSON.stringify(text)),
    ] as const,
};

/** The full name of a member of credentials, a time as an expanded value, and the ids of credential and subject. */
export const fully = {
  id: ID,
  subject: SUBJECT,
  evidence: EVIDENCE,
  name: (member: string) => VC + member,
  time: (time: string) => ({ "@value": time, "@type": `${XSD}dateTime` }),
};

const line = (...terms: readonly string[]) => `${terms.join(" ")} .\n`;
const iri = (text: string) => `<${text}>`;
const literal = (text: string, type: string) => `"${text}"^^<${type}>`;
const sorted = (lines: readonly string[]) => lines.toSorted().join("");

/** The canonical statements of the credential. */
function ofCredential(
  { did }: Issuer,
  { id, subject, besides }: Required<Pick<Wishes, "id" | "subject" | "besides">>,
): string {
  return sorted([
    ...besides,
    line(iri(subject), iri("https://schema.org/name"), '"Subject"'),
    line(iri(id), iri(RDF_TYPE), iri(`${VC}VerifiableCredential`)),
    line(iri(id), iri(`${VC}credentialSubject`), iri(subject)),
    line(iri(id), iri(`${VC}issuer`), iri(did)),
    line(iri(id), iri(`${VC}validFrom`), literal(CREATED, `${XSD}dateTime`)),
  ]);
}

/** The canonical statements of what a proof says of itself. */
function ofProof(said: Readonly<Record<string, string>>): string {
  const { cryptosuite = "", verificationMethod = "", proofPurpose = "", created = "", expires } = said;
  const node = "_:c14n0";
  return sorted([
    line(node, iri("http://purl.org/dc/terms/created"), literal(created, `${XSD}dateTime`)),
    line(node, iri(RDF_TYPE), iri(`${SECURITY}DataIntegrityProof`)),
    line(node, iri(`${SECURITY}cryptosuite`), literal(cryptosuite, `${SECURITY}cryptosuiteString`)),
    ...(expires ? [line(node, iri(`${SECURITY}expiration`), literal(expires, `${XSD}dateTime`))] : []),
    line(node, iri(`${SECURITY}proofPurpose`), iri(SECURITY + proofPurpose)),
    line(node, iri(`${SECURITY}verificationMethod`), iri(verificationMethod)),
  ]);
}
