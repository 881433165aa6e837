// The proof that whoever presents an SD-JWT holds the key its issuer bound it to, here and now (RFC 9901 §4.3, §7.3).
import { type JWK, compactVerify } from "jose";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject, readJws } from "../token/jws.ts";
import type { Algorithm } from "../token/profiles.ts";
import { digestOf } from "./digests.ts";
import type { KeyBindingRefusal } from "./refusals.ts";
import type { SdJwtVc } from "./sd-jwt-vc.ts";
import { readTimes } from "./times.ts";

export interface KeyBindingExpectation {
  /** Who we are to the holder: client identifier, DID or origin. */
  readonly audience: string;
  /** The nonce of our request; that it is used only once is the caller's to see to. */
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly now: number;
  /** Seconds that may have passed since the holder signed. */
  readonly maxAge: number;
  /** Seconds that clocks may differ. */
  readonly skew: number;
  /** The signature algorithms accepted; never taken from the token. */
  readonly algorithms: readonly Algorithm[];
}

export interface KeyBinding {
  /** The holder's public key, as the issuer named it. */
  readonly jwk: JWK;
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

/** Verifies the key binding JWT of a credential; that one is required is the caller's policy, never the holder's choice. */
export async function verifyKeyBinding(
  credential: Pick<SdJwtVc, "claims" | "presented" | "hash" | "keyBinding">,
  expected: KeyBindingExpectation,
): Promise<Result<KeyBinding, KeyBindingRefusal>> {
  const { claims, presented, hash, keyBinding } = credential;
  if (keyBinding === undefined) return refused({ code: "key-binding-missing" });
  const jwk = isObject(claims["cnf"]) ? claims["cnf"]["jwk"] : undefined;
  if (!isJwk(jwk)) return invalid("the issuer names no key in cnf.jwk");
  const jws = await verify(keyBinding, jwk, expected.algorithms);
  if (!jws.ok) return jws;
  const issuedAt = readWindow(jws.value, expected);
  if (!issuedAt.ok) return issuedAt;
  const { aud, nonce, sd_hash } = jws.value;
  if (typeof aud !== "string" || typeof nonce !== "string") return invalid("aud or nonce is not a text");
  if (aud !== expected.audience) return refused({ code: "audience-differs", audience: aud.slice(0, 100) });
  if (nonce !== expected.nonce) return refused({ code: "nonce-differs" });
  if (sd_hash !== (await digestOf(presented, hash))) return invalid("sd_hash is of another presentation");
  return ok({ jwk, issuedAt: issuedAt.value });
}

const invalid = (reason: string) => refused({ code: "key-binding-invalid" as const, reason });

const isJwk = (json: JsonObject[string] | undefined): json is JsonObject & JWK =>
  isObject(json) && typeof json["kty"] === "string";

/** The payload, once type, algorithm and signature are right. */
async function verify(
  compact: string,
  jwk: JWK,
  algorithms: readonly Algorithm[],
): Promise<Result<JsonObject, KeyBindingRefusal>> {
  const jws = readJws(compact);
  if (!jws.ok) return invalid(jws.refusal.problem);
  const { header, payload } = jws.value;
  if (header["typ"] !== "kb+jwt") return invalid("typ is not kb+jwt");
  // No extension is understood here; b64 would even change what the payload's bytes mean (RFC 7797).
  if (Object.hasOwn(header, "crit")) return invalid("crit asks for an extension");
  try {
    // Given the JWK itself, jose also holds its kty, crv, alg, use and key_ops against the header's alg.
    // It freezes the key, hence the copy.
    await compactVerify(compact, { ...jwk }, { algorithms: [...algorithms] });
    return ok(payload);
  } catch {
    return invalid("the signature is not by cnf.jwk with an accepted algorithm");
  }
}

/** The time of signing, if that lies within the window; `exp` and `nbf` count where the holder set them. */
function readWindow(
  claims: JsonObject,
  { now, maxAge, skew }: KeyBindingExpectation,
): Result<number, KeyBindingRefusal> {
  const times = readTimes(claims);
  if (!times.ok) return times;
  const { issuedAt, notBefore = 0, expires = Infinity } = times.value;
  if (issuedAt === undefined) return refused({ code: "malformed-time", claim: "iat" });
  if (issuedAt < now - maxAge - skew)
    return refused({ code: "too-old", claim: "iat", seconds: now - issuedAt });
  if (expires <= now - skew) return refused({ code: "too-old", claim: "exp", seconds: now - expires });
  return Math.max(issuedAt, notBefore) > now + skew ? invalid("signed in the future") : ok(issuedAt);
}
