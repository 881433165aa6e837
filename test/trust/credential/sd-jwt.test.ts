// SD-JWT VC through all checks: disclosures, issuers by DID and by certificate, times, and token status lists.
import { deflateSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { encode, issuer, keyPair, signed } from "../../conformance/steps/credentials.ts";
import { digestOf, disclose } from "../sd-jwt/issuer.ts";
import * as ca from "../x509/authority.ts";
import { NOW, type Settings, endsWith, envelope, notPassed, verifyWith } from "./verifier.ts";

const ISSUER = issuer("ES256");
const SECONDS = NOW / 1000;
const CLAIMS = {
  iss: ISSUER.did,
  vct: "urn:example:registration",
  sub: "did:web:subject.example",
  iat: SECONDS - 60,
  exp: SECONDS + 60,
};
type Members = Readonly<Record<string, unknown>>;

/** An SD-JWT VC that discloses these; members of header and claims changed. */
function sdJwt(claims: Members = {}, header: Members = {}, disclosures: readonly string[] = []): string {
  const head = JSON.stringify({ alg: "ES256", typ: "dc+sd-jwt", kid: ISSUER.kid, ...header });
  return [signed(ISSUER, head, JSON.stringify({ ...CLAIMS, ...claims })), ...disclosures, ""].join("~");
}

const verify = (text: string, settings?: Settings) =>
  verifyWith(envelope("application/dc+sd-jwt", text), settings);

const NAME = disclose("salt", "name", "Example AS");
const withName = { _sd: [digestOf(NAME)] };

test("a sound one is valid: its type is vct, its claims are JSON, and its holder is left open", async () => {
  const found = await verify(sdJwt({ ...withName, cnf: { jwk: keyPair().jwk } }, {}, [NAME]));
  expect([endsWith(found), found.notChecked]).toEqual(["valid", ["holder-binding"]]);
  expect(found.signed?.form).toBe("sd-jwt");
  expect(found.signed?.credential).toMatchObject({
    types: ["urn:example:registration"],
    issuer: ISSUER.did,
    subjects: ["did:web:subject.example"],
    contexts: [],
    validUntil: "2026-11-01T12:01:00Z",
    document: { name: "Example AS" },
  });
});

test("one without a holder's key leaves nothing open", async () => {
  expect((await verify(sdJwt())).notChecked).toEqual([]);
});

test("a digest names what was disclosed, whoever bound it to which request", async () => {
  const [bare, bound] = [sdJwt(withName, {}, [NAME]), `${sdJwt(withName, {}, [NAME])}a.b.c`];
  const digests = await Promise.all([bare, bound].map(async (text) => (await verify(text)).signed?.digest));
  // The signatures of ECDSA differ from time to time.
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  const again = await verify(`${bare}a.b.c`);
  expect([again.signed?.digest, again.notChecked]).toEqual([digests[0], ["holder-binding"]]);
});

describe("what is wrong is found at its check", () => {
  const stranger = { ...keyPair("ES256"), kid: ISSUER.kid };
  it.each<[string, string, () => string]>([
    ["no tilde", "malformed", () => sdJwt().slice(0, -1)],
    ["a disclosure that is none", "malformed", () => sdJwt({}, {}, ["e30"])],
    ["the type of a W3C token", "type-mismatch", () => sdJwt({}, { typ: "vc+jwt" })],
    ["the type of old", "type-mismatch", () => sdJwt({}, { typ: "vc+sd-jwt" })],
    ["a critical header", "crit-not-understood", () => sdJwt({}, { crit: ["x"], x: 1 })],
    ["no algorithm", "alg-not-allowed", () => sdJwt({}, { alg: "none" })],
    ["a weak hash", "alg-not-allowed", () => sdJwt({ _sd_alg: "md5" })],
    ["no key", "key-not-found", () => sdJwt({}, { kid: undefined })],
    ["a key of somebody else", "kid-issuer-mismatch", () => sdJwt({}, { kid: issuer().kid })],
    ["an issuer that is no text", "issuer-mismatch", () => sdJwt({ iss: 5 })],
    ["another signature", "bad-signature", () => `${signedBy(stranger)}~`],
    ["a disclosure that nobody asks for", "disclosure-mismatch", () => sdJwt({}, {}, [NAME])],
    ["one disclosure twice", "disclosure-mismatch", () => sdJwt(withName, {}, [NAME, NAME])],
    [
      "a claim that is there already",
      "disclosure-mismatch",
      () => sdJwt({ ...withName, name: "Other" }, {}, [NAME]),
    ],
    ["an end that may be withheld", "disclosure-mismatch", withheldEnd],
    ["an issuer that may be withheld", "disclosure-mismatch", withheldIssuer],
    ["no vct", "not-a-credential", () => sdJwt({ vct: undefined })],
    ["a subject that is no text", "not-a-credential", () => sdJwt({ sub: {} })],
    [
      "a context, which gives its claims another meaning",
      "context-not-allowed",
      () => sdJwt({ "@context": "https://www.w3.org/ns/credentials/v2" }),
    ],
    ["an end that has come", "expired", () => sdJwt({ exp: SECONDS - 60 })],
    ["a beginning to come", "not-yet-valid", () => sdJwt({ nbf: SECONDS + 61 })],
    ["milliseconds", "malformed-time", () => sdJwt({ exp: NOW + 1e9 })],
    ["an end in the header that has come", "expired", () => sdJwt({}, { exp: SECONDS - 60 })],
    ["a beginning in the header to come", "not-yet-valid", () => sdJwt({}, { nbf: SECONDS + 61 })],
  ])("%s: %s", async (_, code, make) => {
    const found = await verify(make());
    expect([found.outcome, endsWith(found)]).toEqual(["invalid", code]);
  });

  const signedBy = (by: typeof stranger) =>
    signed(
      by,
      JSON.stringify({ alg: "ES256", typ: "dc+sd-jwt", kid: ISSUER.kid }),
      JSON.stringify({ ...CLAIMS }),
    );

  function withheldEnd(): string {
    const end = disclose("salt", "exp", SECONDS + 600);
    return sdJwt({ exp: undefined, _sd: [digestOf(end)] }, {}, [end]);
  }

  function withheldIssuer(): string {
    const iss = disclose("salt", "iss", "did:web:somebody.example");
    return sdJwt({ iss: undefined, _sd: [digestOf(iss)] }, {}, [iss]);
  }

  it("and what rests on it is not looked at", async () => {
    const found = await verify(sdJwt({}, {}, [NAME]));
    expect(notPassed(found)).toEqual([
      "model failed",
      "contexts not-checked",
      "time not-checked",
      "status not-checked",
      "issuer not-checked",
    ]);
    expect(found.signed).toBeUndefined();
  });

  it("while an issuer that is named otherwise leaves it open", async () => {
    const found = await verify(sdJwt({ iss: "https://issuer.example" }));
    expect([found.outcome, endsWith(found)]).toEqual(["indeterminate", "did-method-unsupported"]);
  });
});

describe("a certificate names the issuer", async () => {
  const root = await ca.party("C=NO, CN=Root");
  const anchors = [await ca.anchorOf(root, "qeaa")];
  const sealer = await ca.party("C=NO, 2.5.4.97=NTRNO-123456789, CN=Seal");
  const der = await ca.issue("leaf", sealer, root, {
    extensions: [ca.alternativeNames({ type: "dns", value: "issuer.example" })],
  });
  const header = { alg: "ES256", typ: "dc+sd-jwt", x5c: [btoa(String.fromCharCode(...der))] };
  const seal = async (claims: Members, more: Members = {}, by = sealer) => {
    const parts = [
      { ...header, ...more },
      { ...CLAIMS, ...claims },
    ].map((part) => encode(JSON.stringify(part)));
    const parameters = { name: "ECDSA", hash: "SHA-256" };
    const input = new TextEncoder().encode(parts.join("."));
    const signature = await crypto.subtle.sign(parameters, by.keys.privateKey, input);
    return `${parts.join(".")}.${encode(new Uint8Array(signature))}~`;
  };
  const now = () => ca.AT.getTime();
  const elsi = "did:elsi:NTRNO-123456789";

  it.each([
    ["by its organisation, where the token names none", undefined, elsi],
    ["by its organisation", elsi, elsi],
    ["by its host", "https://issuer.example/registry", "https://issuer.example/registry"],
  ])("%s", async (_, iss, expected) => {
    const found = await verify(await seal({ iss }), { anchors, now });
    expect([endsWith(found), found.notChecked]).toEqual(["valid", ["certificate-revocation"]]);
    expect(found.signed).toMatchObject({ anchor: "qeaa", credential: { issuer: expected } });
  });

  it.each<[string, string, Members]>([
    ["another organisation", "issuer-mismatch", { iss: "did:elsi:NTRNO-999999999" }],
    ["another host", "issuer-mismatch", { iss: "https://issuer.example.evil.example" }],
    ["the host in plain text", "issuer-mismatch", { iss: "http://issuer.example" }],
    ["a DID that has its own keys", "key-not-found", { iss: ISSUER.did }],
  ])("and not %s", async (_, code, claims) => {
    expect(endsWith(await verify(await seal(claims), { anchors, now }))).toBe(code);
  });

  it.each([
    ["by the one host that it names", "https://wallet.example", [{ type: "dns", value: "wallet.example" }]],
    ["by itself, where it names none", /^ni:\/\/\/sha-256;[\w-]{43}$/, []],
    [
      "by itself, where it names several",
      /^ni:/,
      [
        { type: "dns", value: "a.example" },
        { type: "dns", value: "b.example" },
      ],
    ],
  ] as const)("%s, where nothing else does", async (_, expected, names) => {
    const plain = await ca.party("C=NO, O=Wallet, CN=Seal");
    const extensions = names.length > 0 ? [ca.alternativeNames(...names)] : [];
    const own = await ca.issue("leaf", plain, root, { extensions });
    const compact = await seal({ iss: undefined }, { x5c: [btoa(String.fromCharCode(...own))] }, plain);
    const found = await verify(compact, { anchors, now });
    expect(endsWith(found)).toBe("valid");
    const { issuer: named = "" } = found.signed?.credential ?? {};
    expect(named).toEqual(typeof expected === "string" ? expected : expect.stringMatching(expected));
  });

  it("and one that leads to no anchor leaves it open", async () => {
    const found = await verify(await seal({ iss: elsi }), { now });
    expect([found.outcome, endsWith(found)]).toEqual(["indeterminate", "no-anchor"]);
    expect(found.notChecked).toEqual(["certificate-revocation"]);
  });

  it("while one that does not hold makes it invalid", async () => {
    const late = () => Date.parse("2040-01-01T00:00:00Z");
    expect(endsWith(await verify(await seal({ iss: elsi }), { anchors, now: late }))).toBe(
      "certificate-invalid",
    );
    expect(endsWith(await verify(await seal({ iss: elsi }, { x5c: ["AAAA"] }), { anchors, now }))).toBe(
      "certificate-invalid",
    );
  });
});

describe("a token status list", () => {
  const URI = "https://issuer.example/statuslists/1";
  const status = { status: { status_list: { idx: 1, uri: URI } } };
  /** A list of two bits each, whose entry 1 has this value. */
  const list = (value: number, claims: Members = {}, header: Members = {}, by = ISSUER) => {
    const lst = deflateSync(Uint8Array.of(value << 2, 0, 0, 0)).toString("base64url");
    const all = { iss: by.did, sub: URI, iat: SECONDS - 60, status_list: { bits: 2, lst }, ...claims };
    const head = { alg: "ES256", typ: "statuslist+jwt", kid: by.kid, ...header };
    return { [URI]: signed(by, JSON.stringify(head), JSON.stringify(all)) };
  };

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ["without a value", "valid", list(0)],
    ["that names its issuer by its key alone", "valid", list(0, { iss: undefined })],
    ["with the value of revocation", "revoked", list(1)],
    ["with the value of suspension", "suspended", list(2)],
    ["with a value of its own", "status-unsupported", list(3)],
    ["of another address", "status-not-trusted", list(0, { sub: `${URI}0` })],
    ["of another issuer", "status-not-trusted", list(0, {}, {}, issuer("ES256"))],
    ["of another type", "status-not-trusted", list(0, {}, { typ: "jwt" })],
    ["that has ended", "status-not-trusted", list(0, { exp: SECONDS - 60 })],
    ["that has ended by its header", "status-not-trusted", list(0, {}, { exp: SECONDS - 60 })],
    ["of nothing", "malformed-status-list", list(0, { status_list: {} })],
    ["that is not there", "status-unreachable", {}],
  ])("%s: %s", async (_, code, answers) => {
    expect(endsWith(await verify(sdJwt(status), { answers }))).toBe(code);
  });

  it.each<[string, string, Json]>([
    ["no object", "not-a-credential", "revoked"],
    ["another way to the same", "status-unsupported", { status_attestation: {} }],
    ["an index below zero", "malformed-status", { status_list: { idx: -1, uri: URI } }],
    ["an index beyond the list", "status-out-of-range", { status_list: { idx: 16, uri: URI } }],
  ])("is asked by %s: %s", async (_, code, claim) => {
    expect(endsWith(await verify(sdJwt({ status: claim }), { answers: list(0) }))).toBe(code);
  });
});
