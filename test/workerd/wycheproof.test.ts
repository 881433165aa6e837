// Project Wycheproof inside workerd: what the pipeline believes of signatures, tokens and keys, on the Worker's own cryptography.
import { type JWK, base64url, importJWK } from "jose";
import { describe, expect, it } from "vitest";
import type { Json } from "../../functions/kernel/json.ts";
import { curveOf } from "../../functions/trust/data-integrity/curves.ts";
import { fitKey } from "../../functions/trust/did/jwk-fitness.ts";
import { readPublicJwk } from "../../functions/trust/did/public-jwk.ts";
import { fromBase64url } from "../../functions/trust/token/base64url.ts";
import { readJws } from "../../functions/trust/token/jws.ts";
import { importKey, isSigned } from "../../functions/trust/token/signature.ts";
import { ALGORITHMS } from "../../functions/trust/token/profiles.ts";
import p256 from "../suites/wycheproof/ecdsa_secp256r1_sha256_p1363_test.json" with { type: "json" };
import p384 from "../suites/wycheproof/ecdsa_secp384r1_sha384_p1363_test.json" with { type: "json" };
import ed25519 from "../suites/wycheproof/ed25519_test.json" with { type: "json" };
import webKeys from "../suites/wycheproof/json_web_key_test.json" with { type: "json" };
import webSignatures from "../suites/wycheproof/json_web_signature_test.json" with { type: "json" };

type Result = "valid" | "invalid";

