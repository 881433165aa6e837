// DID documents: which method a key's id names, and what it may be used for.
import { base64url } from "jose";
import { describe, expect, it, test } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { type Relationship, keyIn, readDocument } from "../../../functions/trust/did/document.ts";
import { DID_KEYS, P256_JWK, multikey } from "./vectors.ts";

const DID = "did:web:cloud.example";
const NOW = Date.parse("2026-11-23T12:00:00Z");
const METHOD = { id: `${DID}#key-1`, type: "JsonWebKey2020", controller: DID, publicKeyJwk: P256_JWK };
const [ED25519, P256] = DID_KEYS;

const read = (members: Record<string, unknown>) => readDocument({ id: DID, ...members } as Json, DID);

function keyOf(
  members: Record<string, unknown>,
  id = METHOD.id,
  relationship: Relationship = "assertionMethod",
) {
  const document = read(members);
  return document.ok ? keyIn(document.value, { id, relationship, now: NOW }) : document;
}

const withMethod = (members: Record<string, unknown>) =>
  keyOf({ verificationMethod: [{ ...METHOD, ...members }], assertionMethod: [METHOD.id] });

const refusal = (code: string) => ({ ok: false, refusal: { code } });
const FOUND = { ok: true, value: { id: METHOD.id, controller: DID, jwk: P256_JWK } };

describe("a key is found", () => {
  test.each([
    ["listed and referred to", { verificationMethod: [METHOD], assertionMethod: [METHOD.id] }],
    ["by a relative id", { verificationMethod: [{ ...METHOD, id: "#key-1" }], assertionMethod: [METHOD.id] }],
    ["by a relative reference", { verificationMethod: [METHOD], assertionMethod: ["#key-1"] }],
    ["embedded", { assertionMethod: [METHOD] }],
    ["embedded by a relative id", { assertionMethod: [{ ...METHOD, id: "#key-1" }] }],
    ["embedded and referred to", { authentication: [METHOD], assertionMethod: [METHOD.id] }],
    [
      "beside one of an unknown type",
      {
        verificationMethod: [{ id: "#other", type: "FutureKey2030", controller: DID }, METHOD],
        assertionMethod: ["#other", METHOD.id],
      },
    ],
  ])("%s", (_, members) => {
    expect(keyOf(members)).toEqual(FOUND);
  });

  it.each(["JsonWebKey", "JsonWebKey2020"])("of type %s", (type) => {
    expect(withMethod({ type })).toEqual(FOUND);
  });

  it("of type Multikey", () => {
    const publicKeyMultibase = P256?.did.slice(8);
    expect(withMethod({ type: "Multikey", publicKeyMultibase })).toMatchObject({ value: { jwk: P256?.jwk } });
  });

  it("of type Ed25519VerificationKey2020", () => {
    const publicKeyMultibase = ED25519?.did.slice(8);
    const key = withMethod({ type: "Ed25519VerificationKey2020", publicKeyMultibase });
    expect(key).toMatchObject({ value: { jwk: ED25519?.jwk } });
  });

  it("with the certificates that it names", () => {
    const publicKeyJwk = { ...P256_JWK, x5u: "https://cloud.example/chain.pem", x5c: ["AA=="] };
    expect(withMethod({ publicKeyJwk })).toMatchObject({ value: { jwk: publicKeyJwk } });
  });

  it("that ends later", () => {
    expect(withMethod({ expires: "2026-11-23T12:00:01Z", revoked: "2030-01-01T00:00:00Z" })).toEqual(FOUND);
  });
});

describe("a key is not found", () => {
  test.each([
    ["in an empty document", {}, METHOD.id],
    ["by another fragment", { verificationMethod: [METHOD], assertionMethod: [METHOD.id] }, `${DID}#key-2`],
    ["by its fragment alone", { verificationMethod: [METHOD], assertionMethod: [METHOD.id] }, "#key-1"],
    ["in another spelling", { verificationMethod: [METHOD], assertionMethod: [METHOD.id] }, `${DID}#key%2D1`],
    ["by a reference alone", { assertionMethod: [METHOD.id] }, METHOD.id],
    [
      "among the methods of others",
      { verificationMethod: [{ ...METHOD, id: "did:web:other.example#key-1" }] },
      METHOD.id,
    ],
  ])("%s", (_, members, id) => {
    expect(keyOf(members, id)).toMatchObject(refusal("key-not-found"));
  });
});

