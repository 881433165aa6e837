// Issuing credentials: what the node adds, what it refuses, and that it would take itself whatever it issues.
import { beforeEach, describe, expect, it, test } from "vitest";
import { CONTEXT, DID, type IssuingNode, ORIGIN, credential, issuingNode, payloadOf } from "./node.ts";

let node: IssuingNode;
beforeEach(() => {
  node = issuingNode();
});
const issue = (more: object = {}, options?: object) =>
  node.post("/credentials/issue", { credential: credential(more), ...(options ? { options } : {}) });

describe("a credential that is issued", () => {
  it("is made whole, signed and valid", async () => {
    const { status, body } = await issue();
    expect(status).toBe(201);
    expect(payloadOf(body)).toMatchObject({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
      issuer: DID,
      validFrom: "2026-11-02T09:30:00Z",
      validUntil: "2027-11-02T09:30:00Z",
      credentialStatus: {
        type: "BitstringStatusListEntry",
        statusPurpose: "revocation",
        statusListCredential: `${ORIGIN}/credentials/status/1`,
        statusListIndex: expect.stringMatching(/^\d+$/),
      },
    });
    expect(await node.verify(body["verifiableCredential"])).toMatchObject({
      outcome: "valid",
      issuer: DID,
      subject: ["did:web:customer.example"],
    });
  });

  it("keeps what it says itself", async () => {
    const said = {
      id: "https://cloud.example/certificates/7",
      issuer: { id: DID, name: "Cloud Example" },
      validFrom: "2026-01-01T00:00:00+01:00",
      validUntil: "2026-12-31T23:59:59Z",
    };
    const { body } = await issue(said);
    expect(payloadOf(body)).toMatchObject(said);
    expect((await node.verify(body["verifiableCredential"]))["outcome"]).toBe("valid");
  });

  it("has the status that is asked for: none, or one more", async () => {
    const without = await issue({}, { status: false });
    expect(payloadOf(without.body)).not.toHaveProperty("credentialStatus");
    const both = await issue({}, { suspension: true });
    expect(payloadOf(both.body)["credentialStatus"]).toMatchObject([
      { statusPurpose: "revocation", statusListCredential: `${ORIGIN}/credentials/status/1` },
      { statusPurpose: "suspension", statusListCredential: `${ORIGIN}/credentials/status/2` },
    ]);
    for (const { body } of [without, both])
      expect((await node.verify(body["verifiableCredential"]))["outcome"]).toBe("valid");
  });

  it("is remembered without what it says", async () => {
    const { body } = await issue();
    const headers = { Authorization: "Bearer operator" };
    const answer = await node.request("/credentials/issued", { headers });
    const text = await answer.text();
    const { id, credentialStatus } = payloadOf(body);
    expect(JSON.parse(text)).toMatchObject({
      credential: [
        {
          id,
          types: ["VerifiableCredential"],
          issuedAt: "2026-11-02T09:30:00Z",
          digest: (await node.verify(body["verifiableCredential"]))["digest"],
          credentialStatus: [
            {
              statusListIndex: (credentialStatus as Record<string, string>)["statusListIndex"],
              status: false,
            },
          ],
        },
      ],
    });
    expect(text).not.toMatch(/customer/i);
    expect((await node.request(`/credentials/issued?id=${id}`, { headers })).status).toBe(200);
    expect((await node.request("/credentials/issued?id=urn:none", { headers })).status).toBe(404);
    expect((await node.request("/credentials/issued")).status).toBe(401);
  });
});

