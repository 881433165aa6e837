// Tokens of DOME: seals with certificates, the wrapper of old, and neither where nobody asked for that profile.
import { sha256 } from "@noble/hashes/sha2.js";
import { deflateSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { credential, encode, issuer, token } from "../../conformance/steps/credentials.ts";
import * as ca from "../x509/authority.ts";
import { endsWith, envelope, notPassed, verifyWith } from "./verifier.ts";

const ORGANISATION = "did:elsi:VATES-A1";
const root = await ca.party("C=ES, CN=Root");
const anchors = [await ca.anchorOf(root)];
const sealer = await ca.party("C=ES, 2.5.4.97=VATES-A1, CN=Seal");
const leaf = await ca.issue("leaf", sealer, root);
/** Without the time of the signature in the form of old. */
const UNTIMED = { sigT: undefined, crit: undefined };
type Members = Readonly<Record<string, unknown>>;

const SUBJECT = "did:web:subject.conformance.example";
const LABEL = { ...credential({ did: ORGANISATION }), type: ["VerifiableCredential"] };

/** A sealed label in the claim `vc`; members of header and claims changed. */
async function sealed(claims: Members = {}, header: Members = {}, der = leaf): Promise<string> {
  const head = {
    alg: "ES256",
    typ: "jose",
    x5c: [btoa(String.fromCharCode(...der))],
    "x5t#S256": encode(sha256(der)),
    sigT: "2026-10-29T15:11:29Z",
    crit: ["sigT"],
    ...header,
  };
  const payload = { iss: ORGANISATION, sub: SUBJECT, nbf: 1_700_000_000, vc: LABEL, ...claims };
  const input = [head, payload].map((part) => encode(JSON.stringify(part))).join(".");
  const parameters = { name: "ECDSA", hash: "SHA-256" };
  const signature = await crypto.subtle.sign(
    parameters,
    sealer.keys.privateKey,
    new TextEncoder().encode(input),
  );
  return `${input}.${encode(new Uint8Array(signature))}`;
}

const verify = (compact: string, settings: Parameters<typeof verifyWith>[1] = {}) =>
  verifyWith(envelope("application/jose", compact), {
    profile: "dome",
    anchors,
    now: () => ca.AT.getTime(),
    ...settings,
  });

describe("a sealed label", () => {
  it("is valid, and nobody has asked whether its certificates were revoked", async () => {
    const found = await verify(await sealed());
    expect([endsWith(found), found.notChecked]).toEqual(["valid", ["certificate-revocation"]]);
    expect(found.signed).toMatchObject({
      anchor: "eidas-seal",
      credential: { issuer: ORGANISATION, document: LABEL },
    });
    expect(found.signed?.key).toMatch(/^did:elsi:VATES-A1#[\w-]{43}$/);
  });

  it("may say when it was signed in iat, as newer ones do", async () => {
    expect(endsWith(await verify(await sealed({}, { iat: 1_780_000_000, ...UNTIMED })))).toBe("valid");
  });

  it.each([
    ["is revoked where the list of its token says so", 1, "revoked"],
    ["and else is not", 0, "valid"],
  ])("%s", async (_, value, code) => {
    const one = issuer("ES256");
    const uri = "https://issuer.example/statuslists/1";
    const iat = ca.AT.getTime() / 1000 - 60;
    const lst = deflateSync(Uint8Array.of(value << 1, 0)).toString("base64url");
    const claims = { iss: one.did, sub: uri, iat, status_list: { bits: 1, lst } };
    const answers = { [uri]: token(one, claims, { typ: "statuslist+jwt", cty: undefined }) };
    const wrapped = { iss: one.did, vc: credential(one), status: { status_list: { idx: 1, uri } } };
    const compact = token(one, wrapped, { typ: "JWT", cty: undefined });
    expect(endsWith(await verify(compact, { answers }))).toBe(code);
  });

  it("needs no wrapper", async () => {
    expect(endsWith(await verify(await sealed({ vc: undefined, ...LABEL })))).toBe("valid");
  });

  it("is open where its certificates lead to no anchor, or to one for other things", async () => {
    for (const store of [[], [await ca.anchorOf(root, "pid")]]) {
      const found = await verify(await sealed(), { anchors: store });
      expect([found.outcome, endsWith(found), found.signed]).toEqual([
        "indeterminate",
        "no-anchor",
        undefined,
      ]);
      expect(notPassed(found).slice(0, 2)).toEqual(["key unknown", "signature not-checked"]);
      expect(found.notChecked).toEqual(["certificate-revocation"]);
    }
  });

  it.each<[string, string, Members, Members?]>([
    [
      "of somebody else",
      "issuer-mismatch",
      { vc: { ...LABEL, issuer: "did:elsi:VATES-B2" }, iss: undefined },
    ],
    ["with another issuer in its claims", "issuer-mismatch", { iss: "did:elsi:VATES-B2" }],
    ["about something else than it says", "not-a-credential", { sub: "urn:x:other" }],
    ["beside another credential", "wrapper-claim", { credentialSubject: { id: "urn:x:other" } }],
    ["beside a status", "wrapper-claim", { credentialStatus: {} }],
    ["beside an end", "wrapper-claim", { validUntil: "2020-01-01T00:00:00Z" }],
    ["beside a presentation", "wrapper-claim", { vp: {} }],
    ["with a wrapper that is no object", "wrapper-claim", { vc: "x" }],
    ["with the thumbprint of another certificate", "certificate-invalid", {}, { "x5t#S256": "AAAA" }],
    ["with a key by name besides", "certificate-invalid", {}, { kid: `${ORGANISATION}#key` }],
    ["with certificates that are none", "certificate-invalid", {}, { x5c: ["AAAA"] }],
    ["with something else that is critical", "crit-not-understood", {}, { crit: ["sigT", "x"], x: 1 }],
    ["without the time of its signature", "malformed", {}, { sigT: undefined, crit: undefined }],
    ["signed later than now", "not-yet-valid", {}, { iat: 1_900_000_000, ...UNTIMED }],
    ["with a time of its signature that is no number", "malformed", {}, { iat: "now", ...UNTIMED }],
    ["by an algorithm for another key", "alg-not-allowed", {}, { alg: "RS256" }],
    ["that has ended", "expired", { exp: 1_790_000_000 }],
  ])("%s ends with %s", async (_, code, claims, header) => {
    const found = await verify(await sealed(claims, header));
    expect([found.outcome, endsWith(found)]).toEqual(["invalid", code]);
  });

  it("with another payload is not signed", async () => {
    const [head, , signature] = (await sealed()).split(".");
    const [, payload] = (await sealed({ jti: "urn:x:1" })).split(".");
    expect(endsWith(await verify([head, payload, signature].join(".")))).toBe("bad-signature");
  });

  it("by a certificate that has expired is invalid", async () => {
    const old = await ca.issue("leaf", sealer, root, { notAfter: new Date("2026-10-30") });
    expect(endsWith(await verify(await sealed({}, {}, old)))).toBe("certificate-invalid");
  });

  it("is of no known type under the W3C's profile", async () => {
    expect(endsWith(await verify(await sealed(), { profile: "w3c" }))).toBe("type-mismatch");
  });
});

test("a token of the older form is valid by the key of its issuer's DID, and its certificates count for nothing", async () => {
  const one = issuer("ES256");
  const wrapped = { iss: one.did, sub: SUBJECT, vc: credential(one) };
  const header = { typ: "JWT", cty: undefined };
  expect(endsWith(await verify(token(one, wrapped, header)))).toBe("valid");
  const x5c = [btoa(String.fromCharCode(...leaf))];
  expect(endsWith(await verify(token(one, wrapped, { ...header, x5c })))).toBe("valid");
  expect(endsWith(await verify(token(one, wrapped, { ...header, x5c, kid: undefined })))).toBe(
    "key-not-found",
  );
  expect(endsWith(await verify(token(one, wrapped, header), { profile: "w3c" }))).toBe("type-mismatch");
  const root = { ...wrapped, issuer: "did:web:b.example" };
  expect(endsWith(await verify(token(one, root, header)))).toBe("wrapper-claim");
});

describe("Gaia-X", () => {
  const one = issuer();
  const seconds = ca.AT.getTime() / 1000;
  const asGaiaX = (header: Members, payload: Members = {}) =>
    verify(token(one, { ...credential(one), ...payload } as never, { cty: undefined, ...header }), {
      profile: "gaia-x",
    });

  it.each(["vc+jwt", "vc+ld+jwt", "vc+ld+json+jwt"])("calls a credential %s", async (typ) => {
    expect(endsWith(await asGaiaX({ typ }))).toBe("valid");
    const alias = envelope(`application/${typ}`, token(one, credential(one), { typ, cty: undefined }));
    expect(endsWith(await verifyWith(alias, { profile: "gaia-x" }))).toBe("valid");
  });

  it("calls nothing else so", async () => {
    for (const typ of ["jose", "JWT", "vp+ld+jwt", "VC+LD+JWT"])
      expect(endsWith(await asGaiaX({ typ }))).toBe("type-mismatch");
  });

  it("writes times in milliseconds into the header, and they count", async () => {
    const iss = one.did;
    expect(endsWith(await asGaiaX({ iss, iat: seconds * 1000, exp: seconds * 1000 + 1 }))).toBe("valid");
    expect(endsWith(await asGaiaX({ exp: seconds * 1000 - 60_000 }))).toBe("expired");
    expect(endsWith(await asGaiaX({ exp: seconds - 60 }))).toBe("expired");
    expect(endsWith(await asGaiaX({ iat: seconds * 1000 + 61_000 }))).toBe("not-yet-valid");
    expect(endsWith(await asGaiaX({}, { exp: seconds * 1000 - 60_000 }))).toBe("expired");
    expect(endsWith(await asGaiaX({ exp: "soon" }))).toBe("malformed-time");
  });

  it("has no wrapper and no seals", async () => {
    expect(endsWith(await asGaiaX({}, { vc: credential(one) }))).toBe("wrapper-claim");
    const compact = await sealed({}, { typ: "vc+ld+jwt" });
    expect(endsWith(await verify(compact, { profile: "gaia-x" }))).toBe("wrapper-claim");
  });
});
