// Signed requests (RFC 9421) in the one profile that is spoken here: what is covered, for how long, and by which key.
import { type Result, ok, refused } from "../kernel/result.ts";
import { contentDigest, isDigestOf } from "./content-digest.ts";
import {
  COMPONENTS,
  type Component,
  type SignedMessage,
  headerOf,
  signatureBase,
  writeInput,
} from "./signature-base.ts";
import { type InnerList, type Item, readDictionary, writeBytes } from "./structured-fields.ts";

/** What a signature is for (RFC 9421 §2.3): one for a request is none for a callback. */
export const REQUEST_TAG = "mpli-request-1";
export const CALLBACK_TAG = "mpli-callback-1";
export type SignatureTag = typeof REQUEST_TAG | typeof CALLBACK_TAG;

/** Names of the registry of HTTP signature algorithms (RFC 9421 §6.2.2), and what WebCrypto calls them. */
const ALGORITHMS = {
  ed25519: { name: "Ed25519" },
  "ecdsa-p256-sha256": { name: "ECDSA", hash: "SHA-256" },
} as const;
export type SignatureAlgorithm = keyof typeof ALGORITHMS;

/** Seconds that a signature is good for at most, and that clocks may differ. */
export const MOST_SECONDS = 300;
const SIGNATURE_BYTES = 64;
const MOST_KEYID = 8192;
const MOST_NONCE = 128;

/** Codes are checked in this order; `key-unknown` and `signature-invalid` are left to whoever has the key. */
export type SignatureRefusal =
  | { code: "signature-missing"; tag: string }
  | { code: "signature-malformed"; reason: string }
  /** Components or parameters that the signature has to have, and has not. */
  | { code: "signature-incomplete"; missing: readonly string[] }
  /** `clock`: what time it is here, in seconds since the epoch. */
  | { code: "signature-stale"; reason: string; clock: number }
  | { code: "digest-mismatch" };

/** A signature in due form, whose key is still to be found. */
export interface Unverified {
  readonly keyid: string;
  readonly alg: SignatureAlgorithm;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly expires: number;
  readonly nonce: string;
  /** The bytes that were signed (RFC 9421 §2.5). */
  readonly base: Uint8Array;
  readonly signature: Uint8Array;
}

/** Reads the one signature of this tag; all that can be told without a key is told. `now` is in milliseconds. */
export function readSignature(
  message: SignedMessage,
  { tag, now }: { readonly tag: SignatureTag; readonly now: number },
): Result<Unverified, SignatureRefusal> {
  const found = findSignature(message.headers, tag);
  if (!found.ok) return found;
  const { input, signature } = found.value;
  const components = readComponents(input, message);
  if (!components.ok) return components;
  const parameters = readParameters(input);
  if (!parameters.ok) return parameters;
  const { created, expires, keyid, alg, nonce } = parameters.value;
  const clock = Math.floor(now / 1000);
  const stale = staleness(created, expires, clock);
  if (stale) return refused({ code: "signature-stale", reason: stale, clock });
  const covered = components.value;
  if (covered.includes("content-digest") && !isDigestOf(headerOf(message, "content-digest"), message.body))
    return refused({ code: "digest-mismatch" });
  const base = signatureBase(message, covered, writeInput(covered, [...input.parameters]));
  if (!base) return malformed("what it covers is not in ASCII");
  return ok({ keyid, alg, created, expires, nonce, base, signature });
}

/** Whether the signature was made with the private half of `key`. */
export async function isSignedBy({ alg, base, signature }: Unverified, key: CryptoKey): Promise<boolean> {
  try {
    return await crypto.subtle.verify(ALGORITHMS[alg], key, signature, base);
  } catch {
    return false;
  }
}

/** Signs bytes with a key that stays where it is. */
export interface MessageSigner {
  /** The DID URL of the public half. */
  readonly keyid: string;
  readonly alg: SignatureAlgorithm;
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** A signer with a private key of Ed25519 or P-256 at hand. */
export function signerWith(key: CryptoKey, keyid: string): MessageSigner {
  const alg = key.algorithm.name === "Ed25519" ? "ed25519" : "ecdsa-p256-sha256";
  return {
    keyid,
    alg,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(ALGORITHMS[alg], key, bytes)),
  };
}

export interface Unsigned {
  readonly method: string;
  readonly url: string;
  readonly content?: { readonly type: string; readonly body: Uint8Array };
}

export interface Signing {
  readonly tag: SignatureTag;
  /** Seconds since the epoch. */
  readonly created: number;
  /** Never the same twice with one key. */
  readonly nonce: string;
  /** Seconds, 300 at most and unless stated. */
  readonly lifetime?: number;
}

