// JAdES baseline B signatures (ETSI TS 119 182-1 §6.3) as compact JWS: a token that carries the certificates of its signer.
import { sha256 } from "@noble/hashes/sha2.js";
import { base64url } from "jose";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { JsonObject, Jws } from "../token/jws.ts";
import { numericDate } from "../credential/time.ts";
import type { Certificate } from "./certificate.ts";
import { type PathDemand, type PathRefusal, type ValidPath, validatePath } from "./path.ts";
import { type Certified, type X5cRefusal, organizationDid, readX5c } from "./x5c.ts";

/** A signature whose header agrees with itself; nothing of it is verified. */
export interface Jades extends Certified {
  readonly jws: Jws;
  /** `iat`, or `sigT` of older signatures: when the signer claims to have signed. */
  readonly signingTime: Date;
}

export interface JadesDemand extends PathDemand {
  /** The issuer that the credential names; it must be the organisation of the leaf. */
  readonly issuer: string;
}

/** Why a signature is not one of its issuer. All are invalid; see `PathRefusal` for the two that are not. */
export type JadesRefusal =
  | X5cRefusal
  | PathRefusal
  | { code: "crit-not-understood" | "x5t-mismatch" | "kid-mismatch" }
  | { code: "issuer-mismatch"; issuer: string; organization?: string };

/** In UTC, without fractions (ETSI TS 119 182-1 §5.2.1). */
const SIGNING_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const malformed = (problem: string) => refused({ code: "malformed" as const, problem });

/** Checks the header of a token: algorithm, critical members, certificates and what is said of the leaf. */
export function jadesOf(jws: Jws): Result<Jades, JadesRefusal> {
  const { header } = jws;
  const certified = readX5c(header);
  if (!certified.ok) return certified;
  const { leaf } = certified.value;
  if (!isCriticalUnderstood(header)) return refused({ code: "crit-not-understood" });
  if (header["x5t#S256"] !== base64url.encode(sha256(leaf.der))) return refused({ code: "x5t-mismatch" });
  if (header["kid"] !== undefined && header["kid"] !== issuerSerial(leaf))
    return refused({ code: "kid-mismatch" });
  const instant = header["sigT"] === undefined ? issuedAtOf(header) : signingTimeOf(header["sigT"]);
  if (instant === undefined) return malformed("neither iat nor sigT is a time");
  return ok({ jws, ...certified.value, signingTime: new Date(instant) });
}

/**
 * Verifies that the leaf is for the issuer of a credential: the organisation is that of the leaf, and the path of the
 * leaf is valid. Whether its key signed, and the times in the payload, are not looked at.
 */
export async function verifySealer(
  { chain, leaf }: Jades,
  { issuer, ...path }: JadesDemand,
): Promise<Result<ValidPath, JadesRefusal>> {
  const organization = organizationDid(leaf);
  if (organization === undefined || issuer !== organization)
    return refused({ code: "issuer-mismatch", issuer, ...(organization ? { organization } : {}) });
  return validatePath(chain, path);
}

/**
 * RFC 7515 §4.1.11: a list of names that are present, each once, of which only `sigT` is understood. Members that
 * change what is signed are refused even where the signer forgot to call them critical (RFC 7797 §3; `sigD`).
 */
function isCriticalUnderstood(header: JsonObject): boolean {
  const { crit } = header;
  if (header["b64"] !== undefined || header["sigD"] !== undefined) return false;
  return crit === undefined || (Array.isArray(crit) && crit.length === 1 && crit[0] === "sigT");
}

const issuedAtOf = ({ iat }: JsonObject) => numericDate(iat, false);

function signingTimeOf(sigT: Json | undefined): number | undefined {
  const instant = typeof sigT === "string" && SIGNING_TIME.test(sigT) ? Date.parse(sigT) : Number.NaN;
  // The 30th of February is parsed, as another day.
  return instant && new Date(instant).toISOString().replace(".000", "") === sigT ? instant : undefined;
}

/** IssuerSerial of a certificate (RFC 5035 §4), in base64: what `kid` says (ETSI TS 119 182-1 §5.1.4). */
function issuerSerial({ issuer, serial }: Certificate): string {
  const generalNames = tlv(0x30, tlv(0xa4, [...issuer]));
  return btoa(String.fromCharCode(...tlv(0x30, [...generalNames, ...tlv(0x02, [...serial])])));
}

/** One value of DER (X.690 §8.1); names are shorter than 64 KiB. */
function tlv(tag: number, content: readonly number[]): number[] {
  const { length } = content;
  if (length < 0x80) return [tag, length, ...content];
  return length < 0x100
    ? [tag, 0x81, length, ...content]
    : [tag, 0x82, length >> 8, length & 0xff, ...content];
}
