// Whether a chain of certificates leads to an anchor of our own store (RFC 5280 §6.1).
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type Bytes, type Certificate, type CertificateRefusal, readCertificate } from "./certificate.ts";
import { isPermitted } from "./names.ts";
import { isSignedBy, isStrong, schemeOf } from "./signature.ts";

/** What an anchor may vouch for; lists keep them apart, so that one for web sites never vouches for an attestation. */
export const ANCHOR_CATEGORIES = ["pid", "qeaa", "pub-eaa", "eaa", "eidas-seal", "ev"] as const;
export type AnchorCategory = (typeof ANCHOR_CATEGORIES)[number];

export interface Anchor {
  readonly certificate: Certificate;
  readonly category: AnchorCategory;
}

/** Extended key usages (RFC 5280 §4.2.1.12, RFC 9336 and Microsoft's before it), one of which a certificate must have if it has any. */
export const PURPOSES = {
  /** To sign documents and credentials: any usage, mail protection, document signing. */
  seal: ["2.5.29.37.0", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12"],
  /** To be a web site, whose key also signs credentials: server authentication. */
  "web-site": ["1.3.6.1.5.5.7.3.1"],
} as const satisfies Record<string, readonly string[]>;
export type Purpose = keyof typeof PURPOSES;

export interface PathDemand {
  readonly anchors: readonly Anchor[];
  /** Of which one will do. */
  readonly categories: readonly AnchorCategory[];
  readonly purpose: Purpose;
  /** The time at which every certificate must be valid. A time that the signer only claims proves nothing. */
  readonly at: Date;
}

export interface ValidPath {
  /** From the leaf to the certificate that the anchor issued. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly anchor: Anchor;
  /** Neither OCSP nor revocation lists are asked at the edge. */
  readonly revocation: "not-checked";
}

/**
 * Why there is no valid path; each of them makes what the leaf signed invalid, but for `no-anchor` and
 * `anchor-category`: the chain may be good, and is only not one that the store vouches for. `certificate` counts from
 * the leaf, 0; the anchor comes last.
 */
export type PathRefusal =
  | CertificateRefusal
  | { code: "chain-too-long"; limit: number }
  | { code: "no-anchor" | "anchor-category" }
  | { code: PathFault; certificate: number };

export type PathFault =
  | "certificate-expired"
  | "certificate-not-yet-valid"
  | "certificate-signature"
  | "issuer-not-ca"
  | "path-too-long"
  | "key-usage"
  | "name-constraint"
  | "unknown-critical-extension"
  | "weak-algorithm";

export const MOST_CERTIFICATES = 5;

/** The leaf, the authorities above it, and at the end that of the anchor. */
type Path = readonly [Certificate, Certificate, ...Certificate[]];

/** Reads an anchor of the store; it must be an authority, which is checked with each path. */
export function readAnchor(der: Bytes, category: AnchorCategory): Result<Anchor, CertificateRefusal> {
  const certificate = readCertificate(der);
  return certificate.ok ? ok({ certificate: certificate.value, category }) : certificate;
}

/**
 * Validates a chain of DER certificates, leaf first, each issued by the next. The path may leave it early, for any
 * anchor that issued one of its certificates; a root in the chain is never trusted. Names are compared byte by byte,
 * stricter than RFC 5280 §7.1. Policies are not processed, so critical constraints on them are refused.
 */
export async function validatePath(
  chain: readonly Bytes[],
  demand: PathDemand,
): Promise<Result<ValidPath, PathRefusal>> {
  if (chain.length > MOST_CERTIFICATES) return refused({ code: "chain-too-long", limit: MOST_CERTIFICATES });
  const certificates: Certificate[] = [];
  for (const der of chain) {
    const certificate = readCertificate(der);
    if (!certificate.ok) return certificate;
    certificates.push(certificate.value);
  }
  const paths = candidates(certificates, demand.anchors);
  const wanted = paths.filter(({ anchor }) => demand.categories.includes(anchor.category));
  const found = await firstValid(wanted.length > 0 ? wanted : paths, demand);
  return found.ok && wanted.length === 0 ? refused({ code: "anchor-category" }) : found;
}

/** The ways from the leaf up the chain and over to an anchor, by names and key identifiers alone. */
function candidates(chain: readonly Certificate[], anchors: readonly Anchor[]): ValidPath[] {
  const paths: ValidPath[] = [];
  for (const [at, certificate] of chain.entries()) {
    const below = chain[at - 1];
    if (below && !isNamedBy(below, certificate)) break;
    const [leaf = certificate, ...issuers] = chain.slice(0, at + 1);
    for (const anchor of anchors)
      if (isNamedBy(certificate, anchor.certificate) && !isSame(certificate, anchor.certificate))
        paths.push({ certificates: [leaf, ...issuers], anchor, revocation: "not-checked" });
  }
  return paths;
}

/** The first path without a fault, or else the fault of the first path. */
async function firstValid(
  paths: readonly ValidPath[],
  demand: PathDemand,
): Promise<Result<ValidPath, PathRefusal>> {
  let first: PathRefusal | undefined;
  for (const valid of paths) {
    const { certificates, anchor } = valid;
    const fault = await faultIn([...certificates, anchor.certificate] as unknown as Path, demand);
    if (!fault) return ok(valid);
    first ??= fault;
  }
  return refused(first ?? { code: "no-anchor" });
}

/** What is wrong with a path; signatures come last, since they cost most. */
async function faultIn(path: Path, demand: PathDemand): Promise<PathRefusal | undefined> {
  const last = path.length - 1;
  for (const [at, certificate] of path.entries()) {
    const code =
      faultInTime(certificate, demand.at) ??
      (at === 0 ? faultInLeaf(certificate) : faultInIssuer(certificate, path.slice(1, at))) ??
      faultInStrength(certificate, at === last) ??
      faultInNames(certificate, path.slice(0, at)) ??
      (at === last ? undefined : faultInUse(certificate, demand.purpose));
    if (code) return { code, certificate: at };
  }
  for (const [at, issuer] of path.slice(1).entries()) {
    const certificate = path[at] ?? path[0];
    if (!(await isSignedBy(certificate, issuer))) return { code: "certificate-signature", certificate: at };
  }
  return undefined;
}

/** RFC 5280 §6.1.3 a 2; both ends are part of the time. */
function faultInTime({ notBefore, notAfter }: Certificate, at: Date): PathFault | undefined {
  if (at < notBefore) return "certificate-not-yet-valid";
  return at <= notAfter ? undefined : "certificate-expired";
}

/** How an anchor is itself signed does not matter, since its signature is not relied upon. */
function faultInStrength(certificate: Certificate, isAnchor: boolean): PathFault | undefined {
  const isSound = isStrong(certificate.key) && (isAnchor || schemeOf(certificate));
  return isSound ? undefined : "weak-algorithm";
}

function faultInLeaf({ isAuthority, keyUsage = [] }: Certificate): PathFault | undefined {
  const signs = keyUsage.includes("digitalSignature") || keyUsage.includes("nonRepudiation");
  return isAuthority || !signs ? "key-usage" : undefined;
}

/** RFC 5280 §6.1.4 k to n; `between` are the authorities under this one. */
function faultInIssuer(issuer: Certificate, between: readonly Certificate[]): PathFault | undefined {
  if (!issuer.isAuthority) return "issuer-not-ca";
  if (!issuer.keyUsage?.includes("keyCertSign")) return "key-usage";
  const length = between.filter((authority) => !isSelfIssued(authority)).length;
  return length > (issuer.pathLength ?? length) ? "path-too-long" : undefined;
}

/** RFC 5280 §6.1.3 b and c: an authority's constraints hold for all below it, but for its own new certificates. */
function faultInNames(
  { nameConstraints }: Certificate,
  [leaf, ...between]: readonly Certificate[],
): PathFault | undefined {
  if (!nameConstraints || !leaf) return undefined;
  const below = [leaf, ...between.filter((authority) => !isSelfIssued(authority))];
  return below.every(({ names }) => isPermitted(names, nameConstraints)) ? undefined : "name-constraint";
}

function faultInUse({ unknownCritical, extKeyUsage }: Certificate, purpose: Purpose): PathFault | undefined {
  if (unknownCritical.length > 0) return "unknown-critical-extension";
  const accepted: readonly string[] = PURPOSES[purpose];
  return extKeyUsage && !extKeyUsage.some((usage) => accepted.includes(usage)) ? "key-usage" : undefined;
}

/** Whether the certificate says that it was issued by that authority; key identifiers may not say otherwise. */
function isNamedBy({ issuer, authorityKeyId }: Certificate, { subject, subjectKeyId }: Certificate): boolean {
  return areEqual(issuer, subject) && (authorityKeyId ?? subjectKeyId) === (subjectKeyId ?? authorityKeyId);
}

function isSame(one: Certificate, other: Certificate): boolean {
  return areEqual(one.subject, other.subject) && areEqual(one.spki, other.spki);
}

function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return areEqual(issuer, subject);
}

function areEqual(one: Bytes, other: Bytes): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
