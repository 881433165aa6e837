// A credential through all checks: each way to be wrong next to the sound one, over a network that the test plays.
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { readSecured } from "../../../functions/trust/credential/secured.ts";
import { statusReader } from "../../../functions/trust/credential/status.ts";
import { type Verification, verifyCredential } from "../../../functions/trust/credential/verify.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import type { Json } from "../../../functions/kernel/json.ts";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { type GuardedFetch, guardedFetch } from "../../../functions/edge/guard.ts";
import type { TrustPolicy } from "../../../functions/trust/policy/policy.ts";
import { OPEN } from "../../../functions/trust/policy/stock/open.ts";
import {
  type Algorithm,
  credential,
  encode,
  enveloped,
  issuer,
  keyPair,
  signed,
  token,
} from "../../conformance/steps/credentials.ts";

const NOW = Date.parse("2026-11-01T12:00:00Z");
const LIST = "https://issuer.example/status/1";
let answers: Map<string, () => Response>;
let asked: string[];
const network: GuardedFetch = guardedFetch(
  async (input) => {
    asked.push(String(input));
    return answers.get(String(input))?.() ?? new Response("", { status: 404 });
  },
  { loopback: false },
);

beforeEach(() => {
  answers = new Map();
  asked = [];
});

function verify(compact: string, policy: TrustPolicy = OPEN): Promise<Verification> {
  const now = () => NOW;
  const resolveKey = resolver({ fetch: network, now, loopback: false, cache: new BoundedMap(1e6) });
  const profile = "w3c";
  const statusOf = statusReader({ fetch: network, resolveKey, now, profile, cache: new BoundedMap(1e7) });
  const secured = readSecured(enveloped(compact) as Json);
  if (!secured.ok) throw new Error(secured.refusal.code);
  return verifyCredential(secured.value, { resolveKey, statusOf, now }, { profile, policy });
}
const codesOf = ({ checks }: Verification) => checks.flatMap(({ code }) => code ?? []);
const ALICE = issuer();

describe("a sound credential is valid", () => {
  it.each<Algorithm>(["EdDSA", "ES256", "ES384", "PS256", "RS256"])("signed by %s", async (alg) => {
    const one = issuer(alg);
    const found = await verify(token(one, credential(one)));
    expect([found.outcome, codesOf(found)]).toEqual(["valid", []]);
    expect(found.checks.map(({ outcome }) => outcome)).toEqual(Array(8).fill("passed"));
    expect(found.signed?.credential).toMatchObject({ issuer: one.did, types: ["VerifiableCredential"] });
    expect(asked).toEqual([]);
  });

  it("with times of its token, a subject without an id and no cty", async () => {
    const seconds = NOW / 1000;
    const payload = credential(ALICE, {
      iss: ALICE.did,
      iat: seconds + 30,
      exp: seconds + 1,
      credentialSubject: [{ name: "x" }, { id: "did:web:b.example" }],
    });
    const found = await verify(token(ALICE, payload, { cty: undefined, kid: "#0" }));
    expect([found.outcome, codesOf(found)]).toEqual(["valid", []]);
    expect(found.signed?.credential.subjects).toEqual(["did:web:b.example"]);
  });
});

const sound = () => credential(ALICE);
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