describe("refused is", () => {
  it.each<[string, object, object]>([
    ["another issuer", { issuer: "did:web:other.example" }, { code: "foreign-issuer" }],
    [
      "another issuer with a name",
      { issuer: { id: "did:web:other.example", name: "Other" } },
      { code: "foreign-issuer" },
    ],
    ["an issuer that is none", { issuer: 7 }, { code: "unsound-credential", detail: "issuer" }],
    ["a proof", { proof: {} }, { code: "reserved-member", member: "proof" }],
    ["a status", { credentialStatus: [] }, { code: "reserved-member", member: "credentialStatus" }],
    ["an end as a claim of the token", { exp: 1 }, { code: "reserved-member", member: "exp" }],
    ["an issuer as a claim of the token", { iss: "x" }, { code: "reserved-member", member: "iss" }],
    [
      "a context of unknown content",
      { "@context": [CONTEXT, "https://elsewhere.example/v1"] },
      { code: "unsound-credential", fault: "context-not-allowed" },
    ],
    [
      "a context in place",
      { "@context": [CONTEXT, { name: "https://elsewhere.example/name" }] },
      { fault: "context-not-allowed" },
    ],
    ["no context", { "@context": undefined }, { fault: "not-a-credential" }],
    ["a term without a meaning", { credentialSubject: { nmae: "x" } }, { fault: "undefined-term" }],
    ["another type", { type: ["Certificate"] }, { fault: "not-a-credential", detail: "type" }],
    ["no subject", { credentialSubject: [] }, { fault: "not-a-credential" }],
    ["an id that is no URL", { id: "seven" }, { fault: "not-a-credential", detail: "id" }],
    [
      "a certification without a scheme",
      {
        "@context": [CONTEXT, "https://w3id.org/mpli/credentials/v1"],
        type: ["VerifiableCredential", "CertificationCredential"],
        credentialSubject: { id: "did:web:cloud.example", certification: { certificateNumber: "1" } },
      },
      { code: "type-violation", violations: [{ focus: "did:web:cloud.example" }] },
    ],
    ["a time that is none", { validFrom: "2026-02-30T00:00:00Z" }, { fault: "malformed-time" }],
    ["an end before now", { validUntil: "2026-11-02T09:30:00Z" }, { code: "validity-out-of-bounds" }],
    [
      "an end before the beginning",
      { validFrom: "2027-01-01T00:00:00Z", validUntil: "2026-12-31T00:00:00Z" },
      { code: "validity-out-of-bounds", member: "validUntil" },
    ],
    ["an end in ten years", { validUntil: "2036-01-01T00:00:00Z" }, { member: "validUntil" }],
    ["a beginning in ten years", { validFrom: "2036-01-01T00:00:00Z" }, { member: "validFrom" }],
  ])("%s", async (_, more, problem) => {
    expect((await issue(more)).body).toMatchObject({ status: 422, ...problem });
    // What was refused left no trace.
    expect(await (await node.request("/credentials/status/1")).json()).toMatchObject({
      code: "no-such-list",
    });
  });

  it("an id that has been given", async () => {
    const id = "urn:uuid:3f6e0d5c-7f3a-4f0e-9f5c-111111111111";
    expect((await issue({ id })).status).toBe(201);
    expect((await issue({ id })).body).toMatchObject({ status: 409, code: "credential-id-taken", id });
  });

  it.each<[string, unknown, string]>([
    ["no credential", {}, "credential"],
    ["a token in place of a credential", { credential: "e30.e30.AA" }, "credential"],
    ["an unknown member", { credential: {}, option: {} }, "option"],
    ["an unknown option", { credential: {}, options: { suspention: true } }, "options.suspention"],
    ["a status that is no boolean", { credential: {}, options: { status: "no" } }, "options.status"],
    [
      "suspension without a status",
      { credential: {}, options: { status: false, suspension: true } },
      "options.suspension",
    ],
  ])("a request with %s", async (_, body, member) => {
    expect((await node.post("/credentials/issue", body)).body).toMatchObject({
      status: 422,
      code: "malformed-request",
      member,
    });
  });
});

test("nobody but the operator issues, or changes a status", async () => {
  for (const path of ["/credentials/issue", "/credentials/status"])
    expect((await node.post(path, {}, "guess")).body).toMatchObject({ status: 401, code: "operator-only" });
});

test("a key that is retired goes on standing behind what it signed", async () => {
  const old = { kty: "OKP", crv: "Ed25519", kid: "old", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
  const d = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
  const before = issuingNode({ keys: [{ ...old, d }] });
  const { body } = await before.post("/credentials/issue", {
    credential: credential(),
    options: { status: false },
  });
  const fresh = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const key = (await crypto.subtle.exportKey("jwk", fresh.privateKey)) as JsonWebKey;
  const { kty, crv, x, d: half } = key;
  const newest = { kty, crv, x, d: half };
  const verified = async (keys: object[]) =>
    (await issuingNode({ keys }).verify(body["verifiableCredential"]))["outcome"];
  expect(await verified([newest, old])).toBe("valid");
  expect(await verified([newest])).toBe("invalid");
});
