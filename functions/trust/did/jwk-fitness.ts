// Whether a public key fits the algorithm of a signature: its type, its strength, and what it was made for.
import { bytesToHex } from "@noble/hashes/utils.js";
import { type Result, ok } from "../../kernel/result.ts";
import { fromBase64url } from "../token/base64url.ts";
import type { Algorithm } from "../token/profiles.ts";
import { type DidRefusal, refuse } from "./did.ts";
import type { PublicJwk } from "./public-jwk.ts";
import { isGuessable } from "./rsa.ts";

interface Fit {
  readonly kty: string;
  readonly crv?: string;
  /** Its coordinates, each of so many bytes. */
  readonly coordinates?: readonly ("x" | "y")[];
  readonly bytes?: number;
  /** What `alg` may say, if it is there: one algorithm may have two names (RFC 9864 §2.2). */
  readonly alg: readonly string[];
}

const ED25519: Fit = { kty: "OKP", crv: "Ed25519", coordinates: ["x"], bytes: 32, alg: ["EdDSA", "Ed25519"] };

const FITS = {
  ES256: { kty: "EC", crv: "P-256", coordinates: ["x", "y"], bytes: 32, alg: ["ES256"] },
  ES384: { kty: "EC", crv: "P-384", coordinates: ["x", "y"], bytes: 48, alg: ["ES384"] },
  EdDSA: ED25519,
  Ed25519: ED25519,
  PS256: { kty: "RSA", alg: ["PS256"] },
  RS256: { kty: "RSA", alg: ["RS256"] },
} as const satisfies Record<Algorithm, Fit>;

/** Bits of a modulus: fewer are too weak (RFC 7518 §3.3, §3.5), more cost too much to verify. */
const LEAST_BITS = 2048;
const MOST_BITS = 8192;

/**
 * The key, if signatures of this algorithm may be verified with it; else `key-unfit`. Whether the point lies on its
 * curve is left to the import of the key (`crypto.subtle.importKey`), which refuses any other.
 */
export function fitKey(jwk: PublicJwk, algorithm: Algorithm): Result<PublicJwk, DidRefusal> {
  const misfit = misfitOf(jwk, FITS[algorithm]);
  return misfit === undefined ? ok(jwk) : refuse("key-unfit", misfit);
}

function misfitOf(jwk: PublicJwk, fit: Fit): string | undefined {
  if (jwk.kty !== fit.kty || jwk.crv !== fit.crv) return "it is a key for other algorithms";
  if (jwk.alg !== undefined && !fit.alg.includes(jwk.alg)) return `it is kept for ${jwk.alg}`;
  if (jwk.use !== undefined && jwk.use !== "sig") return "its use is not for signatures";
  if (jwk.key_ops !== undefined && !jwk.key_ops.includes("verify"))
    return "its operations do not include verify";
  if (fit.kty === "RSA") return weaknessOf(jwk);
  const complete = fit.coordinates?.every((name) => fromBase64url(jwk[name] ?? "")?.length === fit.bytes);
  return complete ? undefined : "a coordinate is missing, or not in its form";
}

function weaknessOf({ n = "", e = "" }: PublicJwk): string | undefined {
  const [modulus, exponent] = [integer(n), integer(e)];
  if (modulus === undefined || exponent === undefined) return "its numbers are missing, or not in their form";
  const bits = modulus.toString(2).length;
  if (bits < LEAST_BITS || bits > MOST_BITS) return `its modulus has ${bits} bits`;
  if (exponent < 3n || exponent > 0xffff_ffffn || exponent % 2n === 0n)
    return "its exponent is not a safe one";
  return isGuessable(modulus) ? "its private key can be computed (CVE-2017-15361)" : undefined;
}

/** Base64urlUInt of RFC 7518 §2: in the fewest bytes. */
function integer(text: string): bigint | undefined {
  const bytes = fromBase64url(text);
  return bytes?.[0] ? BigInt(`0x${bytesToHex(bytes)}`) : undefined;
}
