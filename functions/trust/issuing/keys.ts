// The keys that a node signs with. The private half of each stays in this module: out come public keys and signatures.
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { CompactSign, type JWK, base64url, compactVerify, importJWK } from "jose";
import type { NodeKey } from "../../discovery/node-document.ts";
import { type MessageSigner, signerWith } from "../../edge/http-signature.ts";
import { type Json, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { fitKey } from "../did/jwk-fitness.ts";
import { type PublicJwk, readPublicJwk } from "../did/public-jwk.ts";
import { fromBase64url } from "../token/base64url.ts";
import { type JsonObject, isObject } from "../token/jws.ts";

/** What is signed on each curve (RFC 8037 §3.1, RFC 7518 §3.4). */
export const ALGORITHM_OF = { Ed25519: "EdDSA", "P-256": "ES256" } as const;

/** Signs a payload in the name of a DID, as a compact JWS of the media types in `typ` and `cty`. */
export type Sign = (
  payload: JsonObject,
  header: { readonly did: string; readonly typ: string; readonly cty: string },
) => Promise<string>;

export interface KeyRing {
  /** Public halves, in the order of the set. */
  readonly keys: readonly NodeKey[];
  /** Signs with the first key that is not retired; absent where there is none. */
  readonly sign?: Sign;
  /** Signs requests and callbacks with the same key, in the name of a DID. */
  readonly signerOf?: (did: string) => MessageSigner;
}

/** `reason` repeats nothing of the secret. */
export type KeysRefusal = { code: "malformed-signing-keys"; reason: string };

interface Key extends NodeKey {
  readonly jwk: PublicJwk;
  /** Absent from a key that is retired. */
  readonly d?: string;
}

/** Settings of a host, as they were set; empty ones count as none. */
export interface KeySettings {
  /** A JWK Set (RFC 7517 §5), the newest key first. Keys without a private half are retired. */
  readonly set?: string | undefined;
  /** One private JWK, which counts where there is no set. */
  readonly single?: string | undefined;
}

/** Name of a key that was set alone and bears no name: what it signed before there were sets has to go on holding. */
const FIRST_NAME = "key-1";
/** A DID document of more keys is not read by everyone. */
const MOST_KEYS = 60;
const NAME = /^[A-Za-z0-9._~-]{1,100}$/;

/** Reads the keys of a node. A node without any has an empty ring. */
export function readKeyRing({ set, single }: KeySettings): Result<KeyRing, KeysRefusal> {
  if (!set && !single) return ok({ keys: [] });
  const json = parseJson(set || single || "");
  // What the parser says of the text could repeat some of it.
  if (!json.ok) return malformed("it is not JSON");
  const listed = set ? isObject(json.value) && json.value["keys"] : [json.value];
  if (!Array.isArray(listed)) return malformed("it is no JWK Set: an object with a list of keys in `keys`");
  if (listed.length > MOST_KEYS) return malformed(`it has more than ${MOST_KEYS} keys`);
  const keys: Key[] = [];
  for (const [index, each] of listed.entries()) {
    const key = readKey(each, set ? undefined : FIRST_NAME);
    if (!key.ok) return malformed(`key ${index + 1}: ${key.refusal.reason}`);
    if (keys.some(({ name }) => name === key.value.name))
      return malformed(`key ${index + 1} has the name of another`);
    keys.push(key.value);
  }
  const signing = keys.find(({ d }) => d !== undefined);
  const shown = keys.map(({ name, jwk, isRetired }) => ({ name, jwk, isRetired }));
  return ok({ keys: shown, ...(signing ? signers(signing) : {}) });
}

const malformed = (reason: string) => refused<KeysRefusal>({ code: "malformed-signing-keys", reason });

function readKey(json: Json, unnamed: string | undefined): Result<Key, KeysRefusal> {
  if (!isObject(json)) return malformed("it is no JWK");
  const { d, kid, ...rest } = json;
  const read = readPublicJwk(rest);
  if (!read.ok) return malformed(read.refusal.detail);
  const { kty, crv = "", x = "", y } = read.value;
  const algorithm = algorithmOf(crv);
  if (!algorithm) return malformed("its curve is neither Ed25519 nor P-256");
  if (!fitKey(read.value, algorithm).ok) return malformed(`it is no key for ${algorithm}`);
  const isHalf = typeof d === "string" && fromBase64url(d)?.length === 32;
  if (d !== undefined && !isHalf) return malformed("its private half is not in its form");
  const jwk = { kty, crv, x, ...(y === undefined ? {} : { y }) };
  const name = kid ?? unnamed ?? thumbprint(jwk);
  if (typeof name !== "string" || !NAME.test(name)) return malformed("its kid is no name for a fragment");
  return ok({ name, jwk, isRetired: !isHalf, ...(isHalf ? { d } : {}) });
}

export function algorithmOf(crv: string): "EdDSA" | "ES256" | undefined {
  return Object.hasOwn(ALGORITHM_OF, crv) ? ALGORITHM_OF[crv as keyof typeof ALGORITHM_OF] : undefined;
}

/** RFC 7638 §3: the required members alone, in the order of their names. */
function thumbprint({ kty, crv, x, y }: PublicJwk): string {
  const members = JSON.stringify({ crv, kty, x, ...(y === undefined ? {} : { y }) });
  return base64url.encode(sha256(utf8ToBytes(members)));
}

function signers({ name, jwk, d }: Key): Required<Pick<KeyRing, "sign" | "signerOf">> {
  const alg = algorithmOf(jwk.crv ?? "") ?? "EdDSA";
  let known: CryptoKey | undefined;
  const whole: JWK = { ...jwk, ...(d === undefined ? {} : { d }) };
  const key = async () => (known ??= await imported(whole, alg));
  return {
    sign: async (payload, { did, typ, cty }) =>
      new CompactSign(utf8ToBytes(JSON.stringify(payload)))
        .setProtectedHeader({ alg, typ, cty, kid: `${did}#${name}` })
        .sign(await key()),
    signerOf: (did) => ({
      keyid: `${did}#${name}`,
      alg: alg === "EdDSA" ? "ed25519" : "ecdsa-p256-sha256",
      sign: async (bytes) => signerWith(await key(), did).sign(bytes),
    }),
  };
}

/** The private key, once it has shown that it belongs to the public one: signatures of any other would hold nowhere. */
async function imported({ d, ...open }: JWK, alg: string): Promise<CryptoKey> {
  try {
    const key = (await importJWK({ ...open, ...(d === undefined ? {} : { d }) } as JWK, alg)) as CryptoKey;
    const probe = await new CompactSign(utf8ToBytes(alg)).setProtectedHeader({ alg }).sign(key);
    await compactVerify(probe, (await importJWK(open as JWK, alg)) as CryptoKey);
    return key;
  } catch {
    // The cause could repeat some of the key.
    throw new Error("the private half of the signing key does not belong to its public half");
  }
}
