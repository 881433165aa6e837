// What each curve of a cryptosuite asks of its keys and signatures: eddsa-rdfc-2022 (W3C Data Integrity EdDSA
// Cryptosuites 1.0 §3.2) and ecdsa-rdfc-2019 (W3C Data Integrity ECDSA Cryptosuites 1.0 §3.2).
import { sha256, sha384 } from "@noble/hashes/sha2.js";
import type { Hash } from "../../kernel/digest.ts";
import type { Algorithm } from "../token/profiles.ts";

export type Cryptosuite = "eddsa-rdfc-2022" | "ecdsa-rdfc-2019";

export interface Curve {
  readonly suite: Cryptosuite;
  /** As JOSE calls the signature, to look whether a key fits. */
  readonly algorithm: Algorithm;
  /** As WebCrypto calls the kind of key, and the signature. */
  readonly key: { readonly name: string; readonly namedCurve?: string };
  readonly signature: { readonly name: string; readonly hash?: string };
  /** Bytes of a signature (of r and s side by side, IEEE P1363). */
  readonly signatureBytes: number;
  /** Of the canonical statements and on the way to them, whatever the signature itself hashes with. */
  readonly hash: Hash;
}

const ED25519: Curve = {
  suite: "eddsa-rdfc-2022",
  algorithm: "Ed25519",
  key: { name: "Ed25519" },
  signature: { name: "Ed25519" },
  signatureBytes: 64,
  hash: sha256,
};

const P_256: Curve = {
  suite: "ecdsa-rdfc-2019",
  algorithm: "ES256",
  key: { name: "ECDSA", namedCurve: "P-256" },
  signature: { name: "ECDSA", hash: "SHA-256" },
  signatureBytes: 64,
  hash: sha256,
};

const P_384: Curve = {
  suite: "ecdsa-rdfc-2019",
  algorithm: "ES384",
  key: { name: "ECDSA", namedCurve: "P-384" },
  signature: { name: "ECDSA", hash: "SHA-384" },
  signatureBytes: 96,
  hash: sha384,
};

const CURVES: ReadonlyMap<string | undefined, Curve> = new Map([
  ["Ed25519", ED25519],
  ["P-256", P_256],
  ["P-384", P_384],
]);

/** The curve that a JWK calls `crv`, if a cryptosuite here signs on it. */
export const curveOf = (crv: string | undefined): Curve | undefined => CURVES.get(crv);

export function isCryptosuite(name: unknown): name is Cryptosuite {
  return [...CURVES.values()].some(({ suite }) => suite === name);
}
