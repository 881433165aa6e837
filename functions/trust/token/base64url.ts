// Base64url as JOSE writes it (RFC 7515 §2): no padding, no white space, and one spelling for each sequence of bytes.
import { base64url } from "jose";

/** The bytes of a text in base64url; undefined for any other spelling than the canonical one. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const isCanonical = /^[\w-]*$/.test(text) && LAST[text.length % 4]?.test(text);
  return isCanonical ? (base64url.decode(text) as Uint8Array<ArrayBuffer>) : undefined;
}

/** What a text may end in, by what is left of its last four characters: bits beyond the last byte are zero. */
const LAST = [/$/, /^(?!)/, /[AQgw]$/, /[AEIMQUYcgkosw048]$/];
