// What a proof says of itself, written directly: the same as the library writes, or refused.
import { describe, expect, test } from "vitest";
import { PINNED_CONTEXTS } from "../../../functions/trust/contexts/pinned.ts";
import { type Curve, curveOf } from "../../../functions/trust/data-integrity/curves.ts";
import { definesProofs, proofStatements } from "../../../functions/trust/data-integrity/proof-statements.ts";
import { statementsOf } from "../../../functions/trust/data-integrity/statements.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { CONTEXTS } from "./documents.ts";

const curve = curveOf("P-384") as Curve;
const V2 = "https://www.w3.org/ns/credentials/v2";
const DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2";
const PROOF = {
  "@context": [V2],
  type: "DataIntegrityProof",
  cryptosuite: "ecdsa-rdfc-2019",
  verificationMethod: "did:web:a.example%3A8080:b#key-1",
  proofPurpose: "assertionMethod",
  created: "2026-01-01T00:00:00.5+01:00",
};
const WHOLE = {
  id: "urn:uuid:1",
  expires: "2027-01-01T00:00:00Z",
  domain: ["a.example", "b.example"],
  challenge: "x y",
  nonce: "1",
};

const proofWith = (more: object) => JSON.parse(JSON.stringify({ ...PROOF, ...more })) as JsonObject;

/** What the library writes. */
async function read(proof: JsonObject) {
  const found = await statementsOf(proof, curve.hash, CONTEXTS);
  return found.ok ? { ok: true, value: found.value.nquads } : found;
}

describe("the same as the library writes", () => {
  test.each<[string, object]>([
    ["a plain proof", {}],
    ["one with everything", WHOLE],
    ["one of a presentation", { proofPurpose: "authentication" }],
    ["one by a key with another address", { verificationMethod: "https://a.example/keys?n=1#ü" }],
    ["one domain twice", { domain: ["a.example", "a.example"] }],
    ["a text that needs an escape", { challenge: 'a"b\\c', nonce: "für dich \u{1f600}" }],
    ["a text that looks like a name", { challenge: "did:web:a.example", domain: "@id", nonce: "_:b0" }],
  ])("%s", async (_, more) => {
    const proof = proofWith(more);
    expect(proofStatements(proof)).toEqual(await read(proof));
  });

  const orders = (of: readonly string[]): readonly string[][] =>
    of.flatMap((one, at) => [[one], ...orders(of.toSpliced(at, 1)).map((others) => [one, ...others])]);

  test.each(orders(Object.keys(PINNED_CONTEXTS)).map((order) => [order]))("under %j", async (context) => {
    const proof = proofWith({ ...WHOLE, "@context": context });
    const found = await read(proof);
    expect(definesProofs(proof)).toBe(found.ok);
    if (found.ok) expect(proofStatements(proof)).toEqual(found);
  });
});

test.each<[string, object]>([
  ["id", { id: "_:b0" }],
  ["id", { id: "gx:1" }],
  ["id", { id: "urn:a>b" }],
  ["type", { type: ["DataIntegrityProof"] }],
  ["proofPurpose", { proofPurpose: "keyAgreement" }],
  ["verificationMethod", { verificationMethod: "did:web:a.example#a>b" }],
  ["verificationMethod", { verificationMethod: { id: "did:web:a.example#1" } }],
  ["created", { created: "2026-01-01" }],
  ["expires", { expires: null }],
  ["expires", { expires: [] }],
  ["domain", { domain: [] }],
  ["domain", { domain: ["a.example", null] }],
  ["challenge", { challenge: "a\nb" }],
  ["nonce", { nonce: 1 }],
  ["strength", { strength: "high" }],
  ["@nest", { "@nest": { expires: "2026-01-02T00:00:00Z" } }],
  ["https://w3id.org/security#expiration", { "https://w3id.org/security#expiration": "x" }],
  ["constructor", { constructor: "x" }],
])("refuses another member and another value: %s %j", (name, more) => {
  expect(proofStatements(proofWith(more))).toMatchObject({
    ok: false,
    refusal: { code: "malformed-proof", detail: name },
  });
});

test.each<[boolean, object]>([
  [true, { "@context": V2 }],
  [true, { "@context": [V2, "https://other.example/v1"] }],
  [true, { "@context": DATA_INTEGRITY }],
  [false, { "@context": [] }],
  [false, { "@context": null }],
  [false, { "@context": undefined }],
  [false, { "@context": ["https://w3id.org/gaia-x/development#"] }],
])("defines its terms, or not: %s %j", (defines, more) => {
  expect(definesProofs(proofWith(more))).toBe(defines);
});
