// Data Integrity proofs: what others signed holds, and nothing else does, whichever member is touched.
import { describe, expect, it } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { ok } from "../../../functions/kernel/result.ts";
import type { Expected } from "../../../functions/trust/data-integrity/proof.ts";
import { type ProofPorts, verifyProof } from "../../../functions/trust/data-integrity/verify.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { CREDENTIAL, NOW, PORTS, PRESENTATION, SIGNED_BY_OTHERS, withProof } from "./documents.ts";

const BY_ISSUER: Expected = { purpose: "assertionMethod" };
const BY_HOLDER: Expected = { purpose: "authentication", domain: "node.example", challenge: "c5a5b2c1-41f6" };

/** `holds`, or the code of the refusal. */
async function outcome(document: JsonObject, expected = BY_ISSUER, ports: ProofPorts = PORTS) {
  const found = await verifyProof(document, expected, ports);
  return found.ok ? "holds" : found.refusal.code;
}

const expectedOf = (document: JsonObject) =>
  document["type"] === "VerifiablePresentation" ? BY_HOLDER : BY_ISSUER;

describe("documents that @digitalbazaar/data-integrity signed", () => {
  it.each(Object.entries(SIGNED_BY_OTHERS))("%s holds", async (_, document) => {
    expect(await outcome(document, expectedOf(document))).toBe("holds");
  });

  it("hold whatever the order and the white space of their members", async () => {
    const reversed = Object.fromEntries(Object.entries(CREDENTIAL).reverse());
    expect(await outcome(reversed)).toBe("holds");
  });

  it("are named by what was signed, not by the proof", async () => {
    const found = await verifyProof(CREDENTIAL, BY_ISSUER, PORTS);
    expect(found).toMatchObject({
      ok: true,
      value: { signer: CREDENTIAL["issuer"], suite: "eddsa-rdfc-2022" },
    });
    expect(found.ok && found.value.nquads).not.toContain("proofValue");
  });

  it.each(Object.entries(SIGNED_BY_OTHERS))(
    "%s is refused with any text, number or boolean in it changed",
    async (_, document) => {
      const tampered = changes(document);
      expect(tampered.length).toBeGreaterThan(15);
      const outcomes = await Promise.all(tampered.map(([, other]) => outcome(other, expectedOf(document))));
      expect(tampered.flatMap(([path], at) => (outcomes[at] === "holds" ? [path] : []))).toEqual([]);
    },
  );

  it.each(Object.entries(SIGNED_BY_OTHERS))(
    "%s is refused with any member or item taken out",
    async (_, document) => {
      const less = removals(document);
      const outcomes = await Promise.all(less.map(([, other]) => outcome(other, expectedOf(document))));
      expect(less.flatMap(([path], at) => (outcomes[at] === "holds" ? [path] : []))).toEqual([]);
    },
  );
});

/** Each copy of a document that differs in one value, by the path to it. */
function changes(value: Json | JsonObject, path = ""): [string, JsonObject][] {
  if (Array.isArray(value))
    return value.flatMap((one, at) => under(changes(one, `${path}/${at}`), (other) => value.with(at, other)));
  if (value !== null && typeof value === "object")
    return Object.entries(value).flatMap(([name, one]) =>
      under(changes(one, `${path}/${name}`), (other) => ({ ...value, [name]: other })),
    );
  // The last digit of a base58 text is what a forger would try last; the last letter of any other text does as well.
  const last = typeof value === "string" ? value.at(-1) : undefined;
  const other =
    typeof value === "string"
      ? value.slice(0, -1) + (last === "2" ? "3" : "2")
      : typeof value === "number"
        ? 2 * value + 1
        : value === null
          ? "null"
          : !value;
  return [[path, other as unknown as JsonObject]];
}

const under = (inner: [string, Json | JsonObject][], into: (value: Json) => Json | JsonObject) =>
  inner.map(([path, other]) => [path, into(other as Json)] as [string, JsonObject]);

/** Each copy of a document that lacks one member or item; contexts that nothing needs may go. */
function removals(value: Json | JsonObject, path = ""): [string, JsonObject][] {
  if (Array.isArray(value)) {
    const gone = value.map((_, at) => [`${path}/${at}`, value.toSpliced(at, 1)]) as never as [
      string,
      JsonObject,
    ][];
    const deeper = value.flatMap((one, at) =>
      under(removals(one, `${path}/${at}`), (other) => value.with(at, other)),
    );
    return [...gone, ...deeper];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const { [name]: _, ...rest } = value as JsonObject;
    const deeper = under(removals(one, `${path}/${name}`), (other) => ({ ...value, [name]: other }));
    return [[`${path}/${name}`, rest] as [string, JsonObject], ...deeper];
  });
}

