// Credentials with a proof inside, through all checks.
import { describe, expect, it } from "vitest";
import { checkSignedTimes, endOf } from "../../../functions/trust/credential/time.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { type Algorithm, issuer } from "../../conformance/steps/credentials.ts";
import { CREATED, ISSUER, proved, withProof } from "./proved.ts";
import { endsWith, notPassed, verifyWith } from "./verifier.ts";

const sound = await proved();

describe("a sound proof", () => {
  it.each<Algorithm>(["EdDSA", "ES256", "ES384"])("by a key for %s leaves all checks passed", async (alg) => {
    const by = issuer(alg);
    const document = await proved({}, by);
    const found = await verifyWith(document);
    expect([endsWith(found), notPassed(found), found.notChecked]).toEqual(["valid", [], []]);
    const { proof: _, ...unproved } = document;
    expect(found.signed).toMatchObject({
      form: "proof",
      key: by.kid,
      payload: {},
      credential: { issuer: by.did, document: unproved },
    });
  });

  it("names the same credential, whatever the order of its members", async () => {
    const document = await proved();
    const [one, other] = await Promise.all([
      verifyWith(document),
      verifyWith(Object.fromEntries(Object.entries(document).reverse())),
    ]);
    expect(one.signed?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(other.signed?.digest).toBe(one.signed?.digest);
  });
});

describe("what is wrong is found at its check", () => {
  it.each<[string, string, string, JsonObject]>([
    ["another word", "bad-signature", "signature failed", { ...sound, validFrom: CREATED }],
    ["a signature that is none", "malformed-proof", "form failed", withProof(sound, { proofValue: "z1" })],
    [
      "the purpose of a presentation",
      "proof-purpose-differs",
      "form failed",
      withProof(sound, { proofPurpose: "authentication" }),
    ],
    [
      "a key of somebody else",
      "issuer-mismatch",
      "key failed",
      withProof(sound, { verificationMethod: issuer().kid }),
    ],
    [
      "a proof of tomorrow",
      "not-yet-valid",
      "time failed",
      withProof(sound, { created: "2026-11-02T12:00:00Z" }),
    ],
    ["a proof that has ended", "expired", "time failed", withProof(sound, { expires: CREATED })],
    ["a term that nobody defines", "undefined-term", "contexts failed", { ...sound, iso27001: true }],
    [
      "a context that is not known",
      "context-not-allowed",
      "contexts failed",
      { ...sound, "@context": ["https://www.w3.org/ns/credentials/v2", "https://evil.example/"] },
    ],
    [
      "a number that statements would round",
      "malformed-json-ld",
      "contexts failed",
      { ...sound, credentialSubject: { id: "urn:x:1", name: 1e-7 } },
    ],
  ])("%s: %s", async (_, code, check, document) => {
    const found = await verifyWith(document);
    expect([found.outcome, endsWith(found), found.signed]).toEqual(["invalid", code, undefined]);
    expect(notPassed(found).filter((one) => !one.endsWith("not-checked"))).toEqual([check]);
  });

  it("an unknown suite, an older proof and several of them leave it open", async () => {
    const others = [
      { ...sound, proof: {} },
      withProof(sound, { cryptosuite: "bbs-2023" }),
      withProof(sound, { type: "Ed25519Signature2020" }),
      { ...sound, proof: [sound["proof"], sound["proof"]] } as JsonObject,
    ];
    for (const document of others) {
      const found = await verifyWith(document);
      expect([found.outcome, endsWith(found), found.signed]).toEqual([
        "indeterminate",
        "form-unsupported",
        undefined,
      ]);
    }
  });

  it("what is proved and no credential is none", async () => {
    const found = await verifyWith(await proved({ type: ["VerifiableCredential"], credentialStatus: [[]] }));
    expect(endsWith(found)).toBe("not-a-credential");
  });

  it("a context inside its subject would not be read by all alike", async () => {
    const inside = { "@context": "https://www.w3.org/ns/credentials/v2", id: "urn:x:1", name: "x" };
    const found = await verifyWith(await proved({ credentialSubject: inside }));
    expect([endsWith(found), found.signed?.form]).toEqual(["context-not-allowed", "proof"]);
  });

  it("its times and its status are those of any credential", async () => {
    expect(endsWith(await verifyWith(await proved({ validUntil: CREATED })))).toBe("expired");
  });
});

describe("a proof has a closed list of members", () => {
  const time = (text: string) => ({ "@value": text, "@type": "http://www.w3.org/2001/XMLSchema#dateTime" });
  const [over, ahead] = ["2026-10-31T12:00:00Z", "2026-11-02T12:00:00Z"];

  it.each<[string, object, string, object]>([
    [
      "an end by its full IRI",
      { expires: over },
      "expires",
      { "https://w3id.org/security#expiration": time(over) },
    ],
    ["an end in a nest", { expires: over }, "expires", { "@nest": { expires: over } }],
    [
      "a beginning by its full IRI",
      { created: ahead },
      "created",
      { "http://purl.org/dc/terms/created": time(ahead) },
    ],
    ["a beginning in a nest", { created: ahead }, "created", { "@nest": { created: ahead } }],
  ])("so nobody can hide %s", async (_, options, without, instead) => {
    const document = await proved({}, ISSUER, options);
    const found = await verifyWith(withProof(document, { [without]: undefined, ...instead }));
    expect([endsWith(found), found.signed]).toEqual(["malformed-proof", undefined]);
  });

  it("and its end is one of the credential, whenever it is looked at", async () => {
    const { signed } = await verifyWith(await proved({}, ISSUER, { expires: "2026-11-01T13:00:00Z" }));
    if (!signed) throw new Error("its signature holds");
    const end = Date.parse("2026-11-01T13:00:00Z");
    expect(endOf(signed)).toBe(end);
    expect(checkSignedTimes(signed, end + 120_000)).toMatchObject({ refusal: { code: "expired" } });
  });
});

describe("nobody can hide what a proof signs from those who read members", () => {
  const VC = "https://www.w3.org/2018/credentials#";
  const until = "2026-10-31T12:00:00Z";
  const status = {
    id: "https://issuer.example/status/1#7",
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: "7",
    statusListCredential: "https://issuer.example/status/1",
  };
  const date = { "@value": until, "@type": "http://www.w3.org/2001/XMLSchema#dateTime" };
  const more = { id: "urn:x:1", validUntil: until, credentialStatus: status };
  const AFTER_CONTEXTS = ["contexts failed", "time not-checked", "status not-checked", "issuer not-checked"];
  const typed = { id: "urn:x:2", type: ["VerifiableCredential", "https://issuer.example/Draft"] };

  it.each<[string, JsonObject, readonly string[], JsonObject]>([
    ["an end by its full IRI", more, ["validUntil"], { [`${VC}validUntil`]: date }],
    [
      "a status by its full IRI",
      more,
      ["validUntil", "credentialStatus"],
      { [`${VC}validUntil`]: date, [`${VC}credentialStatus`]: status },
    ],
    [
      "an end beside the credential",
      more,
      ["validUntil"],
      { "@included": [{ id: "urn:x:1", [`${VC}validUntil`]: date }] },
    ],
    ["an end in a nest", more, ["validUntil"], { "@nest": { validUntil: until } }],
    [
      "members of a status",
      more,
      ["credentialStatus"],
      { credentialStatus: { id: status.id }, "@included": [status] },
    ],
    [
      "a type",
      typed,
      ["type"],
      {
        type: ["VerifiableCredential"],
        "@included": [{ id: "urn:x:2", type: "https://issuer.example/Draft" }],
      },
    ],
  ])("%s", async (_, said, without, instead) => {
    const document = await proved(said);
    const kept = Object.entries(document).filter(([name]) => !without.includes(name));
    const found = await verifyWith({ ...Object.fromEntries(kept), ...instead });
    expect([endsWith(found), notPassed(found)]).toEqual(["malformed-json-ld", AFTER_CONTEXTS]);
    expect(found.signed).toBeUndefined();
  });

  it("but a credential that says all of it in its members is read", async () => {
    expect(notPassed(await verifyWith(await proved(more)))).not.toContain("contexts failed");
    expect(endsWith(await verifyWith(await proved(typed)))).toBe("valid");
  });
});
