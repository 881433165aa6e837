// The certificates that a token brings along (RFC 7515 §4.1.6), leaf first, and the key of the leaf.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { JsonObject, JwsRefusal } from "../token/jws.ts";
import {
  type Bytes,
  type Certificate,
  type CertificateRefusal,
  fromBase64,
  readCertificate,
} from "./certificate.ts";
import { MOST_CERTIFICATES } from "./path.ts";

/** Certificates whose leaf fits the algorithm of the token; nothing of them is verified. */
export interface Certified {
  /** DER, leaf first. */
  readonly chain: readonly Bytes[];
  readonly leaf: Certificate;
  readonly algorithm: CertifiedAlgorithm;
}

export type X5cRefusal =
  | JwsRefusal
  | CertificateRefusal
  | { code: "chain-too-long"; limit: number }
  | { code: "alg-not-allowed" };

/** How WebCrypto takes a key for each algorithm (RFC 7518 §3.1). */
const KEYS = {
  RS256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", namedCurve: "" },
  PS256: { name: "RSA-PSS", hash: "SHA-256", namedCurve: "" },
  ES256: { name: "ECDSA", hash: "", namedCurve: "P-256" },
  ES384: { name: "ECDSA", hash: "", namedCurve: "P-384" },
} as const;
export type CertifiedAlgorithm = keyof typeof KEYS;

/** Reads the certificates in the header of a token, and its algorithm. */
export function readX5c(header: JsonObject): Result<Certified, X5cRefusal> {
  const chain = chainOf(header["x5c"]);
  if (!chain.ok) return chain;
  const [first] = chain.value;
  const leaf = readCertificate(first);
  if (!leaf.ok) return leaf;
  const algorithm = algorithmOf(header, leaf.value);
  return algorithm
    ? ok({ chain: chain.value, leaf: leaf.value, algorithm })
    : refused({ code: "alg-not-allowed" });
}

/** The DID of the organisation that a certificate is for (did:elsi; ETSI EN 319 412-1 §5.1.4); not every one is for one. */
export function organizationDid({ organizationIdentifier }: Certificate): string | undefined {
  return organizationIdentifier === undefined ? undefined : `did:elsi:${organizationIdentifier}`;
}

/** The key of the leaf as WebCrypto has it; undefined where it is none. */
export async function importLeaf({
  leaf,
  algorithm,
}: Pick<Certified, "leaf" | "algorithm">): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("spki", leaf.spki, KEYS[algorithm], false, ["verify"]);
  } catch {
    return undefined;
  }
}

function chainOf(x5c: Json | undefined): Result<readonly [Bytes, ...Bytes[]], X5cRefusal> {
  if (!Array.isArray(x5c)) return refused({ code: "malformed", problem: "no x5c" });
  if (x5c.length > MOST_CERTIFICATES) return refused({ code: "chain-too-long", limit: MOST_CERTIFICATES });
  const [first, ...rest] = x5c.flatMap((one) => (typeof one === "string" ? (fromBase64(one) ?? []) : []));
  if (!first || rest.length + 1 < x5c.length)
    return refused({ code: "malformed-certificate", detail: "x5c holds something else than base64" });
  return ok([first, ...rest]);
}

/** One of ours that fits the key of the leaf. */
function algorithmOf({ alg }: JsonObject, { key }: Certificate): CertifiedAlgorithm | undefined {
  const algorithm = (Object.keys(KEYS) as CertifiedAlgorithm[]).find((name) => name === alg);
  const curve = algorithm && KEYS[algorithm].namedCurve;
  return curve === (key.type === "EC" ? key.curve : "") ? algorithm : undefined;
}