describe("the proof", () => {
  const proof = CREDENTIAL["proof"] as JsonObject;
  it.each<[string, string, Record<string, unknown>]>([
    ["is of an older kind", "cryptosuite-unsupported", { type: "Ed25519Signature2020" }],
    ["is of a suite that is not known", "cryptosuite-unsupported", { cryptosuite: "bbs-2023" }],
    ["names no suite", "cryptosuite-unsupported", { cryptosuite: undefined }],
    ["is of a suite for other keys", "key-unfit", { cryptosuite: "ecdsa-rdfc-2019" }],
    ["is made for another purpose", "proof-purpose-differs", { proofPurpose: "authentication" }],
    ["builds on another", "malformed-proof", { previousProof: "urn:uuid:1" }],
    ["is dated by no time", "malformed-proof", { created: "yesterday" }],
    ["is dated without offset", "malformed-proof", { created: "2026-10-01T12:00:00" }],
    ["is dated by a day that does not exist", "malformed-proof", { created: "2026-02-30T12:00:00Z" }],
    ["is of tomorrow", "not-yet-valid", { created: "2026-11-02T12:00:00Z" }],
    ["ended before it was looked at", "expired", { expires: "2026-11-01T11:00:00Z" }],
    ["is by a key of somebody else", "issuer-mismatch", { verificationMethod: "did:web:evil.example#1" }],
    ["is by a key that it does not name by text", "malformed-proof", { verificationMethod: { id: "a" } }],
    [
      "is by a key that is not there",
      "key-not-found",
      { verificationMethod: `${CREDENTIAL["issuer"] as string}#z6Mk` },
    ],
    ["has no signature", "malformed-proof", { proofValue: undefined }],
    ["has its signature in base64url", "malformed-proof", { proofValue: `u${"A".repeat(86)}` }],
    [
      "has a digit that base58 has not",
      "malformed-proof",
      { proofValue: `z0${(proof["proofValue"] as string).slice(2)}` },
    ],
    [
      "has a zero byte before its signature",
      "malformed-proof",
      { proofValue: `z1${(proof["proofValue"] as string).slice(1)}` },
    ],
    [
      "has a context of its own",
      "context-not-allowed",
      { "@context": "https://w3id.org/security/data-integrity/v2" },
    ],
    ["says what no context defines", "malformed-proof", { strength: "high" }],
    ["says more than was signed", "bad-signature", { nonce: "1" }],
    [
      "ends under another name",
      "malformed-proof",
      { "https://w3id.org/security#expiration": "2026-11-01T11:00:00Z" },
    ],
    ["ends in a nest", "malformed-proof", { "@nest": { expires: "2026-11-01T11:00:00Z" } }],
    ["is dated otherwise", "bad-signature", { created: "2026-10-01T12:00:01Z" }],
    ["ends when nobody said so", "bad-signature", { expires: "2027-10-01T12:00:00Z" }],
  ])("that %s is refused: %s", async (_, code, members) => {
    expect(await outcome(withProof(CREDENTIAL, members))).toBe(code);
  });

  it("may name the contexts of its document", async () => {
    expect(await outcome(withProof(CREDENTIAL, { "@context": CREDENTIAL["@context"] }))).toBe("holds");
  });

  it("is alone: none, nothing, or two are refused, one in a list holds", async () => {
    const { proof: one, ...document } = CREDENTIAL;
    expect(await outcome(document)).toBe("malformed-proof");
    expect(await outcome({ ...document, proof: "z" })).toBe("malformed-proof");
    expect(await outcome({ ...document, proof: [] })).toBe("malformed-proof");
    expect(await outcome({ ...document, proof: [one!, one!] })).toBe("several-proofs");
    expect(await outcome({ ...document, proof: [one!] })).toBe("holds");
  });

  it("of another document by the same key does not hold", async () => {
    const other = SIGNED_BY_OTHERS["issuer as an object, texts with language and direction, evidence"]!;
    expect(other["proof"]).toMatchObject({ verificationMethod: proof["verificationMethod"] });
    expect(await outcome({ ...CREDENTIAL, proof: other["proof"]! })).toBe("bad-signature");
  });

  it("of a clock that is a minute ahead holds, of one more ahead it does not", async () => {
    const at = (time: string) => ({ ...PORTS, now: () => Date.parse(time) });
    expect(await outcome(CREDENTIAL, BY_ISSUER, at("2026-10-01T11:59:00Z"))).toBe("holds");
    expect(await outcome(CREDENTIAL, BY_ISSUER, at("2026-10-01T11:58:59Z"))).toBe("not-yet-valid");
  });
});

