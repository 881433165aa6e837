// Who signed a token, and with which key: by the DID of its issuer, or by the certificates of its header.
import { base64url } from "jose";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Coded, type Result, ok, refused } from "../../kernel/result.ts";
import { type DidRefusal, refuse } from "../did/did.ts";
import type { Relationship } from "../did/document.ts";
import type { ResolveKey } from "../did/resolve.ts";
import type { Fault } from "../faults.ts";
import { ALGORITHMS, type Algorithm } from "../token/profiles.ts";
import type { JsonObject, Jws } from "../token/jws.ts";
import { importKey, isSigned } from "../token/signature.ts";
import type { Certificate } from "../x509/certificate.ts";
import { type Jades, jadesOf, verifySealer } from "../x509/jades.ts";
import { ANCHOR_CATEGORIES, type AnchorCategory, type PathDemand, validatePath } from "../x509/path.ts";
import { type Certified, importLeaf, organizationDid, readX5c } from "../x509/x5c.ts";
import { type Progress, type SignerPorts, shown } from "./signed.ts";

export interface Signer {
  readonly issuer: string;
  /** IRI of the key. */
  readonly id: string;
  readonly key: CryptoKey;
  readonly algorithm: Algorithm;
  readonly anchor?: AnchorCategory;
}

interface AlgorithmFault {
  readonly code: "alg-not-allowed" | "crit-not-understood";
  readonly detail: string;
}

/** The algorithm of a token whose header demands nothing that is not understood. */
export function algorithmOf(header: JsonObject): Result<Algorithm, AlgorithmFault> {
  const algorithm = ALGORITHMS.find((name) => name === header["alg"]);
  if (!algorithm) return refused({ code: "alg-not-allowed", detail: shown(header["alg"]) });
  // Nothing that a critical header asks for is understood here, and b64 would change what is signed (RFC 7797).
  return header["crit"] === undefined && header["b64"] === undefined
    ? ok(algorithm)
    : refused({ code: "crit-not-understood", detail: shown(header["crit"] ?? "b64") });
}

/** How the key of a token is found: for what it signs, and how to call it if it is somebody else's. */
interface KeyDemand<C extends string> {
  readonly algorithm: Algorithm;
  readonly relationship: Relationship;
  readonly resolveKey: ResolveKey;
  readonly otherwise: C;
}

/** The key that `kid` names, of this DID. */
export async function keyOf<C extends string>(
  did: string,
  { kid }: JsonObject,
  { algorithm, relationship, resolveKey, otherwise }: KeyDemand<C>,
): Promise<Result<Pick<Signer, "id" | "key">, DidRefusal | { readonly code: C; readonly detail: string }>> {
  if (typeof kid !== "string" || kid === "") return refuse("key-not-found", "no kid");
  const id = kid.startsWith("#") ? did + kid : kid;
  if (id.split("#")[0] !== did) return refused({ code: otherwise, detail: shown(kid) });
  const found = await resolveKey(id, relationship);
  if (!found.ok) return found;
  const key = await importKey(found.value.jwk, algorithm);
  return key.ok ? ok({ id: found.value.id, key: key.value }) : key;
}

/** The key that `kid` names, of this issuer by its DID. */
export async function signerByDid(
  issuer: string,
  { header }: Jws,
  algorithm: Algorithm,
  { resolveKey }: Pick<SignerPorts, "resolveKey">,
): Promise<Result<Signer, Fault>> {
  const how = { relationship: "assertionMethod", otherwise: "kid-issuer-mismatch" } as const;
  const key = await keyOf(issuer, header, { ...how, algorithm, resolveKey });
  return key.ok ? ok({ ...key.value, issuer, algorithm }) : key;
}

/** A token with the form of a seal (JAdES baseline B). */
export function sealIn(jws: Jws): Result<Jades, Fault> {
  const jades = jadesOf(jws);
  return jades.ok ? jades : refused(certificateFault(jades.refusal));
}

