// What may be signed: contexts of known content alone, every term defined, and nothing that two documents could share by mistake.
import { beforeAll, describe, expect, it } from "vitest";
import { signDocument } from "../../support/sign-document.ts";
import { verifyProof } from "../../../functions/trust/data-integrity/verify.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { CONTEXTS, PORTS } from "./documents.ts";

const V2 = "https://www.w3.org/ns/credentials/v2";
const MEASURES = "https://context.example/measures/v1";
let key: JsonWebKey;
let did: string;

beforeAll(async () => {
  const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  key = (await crypto.subtle.exportKey("jwk", pair.privateKey)) as JsonWebKey;
  const { kty, crv, x } = key;
  did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x })).toString("base64url")}`;
});

const credential = (members: Record<string, unknown> = {}) =>
  ({
    "@context": [V2, MEASURES],
    type: "VerifiableCredential",
    issuer: did,
    credentialSubject: { id: "https://provider.example/", name: "Provider" },
    ...members,
  }) as JsonObject;

const sign = (document: JsonObject) =>
  signDocument(
    document,
    { verificationMethod: `${did}#0`, proofPurpose: "assertionMethod", created: "2026-10-01T12:00:00Z" },
    { key, contexts: CONTEXTS },
  );

/** `holds`, or the code of the refusal of the signer. */
async function outcome(members: Record<string, unknown>) {
  const signed = await sign(credential(members));
  if (!signed.ok) return signed.refusal.code;
  const found = await verifyProof(signed.value, { purpose: "assertionMethod" }, PORTS);
  return found.ok ? "holds" : found.refusal.code;
}

/** The code by which a verifier refuses a sound document with members put in after signing. */
async function slipped(members: Record<string, unknown>) {
  const signed = await sign(credential());
  if (!signed.ok) throw new Error(signed.refusal.code);
  const found = await verifyProof(
    { ...signed.value, ...members } as JsonObject,
    { purpose: "assertionMethod" },
    PORTS,
  );
  return found.ok ? "holds" : found.refusal.code;
}

const about = (members: Record<string, unknown>) => ({
  credentialSubject: { id: "https://provider.example/", ...members },
});

describe("contexts", () => {
  it("are of known content, by their addresses", async () => {
    expect(await outcome({})).toBe("holds");
    expect(await outcome({ "@context": V2 })).toBe("holds");
    expect(await outcome(about({ "@context": [MEASURES], name: "Provider" }))).toBe("holds");
  });

  const vocabulary = { "@vocab": "https://w3id.org/gaia-x/development#" };
  it.each<[string, Record<string, unknown>]>([
    ["there is none", { "@context": undefined }],
    ["it is null", { "@context": null }],
    ["it is an empty list", { "@context": [] }],
    ["one is unknown", { "@context": [V2, "https://context.example/v9"] }],
    ["one is named like a member of every object", { "@context": [V2, "constructor"] }],
    ["one is written in place", { "@context": [V2, vocabulary] }],
    ["one is written in place further inside", about({ "@context": vocabulary, labelLevel: "L3" })],
    ["one inside takes all terms back", about({ "@context": [null] })],
    ["one inside is unknown", about({ "@context": "https://context.example/v9" })],
  ])("are refused where %s", async (_, members) => {
    expect(await outcome(members)).toBe("context-not-allowed");
    expect(await slipped(members)).toBe("context-not-allowed");
  });
});