interface SignatureTest {
  readonly tcId: number;
  readonly result: Result;
  readonly jwk: Json;
  readonly message: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

interface TokenTest {
  readonly tcId: number;
  readonly result: Result;
  readonly jws: string;
  /** All keys of the set that the test has. */
  readonly keys: readonly Json[];
}

type Believes<T> = (test: T) => Promise<boolean>;

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

interface SignatureGroup {
  readonly publicKeyJwk?: Json;
  readonly publicKey: { readonly curve: string; readonly uncompressed?: string };
  readonly tests: readonly { tcId: number; msg: string; sig: string; result: string }[];
}

/** Some keys are given as points alone. */
function jwkOf({ publicKeyJwk, publicKey: { curve, uncompressed = "" } }: SignatureGroup): Json {
  if (publicKeyJwk !== undefined) return publicKeyJwk;
  const point = hex(uncompressed).subarray(1);
  const [x, y] = [point.subarray(0, point.length / 2), point.subarray(point.length / 2)];
  const crv = curve === "secp256r1" ? "P-256" : "P-384";
  return { kty: "EC", crv, x: base64url.encode(x), y: base64url.encode(y) };
}

const signatureTests = ({ testGroups }: { readonly testGroups: readonly SignatureGroup[] }) =>
  testGroups.flatMap((group) =>
    group.tests.map(
      ({ tcId, msg, sig, result }): SignatureTest => ({
        tcId,
        result: result as Result,
        jwk: jwkOf(group),
        message: hex(msg),
        signature: hex(sig),
      }),
    ),
  );

interface TokenGroup {
  readonly public?: object;
  readonly private?: object;
  readonly tests: readonly { tcId: number; jws: unknown; result: string }[];
}

const tokenTests = ({ testGroups }: { readonly testGroups: readonly TokenGroup[] }) =>
  testGroups.flatMap((group) => {
    const key = (group.public ?? group.private) as { readonly keys?: Json[] } & { [name: string]: Json };
    return group.tests.map(
      ({ tcId, jws, result }): TokenTest => ({
        tcId,
        result: result as Result,
        jws: typeof jws === "string" ? jws : JSON.stringify(jws),
        keys: key.keys ?? [key],
      }),
    );
  });

/** A signature next to a document, as proofs are verified. */
const believesSignature: Believes<SignatureTest> = async ({ jwk, message, signature }) => {
  const key = readPublicJwk(jwk);
  const curve = key.ok ? curveOf(key.value.crv) : undefined;
  if (!key.ok || !curve || !fitKey(key.value, curve.algorithm).ok) return false;
  if (signature.length !== curve.signatureBytes) return false;
  const verifier = await crypto.subtle.importKey("jwk", key.value as JsonWebKey, { ...curve.key }, false, [
    "verify",
  ]);
  return crypto.subtle.verify({ ...curve.signature }, verifier, signature, message);
};

/** The payload of no test is a JSON object, so that form and header are read with another in its place. */
function algorithmOf(jws: string) {
  const [header, payload = "", ...rest] = jws.split(".");
  const form = fromBase64url(payload) && readJws([header, base64url.encode("{}"), ...rest].join("."));
  return form?.ok ? ALGORITHMS.find((name) => name === form.value.header["alg"]) : undefined;
}

/** A token, as credentials are verified; by which key of a set does not matter. */
const believesToken: Believes<TokenTest> = async ({ jws, keys }) => {
  const algorithm = algorithmOf(jws);
  if (!algorithm) return false;
  for (const json of keys) {
    const jwk = readPublicJwk(json);
    const key = jwk.ok ? await importKey(jwk.value, algorithm) : jwk;
    if (key.ok && (await isSigned(jws, key.value, algorithm))) return true;
  }
  return false;
};

interface Outcome {
  /** Marked valid and believed. */
  readonly accepted: number;
  /** Marked invalid and believed all the same. */
  readonly wrong: readonly number[];
  /** Marked valid and refused. */
  readonly missed: readonly number[];
}

async function run<T extends { tcId: number; result: Result }>(
  tests: readonly T[],
  believes: Believes<T>,
): Promise<Outcome> {
  const [wrong, missed]: [number[], number[]] = [[], []];
  let accepted = 0;
  for (const test of tests) {
    const believed = await believes(test);
    if (believed && test.result === "valid") accepted++;
    else if (believed) wrong.push(test.tcId);
    else if (test.result === "valid") missed.push(test.tcId);
  }
  return { accepted, wrong, missed };
}

const SIGNATURES = [
  ["Ed25519", 88, 63, signatureTests(ed25519 as never)],
  ["ECDSA on P-256", 173, 89, signatureTests(p256 as never)],
  ["ECDSA on P-384", 193, 87, signatureTests(p384 as never)],
] as const;

describe.each(SIGNATURES)("signatures by %s", (_, valid, invalid, tests) => {
  it(`${valid} hold and are believed, ${invalid} do not and are not`, async () => {
    expect(tests.length).toBe(valid + invalid);
    expect(await run(tests, believesSignature)).toEqual({ accepted: valid, wrong: [], missed: [] });
  });

  it("catch a verifier that looks at nothing, and one that believes nothing", async () => {
    expect((await run(tests, async () => true)).wrong.length).toBe(invalid);
    expect((await run(tests, async () => false)).missed.length).toBe(valid);
  });
});

const TOKENS = tokenTests(webSignatures as never);
const KEYS = tokenTests(webKeys as never);

/** Tests marked valid whose algorithm is not accepted here, by that algorithm. */
const NOT_ACCEPTED = {
  HS256: [1, 348, 352, 357, 358, 359, 372, 373, 376, 377],
  RS384: [264, 265, 266, 267],
  RS512: [268, 269, 270, 271],
  PS384: [320, 321, 322, 323, 346, 350],
  PS512: [325, 326, 327, 328],
  ES512: [347, 351],
};

describe("tokens", () => {
  it("16 of 401 are sound and of an accepted algorithm, and believed; no other is", async () => {
    expect(TOKENS.length).toBe(401);
    const { accepted, wrong, missed } = await run(TOKENS, believesToken);
    expect([accepted, wrong]).toEqual([16, []]);
    expect(missed).toEqual(
      Object.values(NOT_ACCEPTED)
        .flat()
        .toSorted((a, b) => a - b),
    );
  });

  it("1 of 26 is by a key that is sound and of an accepted kind, and believed; no other is", async () => {
    expect(KEYS.length).toBe(26);
    const found = await run(KEYS, believesToken);
    // Those missed are of shared secrets.
    expect(found).toEqual({ accepted: 1, wrong: [], missed: [2, 13, 14, 15] });
  });

  it("catch a verifier that does not look at signatures", async () => {
    const unsigned: Believes<TokenTest> = async ({ jws }) => algorithmOf(jws) !== undefined;
    expect((await run(TOKENS, unsigned)).wrong.length).toBeGreaterThan(250);
  });

  it("catch a verifier that takes any key for any algorithm", async () => {
    const unfit: Believes<TokenTest> = async ({ jws, keys }) => {
      const algorithm = algorithmOf(jws);
      if (algorithm === undefined) return false;
      const key = await importJWK(keys[0] as JWK, algorithm).catch(() => undefined);
      return key instanceof CryptoKey && isSigned(jws, key, algorithm);
    };
    expect((await run(TOKENS, unfit)).wrong).toEqual([332, 338, 353, 354]);
    expect((await run(KEYS, unfit)).wrong).toEqual([6, 7, 8, 19, 20, 21, 23]);
  });
});
