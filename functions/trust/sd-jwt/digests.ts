// The hash that an SD-JWT names, and digests by it.
import { base64url } from "jose";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { JsonObject } from "../token/jws.ts";
import type { DisclosureRefusal } from "./refusals.ts";

/** The hashes accepted: their names in `_sd_alg` (IANA Named Information Hash Algorithm Registry) and in WebCrypto. */
const HASHES = { "sha-256": "SHA-256", "sha-384": "SHA-384", "sha-512": "SHA-512" } as const;

export type HashName = keyof typeof HASHES;

const isHash = (name: Json): name is HashName => typeof name === "string" && Object.hasOwn(HASHES, name);

/** The hash of an issuer's payload: `_sd_alg`, or SHA-256 where that is absent (RFC 9901 §4.1.1). */
export function hashOf({ _sd_alg: name = "sha-256" }: JsonObject): Result<HashName, DisclosureRefusal> {
  return isHash(name)
    ? ok(name)
    : refused({ code: "sd-alg-not-allowed", algorithm: JSON.stringify(name).slice(0, 100) });
}

/** The digest of a text's bytes in base64url, as it stands in `_sd` and `sd_hash` (RFC 9901 §4.2.3, §4.3.1). */
export async function digestOf(text: string, hash: HashName): Promise<string> {
  const bytes = await crypto.subtle.digest(HASHES[hash], new TextEncoder().encode(text));
  return base64url.encode(new Uint8Array(bytes));
}
