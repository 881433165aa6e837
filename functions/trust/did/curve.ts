// Points of the NIST curves from their compressed form (SEC 1 v2.0 §2.3.4; parameters of NIST SP 800-186 §3.2.1).
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import type { PublicJwk } from "./public-jwk.ts";

interface Curve {
  readonly crv: "P-256" | "P-384";
  /** Bytes of a coordinate. */
  readonly size: number;
  /** The prime of the field; three modulo four, so that a root is one power. */
  readonly p: bigint;
  readonly b: bigint;
}

export const P_256: Curve = {
  crv: "P-256",
  size: 32,
  p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
  b: 0x5ac635d8_aa3a93e7_b3ebbd55_769886bc_651d06b0_cc53b0f6_3bce3c3e_27d2604bn,
};

export const P_384: Curve = {
  crv: "P-384",
  size: 48,
  p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
  b: 0xb3312fa7_e23ee7e4_988e056b_e3f82d19_181d9c6e_fe814112_0314088f_5013875a_c656398d_8a2ed19d_2a85c8ed_d3ec2aefn,
};

/** The public key of a compressed point; undefined for bytes that are no point in that form. */
export function decompress(bytes: Uint8Array, { crv, size, p, b }: Curve): PublicJwk | undefined {
  const [sign, ...rest] = bytes;
  if (bytes.length !== size + 1 || (sign !== 2 && sign !== 3)) return undefined;
  const x = BigInt(`0x${bytesToHex(Uint8Array.from(rest))}`);
  if (x >= p) return undefined;
  const square = ((((x * x - 3n) * x + b) % p) + p) % p;
  const root = power(square, (p + 1n) / 4n, p);
  if ((root * root) % p !== square) return undefined;
  const y = (root & 1n) === BigInt(sign - 2) ? root : p - root;
  const coordinate = (value: bigint) =>
    base64url.encode(hexToBytes(value.toString(16).padStart(2 * size, "0")));
  return { kty: "EC", crv, x: coordinate(x), y: coordinate(y) };
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base, left = exponent; left > 0n; left >>= 1n, square = (square * square) % modulus)
    if (left & 1n) result = (result * square) % modulus;
  return result;
}