describe("a presentation", () => {
  it("is by its holder, for the domain and challenge that were asked for", async () => {
    expect(await outcome(PRESENTATION, BY_HOLDER)).toBe("holds");
    expect(await outcome(PRESENTATION, { purpose: "authentication" })).toBe("holds");
    expect(await outcome(PRESENTATION, { ...BY_HOLDER, challenge: "another" })).toBe("challenge-differs");
    expect(await outcome(PRESENTATION, { ...BY_HOLDER, domain: "other.example" })).toBe("domain-differs");
    expect(await outcome(PRESENTATION, { ...BY_HOLDER, domain: ["node.example", "b.example"] })).toBe(
      "domain-differs",
    );
    expect(await outcome(withProof(PRESENTATION, { domain: undefined }), BY_HOLDER)).toBe("domain-differs");
    expect(await outcome(withProof(PRESENTATION, { challenge: 1 }), BY_HOLDER)).toBe("malformed-proof");
  });

  it("without a holder is refused, as is a credential where one was asked for", async () => {
    const { holder: _, ...document } = PRESENTATION;
    expect(await outcome(document, BY_HOLDER)).toBe("issuer-mismatch");
    expect(await outcome(CREDENTIAL, BY_HOLDER)).toBe("proof-purpose-differs");
  });
});

describe("the key", () => {
  const key = async () => {
    const found = await PORTS.resolveKey(
      proofOf(CREDENTIAL)["verificationMethod"] as string,
      "assertionMethod",
    );
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  const proofOf = (document: JsonObject) => document["proof"] as JsonObject;

  it("of another controller, for another use, or of another curve is refused", async () => {
    const sound = await key();
    const resolved = (changed: object) => ({
      ...PORTS,
      resolveKey: async () => ok({ ...sound, ...changed }),
    });
    expect(await outcome(CREDENTIAL, BY_ISSUER, resolved({}))).toBe("holds");
    expect(await outcome(CREDENTIAL, BY_ISSUER, resolved({ controller: "did:web:b.example" }))).toBe(
      "issuer-mismatch",
    );
    expect(await outcome(CREDENTIAL, BY_ISSUER, resolved({ jwk: { ...sound.jwk, use: "enc" } }))).toBe(
      "key-unfit",
    );
    expect(await outcome(CREDENTIAL, BY_ISSUER, resolved({ jwk: { ...sound.jwk, crv: "X25519" } }))).toBe(
      "key-unfit",
    );
    const other = { ...sound.jwk, x: `A${sound.jwk.x?.slice(1)}` };
    expect(await outcome(CREDENTIAL, BY_ISSUER, resolved({ jwk: other }))).toBe("bad-signature");
  });

  it("is asked for under the purpose, and its refusal is passed on", async () => {
    const asked: string[] = [];
    const { resolveKey } = PORTS;
    const ports: ProofPorts = {
      ...PORTS,
      resolveKey: (url, relationship) => (asked.push(relationship), resolveKey(url, relationship)),
    };
    expect(await outcome(CREDENTIAL, BY_ISSUER, ports)).toBe("holds");
    expect(await outcome(PRESENTATION, BY_HOLDER, ports)).toBe("holds");
    expect(asked).toEqual(["assertionMethod", "authentication"]);
    const issuer = "did:web:issuer.example";
    const document = { ...withProof(CREDENTIAL, { verificationMethod: `${issuer}#1` }), issuer };
    expect(await outcome(document)).toBe("did-unreachable");
  });

  it("of P-384 asks for a longer signature than that of P-256", async () => {
    const [short, long] = ["P-256", "P-384"].map((curve) => SIGNED_BY_OTHERS[`credential by ${curve}`]!);
    const { proofValue } = proofOf(short!);
    expect(await outcome(withProof(long!, { proofValue }))).toBe("malformed-proof");
  });

  it("is not looked for before time and purpose are right", async () => {
    const ports: ProofPorts = {
      ...PORTS,
      now: () => NOW * 2,
      resolveKey: () => Promise.reject(new Error("asked")),
    };
    expect(await outcome(withProof(CREDENTIAL, { expires: "2030-01-01T00:00:00Z" }), BY_ISSUER, ports)).toBe(
      "expired",
    );
  });
});