describe("terms", () => {
  it.each<[string, Record<string, unknown>]>([
    ["a member", { iso27001: true }],
    ["a member further inside", about({ iso27001: true })],
    ["a type", { type: ["VerifiableCredential", "IsoCertificate"] }],
    ["a word that looks like a keyword", { "@certified": true }],
  ])("that no context defines are refused: %s", async (_, members) => {
    expect(await outcome(members)).toBe("undefined-term");
    expect(await slipped(members)).toBe("undefined-term");
  });

  it.each<[string, Record<string, unknown>]>([
    ["an index, which is in no statement", about({ "@index": "gold", name: "Provider" })],
    ["a number that would be signed as 0", about({ latency: 1e-7 })],
    ["a number of more digits than are signed", about({ latency: 0.1 + 0.2 })],
    ["a double with a tail that would be cut off", about({ load: "1.5 per hour" })],
    ["a relative address", { id: "credentials/1" }],
    ["an address that would break out of its place", { id: "urn:a>b" }],
    [
      "a datatype that would break out of its place",
      about({ latency: { "@value": "1", "@type": "urn:a>b" } }),
    ],
  ])("refuses %s", async (_, members) => {
    expect(await outcome(members)).toBe("malformed-json-ld");
    expect(await slipped(members)).toBe("malformed-json-ld");
  });

  it("refuses a document about several things, and one about none", async () => {
    const two = { "@context": V2, "@graph": ["a", "b"].map((name) => ({ id: `urn:x:${name}`, name })) };
    expect(await sign(two)).toMatchObject({ refusal: { code: "malformed-json-ld" } });
    expect(await sign({ "@context": V2 })).toMatchObject({ refusal: { code: "malformed-json-ld" } });
  });

  it("keeps apart what differs by little", async () => {
    const signed = await sign(credential(about({ latency: 0.1, load: "1.5E0", certified: true })));
    if (!signed.ok) throw new Error(signed.refusal.code);
    for (const other of [{ latency: 0.2 }, { load: "1.6E0" }, { certified: false }, { certified: "true" }]) {
      const members = about({ latency: 0.1, load: "1.5E0", certified: true, ...other });
      const found = await verifyProof(
        { ...signed.value, ...members } as JsonObject,
        { purpose: "assertionMethod" },
        PORTS,
      );
      expect(found).toMatchObject({ ok: false, refusal: { code: "bad-signature" } });
    }
  });
});

describe("the issuer", () => {
  it("is the same to readers of the statements", async () => {
    const second = { "https://www.w3.org/2018/credentials#issuer": [{ "@id": "did:web:victim.example" }] };
    expect(await outcome(second)).toBe("issuer-mismatch");
  });

  it("is one that the contexts know as such", async () => {
    expect(await outcome({ type: "Measurement", credentialSubject: undefined })).toBe("undefined-term");
  });
});

describe("graphs that would cost too much", () => {
  const clique = (size: number) =>
    Array.from({ length: size }, (_, at) => ({
      "@id": `_:n${at}`,
      "https://terms.example/knows": Array.from({ length: size }, (_, to) => ({ "@id": `_:n${to}` })).filter(
        (_, to) => to !== at,
      ),
    }));

  it("refuses blank nodes that are all alike, soon", async () => {
    const poison = about({ "https://terms.example/members": clique(12) });
    expect(await outcome(poison)).toBe("poison-graph");
    expect(await slipped(poison)).toBe("poison-graph");
  }, 5000);

  it("refuses more statements than any credential has", async () => {
    const many = Array.from({ length: 5001 }, (_, at) => `statement ${at}`);
    expect(await outcome(about({ name: many }))).toBe("poison-graph");
  });

  it("refuses what few values make dear", { timeout: 3000 }, async () => {
    expect(await outcome({ id: `https://a.example/${"a/".repeat(5000)}` })).toBe("holds");
    expect(await outcome({ id: "a/".repeat(100_000) })).toBe("poison-graph");
    const types = Array.from({ length: 900 }, () => "VerifiableCredential");
    expect(await outcome({ type: types })).toBe("poison-graph");
  });
});

describe("a signer", () => {
  const options = {
    verificationMethod: "did:x:y#1",
    proofPurpose: "assertionMethod",
    created: "2026-10-01T12:00:00Z",
  } as const;
  it("says until when, for whom and to which challenge, if told", async () => {
    const told = {
      ...options,
      verificationMethod: `${did}#0`,
      expires: "2027-01-01T00:00:00Z",
      domain: "a.example",
      challenge: "1",
    };
    const signed = await signDocument(credential(), told, { key, contexts: CONTEXTS });
    if (!signed.ok) throw new Error(signed.refusal.code);
    const verified = (expected: object) =>
      verifyProof(signed.value, { purpose: "assertionMethod", ...expected }, PORTS).then(({ ok }) => ok);
    expect(await verified({ domain: "a.example", challenge: "1" })).toBe(true);
    expect(await verified({ domain: "b.example", challenge: "1" })).toBe(false);
  });
});
