// Which key fits which algorithm, and which fits none; and the keys of Wycheproof, whose tokens must not pass.
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { base64url, compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { describe, expect, it, test } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { fitKey } from "../../../functions/trust/did/jwk-fitness.ts";
import { type PublicJwk, readPublicJwk } from "../../../functions/trust/did/public-jwk.ts";
import { ALGORITHMS, type Algorithm } from "../../../functions/trust/token/profiles.ts";

const jwkOf = ({ publicKey }: ReturnType<typeof generateKeyPairSync>) =>
  publicKey.export({ format: "jwk" }) as PublicJwk;
const EC_256 = jwkOf(generateKeyPairSync("ec", { namedCurve: "P-256" }));
const EC_384 = jwkOf(generateKeyPairSync("ec", { namedCurve: "P-384" }));
const EC_521 = jwkOf(generateKeyPairSync("ec", { namedCurve: "P-521" }));
const ED25519 = jwkOf(generateKeyPairSync("ed25519"));
const X25519 = jwkOf(generateKeyPairSync("x25519"));
const RSA = jwkOf(generateKeyPairSync("rsa", { modulusLength: 2048 }));

const UNFIT = { ok: false, refusal: { code: "key-unfit" } };

describe("of all algorithms", () => {
  test.each([
    ["P-256", EC_256, ["ES256"]],
    ["P-384", EC_384, ["ES384"]],
    ["P-521", EC_521, []],
    ["Ed25519", ED25519, ["EdDSA", "Ed25519"]],
    ["X25519", X25519, []],
    ["RSA", RSA, ["PS256", "RS256"]],
    ["a symmetric kind", { kty: "oct" }, []],
  ] as const)("a key of %s fits its own", (_, jwk, fitting) => {
    expect(ALGORITHMS.filter((algorithm) => fitKey(jwk, algorithm).ok)).toEqual(fitting);
  });
});

describe("a key that says what it is for", () => {
  test.each([
    ["signatures", { use: "sig" }, true],
    ["encryption", { use: "enc" }, false],
    ["verification", { key_ops: ["verify"] }, true],
    ["verification among others", { key_ops: ["sign", "verify"] }, true],
    ["signing", { key_ops: ["sign"] }, false],
    ["nothing", { key_ops: [] }, false],
    ["the algorithm", { alg: "ES256" }, true],
    ["another algorithm", { alg: "ES384" }, false],
    ["a way to agree on keys", { alg: "ECDH-ES" }, false],
  ])("is taken for %s as it says", (_, members, fits) => {
    expect(fitKey({ ...EC_256, ...members }, "ES256").ok).toBe(fits);
  });

  it("fits by the other name of its algorithm", () => {
    expect(fitKey({ ...ED25519, alg: "EdDSA" }, "Ed25519").ok).toBe(true);
    expect(fitKey({ ...ED25519, alg: "Ed25519" }, "EdDSA").ok).toBe(true);
    expect(fitKey({ ...ED25519, alg: "Ed448" }, "EdDSA")).toMatchObject(UNFIT);
  });

  it("for one padding of RSA does not fit the other", () => {
    expect(fitKey({ ...RSA, alg: "PS256" }, "PS256").ok).toBe(true);
    expect(fitKey({ ...RSA, alg: "PS256" }, "RS256")).toMatchObject(UNFIT);
  });
});

describe("coordinates", () => {
  const { x = "", y = "" } = EC_256;
  const without = ({ y: _, ...rest }: PublicJwk) => rest;
  test.each([
    ["missing", without(EC_256)],
    ["empty", { ...EC_256, y: "" }],
    ["of a byte too few", { ...EC_256, x: base64url.encode(base64url.decode(x).subarray(1)) }],
    ["of a byte too many", { ...EC_256, x: base64url.encode(Uint8Array.from([0, ...base64url.decode(x)])) }],
    ["with padding", { ...EC_256, x: `${x}=` }],
    ["with bits that mean nothing", { ...EC_256, y: `${y.slice(0, -1)}_` }],
  ])("that are %s do not fit", (_, jwk) => {
    expect(fitKey(jwk, "ES256")).toMatchObject(UNFIT);
  });

  it("of Ed25519 are 32 bytes", () => {
    expect(fitKey({ ...ED25519, x: base64url.encode(new Uint8Array(31)) }, "EdDSA")).toMatchObject(UNFIT);
  });
});

describe("RSA", () => {
  const modulus = (bits: number) =>
    base64url.encode(Buffer.from(`${((1n << BigInt(bits)) - 1n).toString(16)}`, "hex"));
  test.each([
    [2048, true],
    [3072, true],
    [8192, true],
    [2040, false],
    [1024, false],
    [8200, false],
  ])("of %i bits: %s", (bits, fits) => {
    expect(fitKey({ kty: "RSA", n: modulus(bits), e: "AQAB" }, "PS256").ok).toBe(fits);
  });

  test.each([
    ["three", "Aw", true],
    ["65537", "AQAB", true],
    ["one", "AQ", false],
    ["two", "Ag", false],
    ["zero", "AA", false],
    ["none", "", false],
    ["more than 32 bits", "AQAAAAE", false],
    ["with a leading zero", "AAEAAQ", false],
  ])("with the exponent %s: %s", (_, e, fits) => {
    expect(fitKey({ ...RSA, e }, "PS256").ok).toBe(fits);
  });

  it("with a leading zero in its modulus does not fit", () => {
    const n = base64url.encode(Uint8Array.from([0, ...base64url.decode(RSA.n ?? "")]));
    expect(fitKey({ ...RSA, n }, "PS256")).toMatchObject(UNFIT);
  });
});

interface WycheproofTest {
  readonly tcId: number;
  readonly comment: string;
  readonly result: "valid" | "invalid";
  readonly jwk: Json;
  readonly jws: string;
}

const TESTS = JSON.parse(
  readFileSync(fileURLToPath(new URL("wycheproof.json", import.meta.url).href), "utf8"),
) as readonly WycheproofTest[];

describe("Wycheproof, JSON Web Keys", () => {
  it("has 11 tests of public keys, of which one passes", () => {
    expect([TESTS.length, TESTS.filter(({ result }) => result === "valid").length]).toEqual([11, 1]);
  });

  it.each(TESTS)("$tcId, $comment: $result", async ({ jwk, jws, result }) => {
    expect(await isSigned(jwk, jws)).toBe(result === "valid");
  });
});

/** As a verifier goes: read the key, fit it, import it, verify. */
async function isSigned(json: Json, jws: string): Promise<boolean> {
  const { alg = "" } = decodeProtectedHeader(jws);
  const jwk = readPublicJwk(json);
  if (!jwk.ok || !fitKey(jwk.value, alg as Algorithm).ok) return false;
  try {
    await compactVerify(jws, await importJWK(jwk.value, alg));
    return true;
  } catch {
    return false;
  }
}
