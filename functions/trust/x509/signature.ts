// The signature on a certificate (RFC 5280 §4.1.1.2, §6.1.3 a 1), and which keys and algorithms are strong enough.
import { type Integer, type Sequence, fromBER } from "asn1js";
import type { Bytes, Certificate, KeyKind } from "./certificate.ts";

type Hash = "SHA-256" | "SHA-384" | "SHA-512";
type Scheme = "RSASSA-PKCS1-v1_5" | "RSA-PSS" | "ECDSA";

/** What is not in this table is too weak or not supported: MD5 and SHA-1 are left out. */
const ALGORITHMS: Readonly<Record<string, readonly [Scheme, Hash]>> = {
  "1.2.840.113549.1.1.11": ["RSASSA-PKCS1-v1_5", "SHA-256"],
  "1.2.840.113549.1.1.12": ["RSASSA-PKCS1-v1_5", "SHA-384"],
  "1.2.840.113549.1.1.13": ["RSASSA-PKCS1-v1_5", "SHA-512"],
  "1.2.840.10045.4.3.2": ["ECDSA", "SHA-256"],
  "1.2.840.10045.4.3.3": ["ECDSA", "SHA-384"],
  "1.2.840.10045.4.3.4": ["ECDSA", "SHA-512"],
};

const RSA_PSS = "1.2.840.113549.1.1.10";
const HASH_BYTES: Readonly<Record<Hash, number>> = { "SHA-256": 32, "SHA-384": 48, "SHA-512": 64 };
const HASH_ARCS: Readonly<Record<Hash, string>> = { "SHA-256": "01", "SHA-384": "02", "SHA-512": "03" };

/**
 * DER of the parameters of RSASSA-PSS with one hash throughout and a salt of its length, the only ones accepted: the
 * defaults are SHA-1. The hash may have parameters that say nothing (RFC 4055 §2.1).
 */
const PSS_HASHES: ReadonlyMap<string, Hash> = new Map(
  (["SHA-256", "SHA-384", "SHA-512"] as const).flatMap((hash) => {
    const oid = `06096086480165030402${HASH_ARCS[hash]}`;
    const salt = `a2030201${HASH_BYTES[hash].toString(16)}`;
    return [
      [`3034a00f300d${oid}0500a11c301a06092a864886f70d010108300d${oid}0500${salt}`, hash],
      [`3030a00d300b${oid}a11a301806092a864886f70d010108300b${oid}${salt}`, hash],
    ] as const;
  }),
);

const LEAST_RSA_BITS = 2048;
/** To verify with larger ones costs more than a stranger may make us spend. */
const MOST_RSA_BITS = 8192;
const MOST_EXPONENT = 2 ** 32;

/** RSA from 2048 bits, P-256 and P-384. */
export function isStrong(key: KeyKind): boolean {
  if (key.type === "EC") return true;
  if (key.type === "other") return false;
  const { bits, exponent } = key;
  return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS && exponent >= 3 && exponent <= MOST_EXPONENT;
}

/** How a certificate is signed; undefined if that is not accepted. */
export function schemeOf({ signatureAlgorithm: { oid, parameters } }: Certificate) {
  const pss = oid === RSA_PSS ? PSS_HASHES.get(parameters) : undefined;
  return pss ? (["RSA-PSS", pss] as const) : ALGORITHMS[oid];
}

/** Whether `certificate` is signed by the key of `issuer`; both strong enough. */
export async function isSignedBy(certificate: Certificate, { spki, key }: Certificate): Promise<boolean> {
  const [name, hash] = schemeOf(certificate) ?? [];
  if (!name || !hash || (name === "ECDSA") !== (key.type === "EC")) return false;
  const namedCurve = key.type === "EC" ? key.curve : "";
  try {
    const imported = await crypto.subtle.importKey("spki", spki, { name, hash, namedCurve }, false, [
      "verify",
    ]);
    const signature = key.type === "EC" ? toP1363(certificate.signature, key.curve) : certificate.signature;
    const parameters = { name, hash, saltLength: HASH_BYTES[hash] };
    return await crypto.subtle.verify(parameters, imported, signature, certificate.tbs);
  } catch {
    // No key, or no signature, of that kind.
    return false;
  }
}

/** An ECDSA signature as WebCrypto takes it, both numbers at full length, from its DER (RFC 3279 §2.2.3). */
function toP1363(signature: Bytes, curve: "P-256" | "P-384"): Bytes {
  const size = curve === "P-256" ? 32 : 48;
  const numbers = (fromBER(signature).result as Sequence).valueBlock.value as Integer[];
  const joined = new Uint8Array(2 * size);
  for (const [at, { valueBlock }] of numbers.entries()) {
    const digits = valueBlock.valueHexView.slice(-size);
    joined.set(digits, (at + 1) * size - digits.length);
  }
  return joined;
}