/** The headers that a request has to carry to be signed: those of its content among them. */
export async function signedHeaders(
  { method, url, content }: Unsigned,
  { keyid, alg, sign }: MessageSigner,
  { tag, created, nonce, lifetime = MOST_SECONDS }: Signing,
): Promise<Record<string, string>> {
  const described: Record<string, string> = content
    ? { "Content-Type": content.type, "Content-Digest": contentDigest(content.body) }
    : {};
  const covered = COMPONENTS.filter((name) => content !== undefined || name.startsWith("@"));
  const input = writeInput(
    covered,
    Object.entries({ created, expires: created + lifetime, keyid, alg, nonce, tag }),
  );
  const message = { method, url, headers: new Headers(described) };
  const base = signatureBase(message, covered, input);
  if (!base) throw new Error("what is to be signed is not in ASCII");
  return {
    ...described,
    "Signature-Input": `${LABEL}=${input}`,
    Signature: `${LABEL}=${writeBytes(await sign(base))}`,
  };
}

const LABEL = "mpli";

const malformed = (reason: string) => refused<SignatureRefusal>({ code: "signature-malformed", reason });

function findSignature(
  headers: Headers,
  tag: SignatureTag,
): Result<{ input: InnerList; signature: Uint8Array }, SignatureRefusal> {
  const [input, values] = [headers.get("signature-input"), headers.get("signature")];
  if (!input || !values) return refused({ code: "signature-missing", tag });
  const [inputs, signatures] = [readDictionary(input), readDictionary(values)];
  if (!inputs) return malformed("Signature-Input is no dictionary");
  if (!signatures) return malformed("Signature is no dictionary");
  const lists = [...inputs].map(([label, member]) => ({ label, member }));
  const [first, ...more] = lists.filter(({ member }) => member.parameters.get("tag") === tag);
  if (!first) return refused({ code: "signature-missing", tag });
  if (more.length > 0) return malformed(`two signatures have the tag ${tag}`);
  const value = signatures.get(first.label);
  if (!("items" in first.member)) return malformed("it lists no components");
  if (!value || !("value" in value) || !(value.value instanceof Uint8Array))
    return malformed("Signature has no bytes under its label");
  if (value.value.length !== SIGNATURE_BYTES) return malformed(`it does not have ${SIGNATURE_BYTES} bytes`);
  return ok({ input: first.member, signature: value.value });
}

/** What is covered, in the order of the one who signed: all that has to be, and nothing that is not known here. */
function readComponents(
  { items }: InnerList,
  { headers, body }: SignedMessage,
): Result<readonly Component[], SignatureRefusal> {
  const covered = items.map(componentOf);
  if (!covered.every((name) => name !== undefined)) return malformed("it covers what this profile does not");
  if (new Set(covered).size < covered.length) return malformed("it covers something twice");
  const missing = COMPONENTS.filter((name) => {
    if (name.startsWith("@")) return !covered.includes(name);
    const isDue = body.length > 0 || covered.includes(name) || headers.has(name);
    return isDue && !(covered.includes(name) && headers.has(name));
  });
  return missing.length > 0 ? refused({ code: "signature-incomplete", missing }) : ok(covered);
}

const componentOf = ({ value, parameters }: Item): Component | undefined =>
  parameters.size === 0 ? COMPONENTS.find((name) => name === value) : undefined;

type SignatureParameters = Pick<Unverified, "keyid" | "alg" | "created" | "expires" | "nonce">;

const PARAMETERS = ["created", "expires", "keyid", "alg", "nonce", "tag"];

function readParameters({ parameters }: InnerList): Result<SignatureParameters, SignatureRefusal> {
  const missing = PARAMETERS.filter((name) => !parameters.has(name));
  if (missing.length > 0) return refused({ code: "signature-incomplete", missing });
  if (parameters.size > PARAMETERS.length) return malformed("it has a parameter that this profile has not");
  const [created, expires] = [parameters.get("created"), parameters.get("expires")];
  if (!Number.isInteger(created) || !Number.isInteger(expires)) return malformed("its times are no integers");
  const [keyid, nonce] = [parameters.get("keyid"), parameters.get("nonce")];
  if (!isText(keyid, MOST_KEYID)) return malformed("its keyid is no text, or a long one");
  if (!isText(nonce, MOST_NONCE)) return malformed("its nonce is no text, or a long one");
  const alg = parameters.get("alg");
  if (alg !== "ed25519" && alg !== "ecdsa-p256-sha256") return malformed("its algorithm is not supported");
  return ok({ keyid, alg, created: created as number, expires: expires as number, nonce });
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= most;

function staleness(created: number, expires: number, clock: number): string | undefined {
  if (expires <= created || expires > created + MOST_SECONDS)
    return `it has to expire within ${MOST_SECONDS} seconds of its creation`;
  if (Math.abs(clock - created) > MOST_SECONDS)
    return `it was created more than ${MOST_SECONDS} seconds from the time here`;
  return clock > expires ? "it has expired" : undefined;
}
