// The signature of a compact JWS, and the key to verify it with as WebCrypto has it.
import { importJWK } from "jose";
import { BoundedMap } from "../../edge/bounded-map.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { type DidRefusal, refuse } from "../did/did.ts";
import { fitKey } from "../did/jwk-fitness.ts";
import type { PublicJwk } from "../did/public-jwk.ts";
import { fromBase64url } from "./base64url.ts";
import type { Algorithm } from "./profiles.ts";

/** Keys that fit, by what they are; to import one takes longer than to verify with it. */
const imported = new BoundedMap<CryptoKey>(500);

/** The key for signatures of this algorithm; `key-unfit` where it fits no such signature, or is no point on its curve. */
export async function importKey(
  jwk: PublicJwk,
  algorithm: Algorithm,
): Promise<Result<CryptoKey, DidRefusal>> {
  const name = `${algorithm} ${JSON.stringify(jwk)}`;
  const known = imported.get(name);
  if (known) return ok(known);
  const fits = fitKey(jwk, algorithm);
  if (!fits.ok) return fits;
  // What else a JWK says has been looked at, and would only confuse the import.
  const members = Object.entries(jwk).filter(([member]) =>
    ["kty", "crv", "x", "y", "n", "e"].includes(member),
  );
  try {
    const key = await importJWK(Object.fromEntries(members), algorithm);
    return ok(imported.set(name, key as CryptoKey, 1));
  } catch {
    return refuse("key-unfit", "its numbers are no key");
  }
}

const UTF_8 = new TextEncoder();

/** How WebCrypto is to verify (RFC 7518 §3.1, RFC 8037 §3.1). */
const PARAMETERS = {
  ES256: { name: "ECDSA", hash: "SHA-256" },
  ES384: { name: "ECDSA", hash: "SHA-384" },
  EdDSA: { name: "Ed25519" },
  Ed25519: { name: "Ed25519" },
  PS256: { name: "RSA-PSS", saltLength: 32 },
  RS256: { name: "RSASSA-PKCS1-v1_5" },
} as const satisfies Record<Algorithm, object>;

/**
 * Whether a token is signed by this key, of which `importKey` or a certificate says that it fits. What its header says of
 * the algorithm, and of critical members, has been looked at.
 */
export async function isSigned(compact: string, key: CryptoKey, algorithm: Algorithm): Promise<boolean> {
  const end = compact.lastIndexOf(".");
  const signature = fromBase64url(compact.slice(end + 1));
  if (!signature) return false;
  try {
    const bytes = UTF_8.encode(compact.slice(0, end));
    return await crypto.subtle.verify(PARAMETERS[algorithm], key, signature, bytes);
  } catch {
    // A key of another kind.
    return false;
  }
}
