// Credentials that the kit signs itself, and what a target says of them.
import { type KeyObject, generateKeyPairSync, sign } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, brief, isObject } from "../http.ts";
import { reply } from "../parties/provider.ts";
import type { Party } from "../parties/provider.ts";
import { Undecided } from "../outcome.ts";
import { NEEDS_ORIGINS } from "../parties/network.ts";

export const CREDENTIALS = "https://www.w3.org/ns/credentials/v2";

/** What the algorithms of JOSE are for node:crypto. */
const ALGORITHMS = {
  EdDSA: { make: () => generateKeyPairSync("ed25519"), hash: undefined, more: {} },
  ES256: {
    make: () => generateKeyPairSync("ec", { namedCurve: "P-256" }),
    hash: "sha256",
    more: { dsaEncoding: "ieee-p1363" },
  },
  ES384: {
    make: () => generateKeyPairSync("ec", { namedCurve: "P-384" }),
    hash: "sha384",
    more: { dsaEncoding: "ieee-p1363" },
  },
  RS256: { make: () => generateKeyPairSync("rsa", { modulusLength: 2048 }), hash: "sha256", more: {} },
  PS256: {
    make: () => generateKeyPairSync("rsa", { modulusLength: 2048 }),
    hash: "sha256",
    // RSA_PKCS1_PSS_PADDING, with a salt as long as the hash (RFC 7518 §3.5).
    more: { padding: 6, saltLength: 32 },
  },
} as const;

export type Algorithm = keyof typeof ALGORITHMS;

/** A key pair of the kit. */
export interface Pair {
  readonly alg: Algorithm;
  readonly jwk: JsonObject;
  readonly privateKey: KeyObject;
}

export interface Issuer extends Pair {
  readonly did: string;
  /** The DID URL of its key. */
  readonly kid: string;
}

export function keyPair(alg: Algorithm = "EdDSA"): Pair {
  const { publicKey, privateKey } = ALGORITHMS[alg].make();
  return { alg, jwk: publicKey.export({ format: "jwk" }) as JsonObject, privateKey };
}

/** An issuer whose DID is its key, so that nobody has to be asked for it. */
export function issuer(alg: Algorithm = "EdDSA", jwk: JsonObject = {}): Issuer {
  const pair = keyPair(alg);
  const did = `did:jwk:${encode(JSON.stringify({ ...pair.jwk, ...jwk }))}`;
  return { ...pair, did, kid: `${did}#0` };
}

/** Keys in the documents of origins that come again. */
const keysAt = new WeakMap<object, Pair>();

/** The key of a party. Targets remember documents: where the origin comes again, so do the key and all else in it. */
function pairAt({ place }: Party, isChanged: boolean): Pair {
  if (!place) return keyPair();
  if (isChanged) throw new Undecided("untested", NEEDS_ORIGINS);
  const pair = keysAt.get(place) ?? keyPair();
  keysAt.set(place, pair);
  return pair;
}

/** The party as an issuer, with a DID document that lists its key, changed where a case wants it otherwise. */
export function issuerAt(party: Party, change?: (document: JsonObject) => JsonObject): Issuer {
  const pair = pairAt(party, change !== undefined);
  const kid = `${party.did}#kit`;
  const method = { id: kid, type: "JsonWebKey", controller: party.did, publicKeyJwk: pair.jwk };
  const sound = {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
    id: party.did,
    verificationMethod: [method],
    assertionMethod: [kid],
  };
  const document = change?.(sound) ?? sound;
  party.answer("/.well-known/did.json", () => reply(200, "application/did+json", JSON.stringify(document)));
  return { ...pair, did: party.did, kid };
}

export const encode = (content: string | Uint8Array): string => Buffer.from(content).toString("base64url");

/** A credential of an issuer: sound, but for what a case changes. */
export function credential({ did }: Pick<Issuer, "did">, more: JsonObject = {}): JsonObject {
  return {
    "@context": [CREDENTIALS],
    type: ["VerifiableCredential"],
    issuer: did,
    validFrom: "2026-01-01T00:00:00Z",
    credentialSubject: { id: "did:web:subject.conformance.example", name: "Subject" },
    ...more,
  };
}