describe("a key is not authorised", () => {
  test.each([
    ["for anything", {}],
    ["for statements, when it authenticates", { authentication: [METHOD.id] }],
    ["for statements, when it agrees on keys", { keyAgreement: [METHOD.id] }],
    ["by the fragment of another DID", { assertionMethod: ["did:web:other.example#key-1"] }],
  ])("%s", (_, members) => {
    expect(keyOf({ verificationMethod: [METHOD], ...members })).toMatchObject(refusal("key-not-authorised"));
  });

  it("to authenticate, when it makes statements", () => {
    const document = { verificationMethod: [METHOD], assertionMethod: [METHOD.id] };
    expect(keyOf(document, METHOD.id, "authentication")).toMatchObject(refusal("key-not-authorised"));
  });

  test.each([
    ["somebody else controls it", { controller: "did:web:other.example" }],
    ["nobody controls it", { controller: undefined }],
    ["several control it", { controller: [DID] }],
    ["it expires now", { expires: "2026-11-23T12:00:00Z" }],
    ["it was revoked", { revoked: "2026-11-23T11:00:00Z" }],
    ["nobody can tell when it ends", { expires: "soon" }],
    ["its end is no text", { revoked: true }],
  ])("when %s", (_, members) => {
    expect(withMethod(members)).toMatchObject(refusal("key-not-authorised"));
  });
});

describe("a key is unfit", () => {
  test.each([
    ["of an unknown type", { type: "EcdsaSecp256k1VerificationKey2019" }],
    ["of no type", { type: undefined }],
    ["of two types", { type: ["JsonWebKey"] }],
    ["without its JWK", { publicKeyJwk: undefined }],
    ["with its private half", { publicKeyJwk: { ...P256_JWK, d: "AA" } }],
    ["whose JWK is for another type", { type: "Multikey" }],
    ["in another base", { type: "Multikey", publicKeyMultibase: `u${base64url.encode("a")}` }],
    ["in several bases", { type: "Multikey", publicKeyMultibase: [ED25519?.did.slice(8)] }],
    [
      "of another curve than its type's",
      { type: "Ed25519VerificationKey2020", publicKeyMultibase: P256?.did.slice(8) },
    ],
    [
      "of too few bytes",
      { type: "Ed25519VerificationKey2020", publicKeyMultibase: multikey([0xed, 1], new Uint8Array(31)) },
    ],
  ])("%s", (_, members) => {
    expect(withMethod(members)).toMatchObject(refusal("key-unfit"));
  });
});

describe("a document", () => {
  const methods = (number: number) =>
    Array.from({ length: number }, (_, index) => ({ ...METHOD, id: `#key-${index}` }));

  it("has at most 64 methods", () => {
    expect(read({ verificationMethod: methods(64) })).toMatchObject({ ok: true });
    expect(read({ verificationMethod: methods(65) })).toMatchObject(refusal("malformed-did-document"));
    const embedded = { verificationMethod: methods(64), authentication: [METHOD, METHOD] };
    expect(read(embedded)).toMatchObject(refusal("malformed-did-document"));
  });

  test.each([
    ["has two methods of one id", { verificationMethod: [METHOD, METHOD] }],
    [
      "has two methods of one id in two spellings",
      { verificationMethod: [METHOD, { ...METHOD, id: "#key-1" }] },
    ],
    ["embeds a method that is listed", { verificationMethod: [METHOD], assertionMethod: [METHOD] }],
    ["has a method without an id", { verificationMethod: [{ ...METHOD, id: undefined }] }],
    ["has a method with an empty id", { verificationMethod: [{ ...METHOD, id: "" }] }],
    ["has a reference among its methods", { verificationMethod: [METHOD.id] }],
    ["has methods that are no list", { verificationMethod: METHOD }],
    ["has a relationship that is no list", { assertionMethod: METHOD.id }],
    ["has an empty reference", { assertionMethod: [""] }],
    ["has a reference that is a number", { authentication: [1] }],
    ["has a reference that is a list", { authentication: [[METHOD]] }],
  ])("is none when it %s", (_, members) => {
    expect(read(members)).toMatchObject(refusal("malformed-did-document"));
  });

  it("of another DID is refused, whatever else it says", () => {
    expect(readDocument({ id: "did:web:other.example", verificationMethod: 1 }, DID)).toMatchObject(
      refusal("did-mismatch"),
    );
  });
});
