// The digest of a body in the header that a signature covers (RFC 9530), so that the body is signed as well.
import { sha256 } from "@noble/hashes/sha2.js";
import { readDictionary, writeBytes } from "./structured-fields.ts";

/** `Content-Digest` of a body, by SHA-256. */
export const contentDigest = (body: Uint8Array) => `sha-256=${writeBytes(sha256(body))}`;

/**
 * Whether a `Content-Digest` field has the SHA-256 of this body. Digests by other algorithms beside it are passed over
 * (RFC 9530 §2); a field without it, or in another form, has it not.
 */
export function isDigestOf(field: string, body: Uint8Array): boolean {
  const member = readDictionary(field)?.get("sha-256");
  if (!member || !("value" in member) || !(member.value instanceof Uint8Array)) return false;
  const digest = sha256(body);
  return member.value.length === digest.length && member.value.every((byte, index) => byte === digest[index]);
}