/** Signs a payload as a token; `header` changes what a sound header says, and undefined takes a member out. */
export function token(
  { alg, kid, privateKey }: Pick<Issuer, "alg" | "kid" | "privateKey">,
  payload: JsonObject | string,
  header: Readonly<Record<string, unknown>> = {},
): string {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  return signed({ alg, privateKey }, JSON.stringify({ alg, typ: "vc+jwt", cty: "vc", kid, ...header }), text);
}

/** Signs a header and a payload as they are written. */
export function signed(by: Pick<Issuer, "alg" | "privateKey">, header: string, payload: string): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${encode(signatureOf(by, Buffer.from(input)))}`;
}

export function signatureOf(
  { alg, privateKey }: Pick<Issuer, "alg" | "privateKey">,
  bytes: Uint8Array,
): Buffer {
  const { hash, more } = ALGORITHMS[alg];
  return sign(hash, bytes, { key: privateKey, ...more });
}

/** Has the target verify what stands in `verifiableCredential`, with these `options` of the request. */
export function verify(t: Exam, verifiableCredential: unknown, options?: JsonObject): Promise<Answer> {
  return t.request(t.endpoint("verify"), {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ verifiableCredential, options }),
  });
}

export const enveloped = (compact: string): JsonObject => ({
  "@context": CREDENTIALS,
  type: "EnvelopedVerifiableCredential",
  id: `data:application/vc+jwt,${compact}`,
});

/** A token of the W3C's form, or anything that may stand in `verifiableCredential`. */
export type Given = string | JsonObject;

/** What the target found out about a credential. */
export async function verification(t: Exam, given: Given, options?: JsonObject): Promise<JsonObject> {
  const answer = await verify(t, typeof given === "string" ? enveloped(given) : given, options);
  t.status(answer, 200);
  const found = answer.json();
  t.equal(found["type"], "CredentialVerification", "the type of the answer is");
  return found;
}

export function checksIn(t: Exam, { checks }: JsonObject): JsonObject[] {
  t.that(
    Array.isArray(checks) && checks.every(isObject),
    "a list of objects in `checks`",
    brief(JSON.stringify(checks)),
  );
  return checks;
}

/** The credential is valid. */
export async function expectValid(
  t: Exam,
  given: Given,
  what: string,
  options?: JsonObject,
): Promise<JsonObject> {
  const found = await verification(t, given, options);
  t.equal(found["outcome"], "valid", `the outcome for ${what} is`);
  return found;
}

const OUTCOMES = { failed: "invalid", unknown: "indeterminate" } as const;

/** How a credential ends: the check that finds the fault, its outcome and its code. */
export type Fault = readonly [check: string, outcome: keyof typeof OUTCOMES, code: string];

/** The credential ends with this code at this check, which has failed or is unknown. */
export function expectFault(
  t: Exam,
  given: Given,
  fault: Fault,
  what: string,
  options?: JsonObject,
): Promise<JsonObject> {
  return expectOneOf(t, given, [fault], what, options);
}

/** The credential ends in one of these ways: where two statements apply, either may be followed. */
export async function expectOneOf(
  t: Exam,
  given: Given,
  faults: readonly Fault[],
  what: string,
  options?: JsonObject,
): Promise<JsonObject> {
  const found = await verification(t, given, options);
  const checks = checksIn(t, found);
  const came = ([check]: Fault) => checks.find((each) => each["check"] === check);
  const isCome = (fault: Fault) =>
    came(fault)?.["outcome"] === fault[1] && came(fault)?.["code"] === fault[2];
  const [first] = faults;
  const fault = faults.find(isCome) ?? first;
  if (!fault) throw new Error("a credential ends in one way at least");
  const [check, outcome, code] = fault;
  const or = faults.filter((other) => other !== fault).map(([other, , by]) => `, or \`${other}\` with ${by}`);
  t.equal(
    [came(fault)?.["outcome"], came(fault)?.["code"]],
    [outcome, code],
    `the check \`${check}\` of ${what} ends with${or.join("")}`,
  );
  t.equal([found["outcome"], found["verified"]], [OUTCOMES[outcome], false], `the outcome for ${what} is`);
  return found;
}

