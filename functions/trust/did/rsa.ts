// RSA public keys: from their PKCS #1 form, and whether they come from the chips that made guessable ones.
import { bytesToHex } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import type { PublicJwk } from "./public-jwk.ts";

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** `RSAPublicKey` of RFC 8017 §A.1.1 in DER; undefined for anything else, or for another encoding of the same key. */
export function fromRsaPublicKey(bytes: Uint8Array): PublicJwk | undefined {
  const outer = element(bytes, SEQUENCE);
  if (!outer || outer.rest.length > 0) return undefined;
  const n = positive(outer.content);
  const e = n && positive(n.rest);
  if (!e || e.rest.length > 0) return undefined;
  return { kty: "RSA", n: base64url.encode(n.value), e: base64url.encode(e.value) };
}

/** A positive integer without the zero byte that only keeps its sign. */
function positive(bytes: Uint8Array): { value: Uint8Array; rest: Uint8Array } | undefined {
  const integer = element(bytes, INTEGER);
  const [first = 0x80, second = 0] = integer?.content ?? [];
  // A leading zero is there if, and only if, the number would be negative without it (X.690 §8.3.2).
  if (!integer || first > 0x7f || (first === 0 && second < 0x80)) return undefined;
  return { value: first === 0 ? integer.content.subarray(1) : integer.content, rest: integer.rest };
}

/** The element that begins here, its length in the fewest bytes (X.690 §10.1). */
function element(bytes: Uint8Array, tag: number): { content: Uint8Array; rest: Uint8Array } | undefined {
  const [found, short = 0x80] = bytes;
  const more = short < 0x80 ? 0 : short - 0x80;
  const length = short < 0x80 ? short : Number(`0x0${bytesToHex(bytes.subarray(2, 2 + more))}`);
  const start = 2 + more;
  if (found !== tag || short === 0x80 || more > 2 || start + length > bytes.length) return undefined;
  if (more > 0 && length < (more === 1 ? 0x80 : 0x100)) return undefined;
  return { content: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}

/** The odd primes below 170. */
const PRIMES = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
  109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/**
 * Whether a modulus is a power of 65537 modulo every small prime: the mark of the generator in chips of national
 * identity cards whose private keys can be computed (CVE-2017-15361). Of other keys not one in a hundred million has it.
 */
export function isGuessable(modulus: bigint): boolean {
  return PRIMES.every((prime) => {
    const remainder = Number(modulus % BigInt(prime));
    let power = 1;
    do {
      if (power === remainder) return true;
      power = (power * 65537) % prime;
    } while (power !== 1);
    return false;
  });
}