describe("what is wrong with a credential is found, and its code says what", () => {
  it.each<[string, string, () => string]>([
    ["two parts", "malformed", () => token(ALICE, sound()).split(".").slice(0, 2).join(".")],
    ["padding", "malformed", () => `${token(ALICE, sound())}==`],
    ["another spelling of the same bytes", "malformed", () => respelt(token(ALICE, sound()))],
    [
      "a name twice",
      "malformed",
      () => token(ALICE, `{"issuer":"${ALICE.did}","issuer":"did:web:evil.example"}`),
    ],
    ["no algorithm", "alg-not-allowed", () => token(ALICE, sound(), { alg: "none" })],
    ["a shared secret", "alg-not-allowed", () => token(ALICE, sound(), { alg: "HS256" })],
    [
      "a critical header",
      "crit-not-understood",
      () => token(ALICE, sound(), { crit: ["sigT"], sigT: at(0) }),
    ],
    ["a payload that is not encoded", "crit-not-understood", () => token(ALICE, sound(), { b64: false })],
    ["the type of a presentation", "type-mismatch", () => token(ALICE, sound(), { typ: "vp+jwt" })],
    ["no type", "type-mismatch", () => token(ALICE, sound(), { typ: undefined })],
    [
      "a spelling of Gaia-X under the W3C's profile",
      "type-mismatch",
      () => token(ALICE, sound(), { typ: "vc+ld+jwt" }),
    ],
    ["the wrapper of old", "wrapper-claim", () => token(ALICE, { ...sound(), vc: sound() })],
    [
      "another issuer in the claims",
      "issuer-mismatch",
      () => token(ALICE, { ...sound(), iss: "did:web:b.example" }),
    ],
    [
      "another issuer in the header",
      "issuer-mismatch",
      () => token(ALICE, sound(), { iss: "did:web:b.example" }),
    ],
    ["a key of somebody else", "kid-issuer-mismatch", () => token(issuer(), sound())],
    ["no key", "key-not-found", () => token(ALICE, sound(), { kid: undefined })],
    ["a key that there is not", "key-not-found", () => token(ALICE, sound(), { kid: `${ALICE.did}#1` })],
    [
      "a key for other algorithms",
      "key-unfit",
      () => token({ ...keyPair("ES256"), kid: ALICE.kid }, sound()),
    ],
    ["a key that is no point on its curve", "key-unfit", offCurve],
    ["the signature of another key", "bad-signature", () => token({ ...keyPair(), kid: ALICE.kid }, sound())],
    ["a key that it brings along", "bad-signature", brought],
    [
      "no context of credentials first",
      "not-a-credential",
      () => token(ALICE, { ...sound(), "@context": [] }),
    ],
    ["no type of a credential", "not-a-credential", () => token(ALICE, { ...sound(), type: ["Thing"] })],
    [
      "a subject that is empty",
      "not-a-credential",
      () => token(ALICE, { ...sound(), credentialSubject: {} }),
    ],
    ["a context that is not known", "context-not-allowed", () => contexts("https://evil.example/v1")],
    ["a context in place", "context-not-allowed", () => contexts({ "@vocab": "https://evil.example/" })],
    [
      "a context inside the subject",
      "context-not-allowed",
      () =>
        token(ALICE, { ...sound(), credentialSubject: { name: "x", "@context": { "@vocab": "urn:x:" } } }),
    ],
    [
      "a term that nobody defines",
      "undefined-term",
      () => token(ALICE, { ...sound(), credentialSubject: { iso27001: true } }),
    ],
    [
      "more contexts than anybody needs",
      "malformed-json-ld",
      () => contexts(...Array(17).fill("https://www.w3.org/ns/credentials/v2")),
    ],
    [
      "more subjects than anybody reads",
      "malformed-json-ld",
      () => token(ALICE, { ...sound(), credentialSubject: Array(700).fill({ id: "urn:x:1", name: "x" }) }),
    ],
    ["a beginning to come", "not-yet-valid", () => token(ALICE, { ...sound(), validFrom: at(61) })],
    ["an end that has come", "expired", () => token(ALICE, { ...sound(), validUntil: at(-60) })],
    ["an end in the token", "expired", () => token(ALICE, { ...sound(), exp: NOW / 1000 - 60 })],
    ["milliseconds", "malformed-time", () => token(ALICE, { ...sound(), exp: NOW + 1e9 })],
    ["half a second", "malformed-time", () => token(ALICE, { ...sound(), exp: NOW / 1000 + 0.5 })],
    [
      "a date without an offset",
      "malformed-time",
      () => token(ALICE, { ...sound(), validFrom: "2026-01-01T00:00:00" }),
    ],
    [
      "a day that there is not",
      "malformed-time",
      () => token(ALICE, { ...sound(), validUntil: "2027-02-31T00:00:00Z" }),
    ],
  ])("%s: %s", async (_, code, make) => {
    const found = await verify(make());
    expect(codesOf(found)).toEqual([code]);
    expect(found.outcome).toBe("invalid");
    expect(asked).toEqual([]);
  });

  it("and the last second of a minute is still let pass", async () => {
    for (const payload of [{ validFrom: at(60) }, { validUntil: at(-59) }, { exp: NOW / 1000 - 59 }])
      expect((await verify(token(ALICE, { ...sound(), ...payload }))).outcome).toBe("valid");
  });
});

/** The same bytes with other bits where base64url has some to spare. */
function respelt(compact: string): string {
  const last = compact.at(-1) ?? "";
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return compact.slice(0, -1) + alphabet[alphabet.indexOf(last) | 1];
}

function brought(): string {
  const stranger = keyPair();
  return signed(
    stranger,
    JSON.stringify({ alg: "EdDSA", typ: "vc+jwt", kid: ALICE.kid, jwk: stranger.jwk }),
    JSON.stringify(sound()),
  );
}

function offCurve(): string {
  const one = issuer("ES256", { y: keyPair("ES256").jwk["y"] ?? "" });
  return token(one, credential(one));
}

const contexts = (...more: unknown[]) =>
  token(ALICE, { ...sound(), "@context": ["https://www.w3.org/ns/credentials/v2", ...(more as string[])] });

/** An entry of a kind that is not read, without the members that only the known kind defines. */
const PLAIN = {
  type: "urn:x:PlainListEntity",
  statusPurpose: undefined,
  statusListIndex: undefined,
  statusListCredential: undefined,
};

