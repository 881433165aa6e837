// The hand-over of access: encrypted by whoever made the thing to the customer's key, so that no node in between reads it.
import { CompactEncrypt, type JWK, compactDecrypt, importJWK } from "jose";
import type { Json } from "../kernel/json.ts";
import { parseJson } from "../kernel/json.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { readPublicJwk } from "../trust/did/public-jwk.ts";
import { fromBase64url } from "../trust/token/base64url.ts";
import { type JsonObject, isObject } from "../trust/token/jws.ts";

/** Key agreement with a fresh key for each message (RFC 7518 §4.6, RFC 8037 §3.2). */
const MANAGEMENT = ["ECDH-ES+A256KW", "ECDH-ES"] as const;
const ENCRYPTION = "A256GCM";

/** Characters of an encrypted access, and bytes of what is inside. */
export const MOST_ACCESS = 64 * 1024;
const MOST_INSIDE = 44 * 1024;

/** A public key for encryption, and nothing else about it. */
export interface AccessKey {
  readonly kty: "OKP" | "EC";
  readonly crv: "X25519" | "P-256";
  readonly x: string;
  readonly y?: string;
  readonly kid?: string;
}

export type AccessKeyRefusal = { code: "access-key-unfit"; reason: string };
export type AccessRefusal =
  | { code: "access-malformed"; problem: string }
  | { code: "access-too-large"; limit: number }
  | { code: "access-not-for-key" };

/** Whose access it is: it stays what it was made for, whatever order it is shown with. */
export interface AccessFor {
  readonly order: string;
}

/** Reads a customer's key. One with a private half is refused: whoever sends it has shown it to everyone. */
export function readAccessKey(json: Json | undefined): Result<AccessKey, AccessKeyRefusal> {
  const unfit = (reason: string) => refused<AccessKeyRefusal>({ code: "access-key-unfit", reason });
  const read = readPublicJwk(json);
  if (!read.ok) return unfit(read.refusal.detail);
  const { kty, crv, x = "", y, kid, use, alg, key_ops } = read.value;
  if (use !== undefined && use !== "enc") return unfit("its use is not for encryption");
  if (key_ops !== undefined && key_ops.length > 0 && !key_ops.some((name) => /^derive(Key|Bits)$/.test(name)))
    return unfit("its operations do not include the derivation of keys");
  if (alg !== undefined && !MANAGEMENT.some((name) => name === alg))
    return unfit(`it is kept for ${alg.slice(0, 40)}`);
  const isPoint = (text: string) => fromBase64url(text)?.length === 32;
  const named = kid === undefined ? {} : { kid: kid.slice(0, 200) };
  if (kty === "OKP" && crv === "X25519")
    return isPoint(x) && y === undefined ? ok({ kty, crv, x, ...named }) : unfit("it is no key of X25519");
  if (kty === "EC" && crv === "P-256")
    return isPoint(x) && isPoint(y ?? "")
      ? ok({ kty, crv, x, ...(y === undefined ? {} : { y }), ...named })
      : unfit("it is no key of P-256");
  return unfit("it is neither of X25519 nor of P-256");
}

/**
 * Encrypts what gives access to the key of whoever ordered it (RFC 7516). `key` has been read before; a point that is
 * not on its curve shows only here.
 */
export async function sealAccess(
  access: JsonObject,
  key: AccessKey,
  { order }: AccessFor,
): Promise<Result<string, AccessKeyRefusal | AccessRefusal>> {
  const inside = new TextEncoder().encode(JSON.stringify(access));
  if (inside.length > MOST_INSIDE) return refused({ code: "access-too-large", limit: MOST_INSIDE });
  const { kid, ...jwk } = key;
  try {
    const sealed = await new CompactEncrypt(inside)
      .setProtectedHeader({
        alg: "ECDH-ES+A256KW",
        enc: ENCRYPTION,
        typ: ACCESS_TYPE,
        cty: "json",
        order,
        ...(kid === undefined ? {} : { kid }),
      })
      .encrypt(await importJWK({ ...jwk }, "ECDH-ES+A256KW"));
    return ok(sealed);
  } catch {
    return refused({ code: "access-key-unfit", reason: "its numbers are no key" });
  }
}

const ACCESS_TYPE = "mpli-access+jwe";

/** Looks at an access from outside, as the node does that stores it: its form, and what it says it is for. */
export function readAccess(compact: string, { order }: AccessFor): Result<string, AccessRefusal> {
  const malformed = (problem: string) => refused<AccessRefusal>({ code: "access-malformed", problem });
  if (compact.length > MOST_ACCESS) return refused({ code: "access-too-large", limit: MOST_ACCESS });
  const parts = compact.split(".").map(fromBase64url);
  const [protectedHeader, encryptedKey, iv, , tag] = parts;
  if (parts.length !== 5 || parts.some((part) => part === undefined) || !protectedHeader)
    return malformed("not five parts in base64url");
  if (iv?.length !== 12 || tag?.length !== 16) return malformed("not the parts of A256GCM");
  const json = parseJson(new TextDecoder().decode(protectedHeader));
  const header = json.ok && isObject(json.value) ? json.value : undefined;
  if (!header) return malformed("its header is no JSON object");
  const { alg, enc, epk, zip, crit } = header;
  if (!MANAGEMENT.some((name) => name === alg) || enc !== ENCRYPTION)
    return malformed("alg is not ECDH-ES+A256KW or ECDH-ES, or enc is not A256GCM");
  if (encryptedKey?.length !== (alg === "ECDH-ES" ? 0 : 40))
    return malformed("not an encrypted key of its alg");
  if (zip !== undefined || crit !== undefined) return malformed("zip and crit are not understood");
  if (!readAccessKey(epk).ok) return malformed("epk is no public key of X25519 or P-256");
  if (header["order"] !== undefined && header["order"] !== order) return malformed("it is for another order");
  return ok(compact);
}

/** Opens an access with the private half of the customer's key; what is inside is read strictly. */
export async function openAccess(
  compact: string,
  key: JWK,
  purpose: AccessFor,
): Promise<Result<JsonObject, AccessRefusal>> {
  const read = readAccess(compact, purpose);
  if (!read.ok) return read;
  let text: string;
  try {
    const options = { keyManagementAlgorithms: [...MANAGEMENT], contentEncryptionAlgorithms: [ENCRYPTION] };
    const { kid: _, use: __, key_ops: ___, ...plain } = key;
    const opened = await compactDecrypt(compact, await importJWK(plain as JWK, "ECDH-ES+A256KW"), options);
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(opened.plaintext);
  } catch {
    return refused({ code: "access-not-for-key" });
  }
  const json = parseJson(text);
  return json.ok && isObject(json.value)
    ? ok(json.value)
    : refused({ code: "access-malformed", problem: "what is inside is no JSON object" });
}