/** The organisation that sealed a token, which must be its issuer. */
export async function signerBySeal(
  issuer: string,
  jades: Jades,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<Signer, Fault>> {
  progress.skipped("certificate-revocation");
  const valid = await verifySealer(jades, { ...pathDemand(ports), categories: ["eidas-seal"], issuer });
  if (!valid.ok) return refused(certificateFault(valid.refusal));
  return byLeaf(issuer, jades, valid.value.anchor.category);
}

/**
 * Who signed a token that names its issuer in `iss`, or by its certificates or its key alone, as SD-JWT VC and token
 * status lists do.
 */
export async function signerOf(
  jws: Jws,
  algorithm: Algorithm,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<Signer, Fault>> {
  const { header, payload } = jws;
  const { iss } = payload;
  if (iss !== undefined && typeof iss !== "string")
    return refused({ code: "issuer-mismatch", detail: "iss is no text" });
  if (iss === undefined || !isResolvable(iss)) {
    if (header["x5c"] !== undefined) return signerByCertificate(iss, jws, ports, progress);
    if (iss !== undefined) return refused({ code: "did-method-unsupported", detail: shown(iss) });
  }
  const named = typeof header["kid"] === "string" ? header["kid"].split("#")[0] : "";
  return signerByDid(iss ?? named ?? "", jws, algorithm, ports);
}

/** By which way an issuer's key is found follows from its name, not from what a token brings. */
const isResolvable = (iss: string) => iss.startsWith("did:") && !iss.startsWith("did:elsi:");

async function signerByCertificate(
  iss: string | undefined,
  { header }: Jws,
  ports: SignerPorts,
  progress: Progress,
): Promise<Result<Signer, Fault>> {
  const certified = readX5c(header);
  if (!certified.ok) return refused(certificateFault(certified.refusal));
  progress.skipped("certificate-revocation");
  const { chain, leaf } = certified.value;
  const issuer = iss ?? nameOf(leaf);
  if (iss !== undefined && !isNameOf(iss, leaf))
    return refused({ code: "issuer-mismatch", detail: "the certificate is for somebody else" });
  const valid = await validatePath(chain, { ...pathDemand(ports), categories: ANCHOR_CATEGORIES });
  if (!valid.ok) return refused(certificateFault(valid.refusal));
  return byLeaf(issuer, certified.value, valid.value.anchor.category);
}

/** Whom a certificate is for: its organisation, the host that it names, or whoever has this very certificate (RFC 6920). */
function nameOf(leaf: Certificate): string {
  const [host, ...others] = leaf.names.flatMap(({ form, parts }) =>
    form === "dns" && parts && !parts.includes("*") ? parts.toReversed().join(".") : [],
  );
  const address = host !== undefined && others.length === 0 ? `https://${host}` : undefined;
  return organizationDid(leaf) ?? address ?? `ni:///sha-256;${base64url.encode(sha256(leaf.der))}`;
}

/** Whether a certificate is for this issuer: its organisation, or the host of its address. */
function isNameOf(issuer: string, leaf: Certificate): boolean {
  if (issuer === organizationDid(leaf)) return true;
  const url = URL.parse(issuer);
  if (url?.protocol !== "https:") return false;
  const host = url.hostname.split(".").reverse().join(".");
  return leaf.names.some(({ form, parts }) => form === "dns" && parts?.join(".") === host);
}

function pathDemand({ anchors = [], now }: SignerPorts): Omit<PathDemand, "categories"> {
  return { anchors, purpose: "seal", at: new Date(now()) };
}

async function byLeaf(
  issuer: string,
  { leaf, algorithm }: Certified,
  anchor: AnchorCategory,
): Promise<Result<Signer, Fault>> {
  const key = await importLeaf({ leaf, algorithm });
  if (!key) return refused({ code: "key-unfit", detail: "the certificate holds no key" });
  return ok({ issuer, id: `${issuer}#${base64url.encode(sha256(leaf.der))}`, key, algorithm, anchor });
}

/** Codes of certificates that stand in the table of faults themselves; all others say that a certificate does not hold. */
const OWN = ["malformed", "alg-not-allowed", "crit-not-understood", "issuer-mismatch", "no-anchor"] as const;

function certificateFault(refusal: Coded): Fault {
  const { code, ...evidence } = refusal;
  const own = OWN.find((name) => name === code);
  const detail = [own ? "" : code, ...Object.values(evidence)].filter((part) => part !== "").join(" ");
  return {
    code: own ?? (code === "anchor-category" ? "no-anchor" : "certificate-invalid"),
    ...(detail === "" ? {} : { detail: detail.slice(0, 200) }),
  };
}

/** Whether a token is signed with the key of its signer. */
export function isBy({ key, algorithm }: Signer, compact: string): Promise<boolean> {
  return isSigned(compact, key, algorithm);
}