describe("a status list", () => {
  const entry = (more: object = {}) => ({
    credentialStatus: {
      id: `${LIST}#5`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "5",
      statusListCredential: LIST,
      ...more,
    },
  });
  /** Publishes a list with these bytes. */
  const publish = (bytes: Uint8Array, more: object = {}, by = ALICE) => {
    const list = credential(by, {
      type: ["VerifiableCredential", "BitstringStatusListCredential"],
      credentialSubject: {
        id: `${LIST}#list`,
        type: "BitstringStatusList",
        statusPurpose: "revocation",
        encodedList: `u${encode(gzipSync(bytes))}`,
      },
      ...more,
    });
    answers.set(LIST, () => new Response(token(by, list)));
  };
  const bits = (byte: number, length = 16_384) => {
    const bytes = new Uint8Array(length);
    bytes[0] = byte;
    return bytes;
  };
  const status = (more?: object) => verify(token(ALICE, { ...sound(), ...entry(more) }));

  it("without the bit leaves a credential valid, and tells when it was read", async () => {
    publish(bits(0b1111_1011));
    const found = await status();
    expect([found.outcome, found.statusAsOf]).toEqual(["valid", "2026-11-01T12:00:00.000Z"]);
    expect(asked).toEqual([LIST]);
  });

  it("may be larger than any credential", async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index * 31) >> 3);
    bytes[0] = 0;
    publish(bytes);
    expect((await status()).outcome).toBe("valid");
  });

  it("with the bit, the sixth from the left, says that it is revoked", async () => {
    publish(bits(0b0000_0100));
    const found = await status();
    expect([found.outcome, codesOf(found)]).toEqual(["invalid", ["revoked"]]);
  });

  it.each<[string, string, () => void, object?]>([
    ["that does not answer", "status-unreachable", () => undefined],
    ["of another issuer", "status-not-trusted", () => publish(bits(0), {}, issuer())],
    ["that has expired", "status-not-trusted", () => publish(bits(0), { validUntil: at(-90) })],
    ["whose token has expired", "status-not-trusted", () => publish(bits(0), { exp: NOW / 1000 - 90 })],
    ["whose token is of tomorrow", "status-not-trusted", () => publish(bits(0), { iat: NOW / 1000 + 90 })],
    [
      "that is any credential",
      "malformed-status-list",
      () => publish(bits(0), { type: ["VerifiableCredential"] }),
    ],
    ["of another purpose", "status-not-trusted", () => publish(bits(0)), { statusPurpose: "suspension" }],
    ["too short to hide in", "status-list-too-short", () => publish(bits(0, 16_383))],
    ["that would fill the memory", "status-list-too-large", () => publish(new Uint8Array(9 * 1024 * 1024))],
    ["of another kind", "status-unsupported", () => undefined, PLAIN],
    [
      "at an address that is not asked",
      "status-unreachable",
      () => undefined,
      { statusListCredential: "https://10.0.0.7/" },
    ],
  ])("%s leaves it open: %s", async (_, code, prepare, more) => {
    prepare();
    const found = await status(more);
    expect([found.outcome, codesOf(found)]).toEqual(["indeterminate", [code]]);
  });

  it("that ends before the entry, or an entry without a number, makes it invalid", async () => {
    publish(bits(0));
    expect(codesOf(await status({ statusListIndex: "131072" }))).toEqual(["status-out-of-range"]);
    for (const statusListIndex of ["-1", "05", "1.0", 5, "4294967296", ""])
      expect(codesOf(await status({ statusListIndex }))).toEqual(["malformed-status"]);
  });
});

describe("a policy", () => {
  const policy = (...rules: TrustPolicy["rules"]): TrustPolicy => ({
    name: "mine",
    title: "Mine",
    version: 1,
    rules,
  });
  const decided = async (...rules: TrustPolicy["rules"]) =>
    codesOf(await verify(token(ALICE, sound()), policy(...rules)));

  it("accepts an issuer for a type and a time, and nothing else", async () => {
    const rule = { effect: "accept", issuers: [ALICE.did], types: ["VerifiableCredential"] } as const;
    expect(await decided(rule)).toEqual([]);
    expect(await decided({ ...rule, from: NOW, until: NOW + 1 })).toEqual([]);
    for (const other of [
      { issuers: ["did:web:b.example"] },
      { types: ["Other"] },
      { from: NOW + 1 },
      { until: NOW },
    ])
      expect(await decided({ ...rule, ...other })).toEqual(["issuer-not-trusted"]);
    expect(await decided()).toEqual(["issuer-not-trusted"]);
  });

  it("denies in spite of all that it accepts", async () => {
    expect(await decided({ effect: "accept" }, { effect: "deny", issuers: [ALICE.did] })).toEqual([
      "issuer-denied",
    ]);
    expect(await decided({ effect: "accept" }, { effect: "deny", issuers: ["did:web:b.example"] })).toEqual(
      [],
    );
  });

  it("is particular about the schemes that a credential speaks of", async () => {
    const certified = {
      ...sound(),
      "@context": ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/mpli/credentials/v1"],
      type: ["VerifiableCredential", "CertificationCredential"],
      credentialSubject: { id: "did:web:cloud.example", certification: { scheme: "ISO27001" } },
    };
    const denying = (scheme: string) =>
      policy({ effect: "accept" }, { effect: "deny", scopes: [`https://w3id.org/mpli/ns#${scheme}`] });
    expect(codesOf(await verify(token(ALICE, certified), denying("ISO27001")))).toEqual(["issuer-denied"]);
    expect(codesOf(await verify(token(ALICE, certified), denying("SOC2")))).toEqual([]);
  });
});