/** Each check that failed or is unknown says in words what it found (MPLI-TRUST-009). */
export function expectMessages(t: Exam, found: JsonObject): void {
  for (const { check, outcome, code, message } of checksIn(t, found))
    if (outcome === "failed" || outcome === "unknown")
      t.that(
        typeof message === "string" && message !== "",
        `a \`message\` beside the code ${String(code)} of the check \`${String(check)}\``,
        brief(String(JSON.stringify(message))),
      );
}

/** The credential is not valid, whatever the code is. */
export async function expectNotValid(
  t: Exam,
  given: Given,
  what: string,
  options?: JsonObject,
): Promise<void> {
  const { outcome, verified } = await verification(t, given, options);
  t.that(
    (outcome === "invalid" || outcome === "indeterminate") && verified === false,
    `that ${what} is not valid`,
    `${JSON.stringify(outcome)}, verified: ${JSON.stringify(verified)}`,
  );
}

/** The checks of a verification, in their order (MPLI-TRUST-006). */
export const CHECKS = ["form", "key", "signature", "model", "contexts", "time", "status", "issuer"];

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The same bytes in another spelling: with a bit where base64url has some to spare. */
export function respelt(text: string): string {
  const spare = text.length % 4 === 0 ? "" : (BASE64URL[BASE64URL.indexOf(text.at(-1) ?? "") | 1] ?? "");
  return spare ? text.slice(0, -1) + spare : `${text}=`;
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** An issuer whose DID is a `did:key` of Ed25519. */
export function keyAsDid(): Issuer {
  const pair = keyPair();
  const text = base58(
    Buffer.concat([Buffer.from([0xed, 0x01]), Buffer.from(String(pair.jwk["x"]), "base64url")]),
  );
  return { ...pair, did: `did:key:z${text}`, kid: `did:key:z${text}#z${text}` };
}

export function base58(bytes: Buffer): string {
  let number = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  for (; number > 0n; number /= 58n) text = (BASE58[Number(number % 58n)] ?? "") + text;
  return "1".repeat(bytes.findIndex((byte) => byte !== 0)) + text;
}

/** An issuer with an RSA key that is too short for these years. */
export function weakIssuer(): Issuer {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const jwk = publicKey.export({ format: "jwk" }) as JsonObject;
  const did = `did:jwk:${encode(JSON.stringify(jwk))}`;
  return { alg: "RS256", jwk, privateKey, did, kid: `${did}#0` };
}

export interface PublishedList {
  readonly address: string;
  readonly purpose: string;
}

interface ListSettings {
  readonly purpose?: string;
  /** Numbers of the bits that are set. */
  readonly set?: readonly number[];
  /** Length of the bitmap. */
  readonly bytes?: number;
  /** Other members of the list's credential. */
  readonly more?: JsonObject;
}

/** Where the next list of a party stands. */
export const nextList = () => `/status-${++lists}`;

/** Has the party serve a status list of the issuer. */
export function publishList(
  party: Party,
  by: Issuer,
  { purpose = "revocation", set = [], bytes = 16_384, more = {} }: ListSettings,
  path = nextList(),
): PublishedList {
  const bits = new Uint8Array(bytes);
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  const address = party.origin + path;
  const encodedList = `u${encode(gzipSync(bits))}`;
  const list = token(
    by,
    credential(by, {
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      credentialSubject: { type: "BitstringStatusList", statusPurpose: purpose, encodedList },
      ...more,
    }),
  );
  party.answer(path, () => reply(200, "application/vc+jwt", list));
  return { address, purpose };
}

/** No two lists share an address, since a target may remember what it read. */
let lists = 0;

/** A credential whose status stands in this list. */
export function listed(by: Issuer, list: PublishedList, index: number): JsonObject {
  return credential(by, { credentialStatus: entryOf(list, index) });
}

/** An entry of this list. */
export const entryOf = ({ address, purpose }: PublishedList, index: number): JsonObject => ({
  type: "BitstringStatusListEntry",
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: address,
});
