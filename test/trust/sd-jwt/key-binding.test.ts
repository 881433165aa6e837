// Key binding: only the holder's own signature, over exactly this presentation, for this verifier and this request.
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../functions/kernel/json.ts";
import { ok, refused } from "../../../functions/kernel/result.ts";
import { type KeyBindingExpectation, verifyKeyBinding } from "../../../functions/trust/sd-jwt/key-binding.ts";
import { readSdJwtVc } from "../../../functions/trust/sd-jwt/sd-jwt-vc.ts";
import { ALGORITHMS, type Algorithm } from "../../../functions/trust/token/profiles.ts";
import {
  CLAIMS,
  HOLDER,
  ISSUER,
  NOW,
  STRANGER,
  bind,
  digestOf,
  disclose,
  encode,
  present,
  sign,
  verifyIssuer,
} from "./issuer.ts";

const NAME = disclose("s1", "name", "Example AS");
const COUNTRY = disclose("s2", "country", "NO");
const ISSUED = { ...CLAIMS, _sd: [digestOf(NAME), digestOf(COUNTRY)] };

const EXPECTED: KeyBindingExpectation = {
  audience: "https://verifier.example",
  nonce: "n-1",
  now: NOW,
  maxAge: 300,
  skew: 60,
  algorithms: ALGORITHMS,
};

async function verify(text: string, expected: Partial<KeyBindingExpectation> = {}) {
  const credential = await readSdJwtVc(text, verifyIssuer);
  if (!credential.ok) throw new Error(credential.refusal.code);
  return verifyKeyBinding(credential.value, { ...EXPECTED, ...expected });
}

const presented = await present([NAME, COUNTRY], ISSUED);
const bound = async (...[changes, options]: [Parameters<typeof bind>[1]?, Parameters<typeof bind>[2]?]) =>
  presented + (await bind(presented, changes, options));

const invalid = { ok: false, refusal: { code: "key-binding-invalid" } };

it("the holder's binding of this presentation is accepted, and the credential's key is left as it was", async () => {
  const credential = await readSdJwtVc(await bound(), verifyIssuer);
  if (!credential.ok) throw new Error(credential.refusal.code);
  expect(await verifyKeyBinding(credential.value, EXPECTED)).toEqual(ok({ jwk: HOLDER.jwk, issuedAt: NOW }));
  const { cnf } = credential.value.claims;
  expect(Object.isFrozen((cnf as { jwk: object }).jwk)).toBe(false);
});

it.each([
  ["sha-384", "sha384"],
  ["sha-512", "sha512"],
])("sd_hash is by the credential's hash, here %s", async (_sd_alg, hash) => {
  const text = await present([NAME], { ...CLAIMS, _sd_alg, _sd: [digestOf(NAME, hash)] });
  expect(await verify(text + (await bind(text, {}, { hash })))).toMatchObject({ ok: true });
  expect(await verify(text + (await bind(text)))).toMatchObject(invalid);
});

describe("a presentation", () => {
  it("without key binding is refused", async () => {
    expect(await verify(presented)).toEqual(refused({ code: "key-binding-missing" }));
  });

  it("from which a disclosure was removed, to which one was added, or whose order was changed is refused", async () => {
    const jwt = presented.slice(0, presented.indexOf("~"));
    const binding = await bind(presented);
    const over = (disclosures: string[]) => [jwt, ...disclosures, binding].join("~");
    expect(await verify(over([NAME, COUNTRY]))).toMatchObject({ ok: true });
    for (const disclosures of [[NAME], [COUNTRY], [], [COUNTRY, NAME]])
      expect(await verify(over(disclosures))).toMatchObject(invalid);
    const less = [jwt, NAME, ""].join("~");
    expect(await verify(over([NAME]).replace(binding, await bind(less)))).toMatchObject({ ok: true });
    expect(await verify(presented + (await bind(less)))).toMatchObject(invalid);
  });

  it("of another credential of the same holder is refused", async () => {
    const other = await present([NAME, COUNTRY], { ...ISSUED, vct: "urn:other" });
    expect(await verify(other + (await bind(presented)))).toMatchObject(invalid);
  });

  it.each<[string, Json | undefined]>([
    ["absent", undefined],
    ["a number", 1],
    ["empty", ""],
    ["with padding", `${digestOf(presented)}=`],
    ["without the last tilde", digestOf(presented.slice(0, -1))],
  ])("whose sd_hash is %s is refused", async (_, sd_hash) => {
    expect(await verify(await bound({ sd_hash }))).toMatchObject(invalid);
  });
});

describe("the signature", () => {
  it("by anybody but the holder is refused", async () => {
    for (const by of [STRANGER, ISSUER]) expect(await verify(await bound({}, { by }))).toMatchObject(invalid);
  });

  it("of a changed payload is refused", async () => {
    const [header, , signature] = (await bind(presented)).split(".");
    const [, payload] = (await bind(presented, { iat: NOW + 1 })).split(".");
    expect(await verify(`${presented}${header}.${payload}.${signature}`)).toMatchObject(invalid);
  });

  it("by a key in its own header is refused", async () => {
    const header = encode(JSON.stringify({ alg: "ES256", typ: "kb+jwt", jwk: STRANGER.jwk }));
    const [, payload, signature] = (await bind(presented, {}, { by: STRANGER })).split(".");
    expect(await verify(`${presented}${header}.${payload}.${signature}`)).toMatchObject(invalid);
  });

  it.each(["none", "HS256", "ES384", "EdDSA"])(
    "of algorithm %s with a key for ES256 is refused",
    async (alg) => {
      const header = encode(JSON.stringify({ alg, typ: "kb+jwt" }));
      const [, payload, signature] = (await bind(presented)).split(".");
      expect(await verify(`${presented}${header}.${payload}.${signature}`)).toMatchObject(invalid);
    },
  );

  it("of an algorithm that is not in the list is refused", async () => {
    expect(await verify(await bound(), { algorithms: ["ES256"] })).toMatchObject({ ok: true });
    for (const algorithms of [["ES384"], []] as Algorithm[][])
      expect(await verify(await bound(), { algorithms: algorithms })).toMatchObject(invalid);
  });

  it("that asks for an extension is refused, also for one that the library knows", async () => {
    const kept = await sign({ nonce: "n-1" }, { typ: "kb+jwt" }, HOLDER);
    const [, payload, signature] = kept.split(".");
    for (const header of [{ crit: ["exp"], exp: 1 }, { crit: ["b64"], b64: true }, { crit: [] }]) {
      const encoded = encode(JSON.stringify({ alg: "ES256", typ: "kb+jwt", ...header }));
      expect(await verify(`${presented}${encoded}.${payload}.${signature}`)).toEqual(
        refused({ code: "key-binding-invalid", reason: "crit asks for an extension" }),
      );
    }
  });

  it.each(["dc+sd-jwt", "JWT", "KB+JWT"])("of a token of type %s is refused", async (typ) => {
    expect(await verify(await bound({}, { typ }))).toMatchObject(invalid);
  });
});

describe("the key that the issuer names", () => {
  const { d } = HOLDER.privateKey.export({ format: "jwk" });
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ format: "jwk" });

  it.each<[string, Json]>([
    ["absent", null],
    ["a list", [HOLDER.jwk]],
    ["by its id only", { kid: "did:example:holder#1" }],
    ["a text", { jwk: "x" }],
    ["without a type", { jwk: { crv: "P-256" } }],
    ["of another type", { jwk: JSON.parse(JSON.stringify(rsa)) }],
    ["of another curve", { jwk: { ...HOLDER.jwk, crv: "P-384" } }],
    ["symmetric", { jwk: { kty: "oct", k: HOLDER.jwk["x"] ?? "" } }],
    ["private", { jwk: { ...HOLDER.jwk, d: d ?? "" } }],
    ["for encryption", { jwk: { ...HOLDER.jwk, use: "enc" } }],
    ["for signing only", { jwk: { ...HOLDER.jwk, key_ops: ["sign"] } }],
    ["of another algorithm", { jwk: { ...HOLDER.jwk, alg: "ES384" } }],
    ["no point of its curve", { jwk: { ...HOLDER.jwk, y: HOLDER.jwk["x"] ?? "" } }],
  ])("is refused where it is %s", async (_, cnf) => {
    const text = await present([], { ...CLAIMS, cnf });
    expect(await verify(text + (await bind(text)))).toMatchObject(invalid);
  });

  it("may state its use and algorithm", async () => {
    const jwk = { ...HOLDER.jwk, use: "sig", alg: "ES256", key_ops: ["verify"], kid: "1" };
    const text = await present([], { ...CLAIMS, cnf: { jwk } });
    expect(await verify(text + (await bind(text)))).toMatchObject({ ok: true });
  });
});

describe("audience and nonce", () => {
  it("of another verifier or request are refused", async () => {
    expect(await verify(await bound({ aud: "https://other.example" }))).toEqual(
      refused({ code: "audience-differs", audience: "https://other.example" }),
    );
    expect(await verify(await bound({ aud: "https://verifier.example/" }))).toMatchObject({ ok: false });
    expect(await verify(await bound(), { nonce: "n-2" })).toEqual(refused({ code: "nonce-differs" }));
    expect(await verify(await bound({ nonce: "" }))).toEqual(refused({ code: "nonce-differs" }));
  });

  it.each<{ [name: string]: Json | undefined }>([
    { aud: ["https://verifier.example"] },
    { aud: undefined },
    { nonce: 1 },
    { nonce: undefined },
  ])("%j is refused", async (changes) => {
    expect(await verify(await bound(changes))).toMatchObject(invalid);
  });
});

describe("the time of signing", () => {
  it("lies within the window, both ends included", async () => {
    for (const iat of [NOW - 360, NOW, NOW + 60])
      expect(await verify(await bound({ iat }))).toMatchObject({ ok: true });
  });

  it("before the window is too old, after it invalid", async () => {
    expect(await verify(await bound({ iat: NOW - 361 }))).toEqual(
      refused({ code: "too-old", claim: "iat", seconds: 361 }),
    );
    expect(await verify(await bound({ iat: NOW + 61 }))).toMatchObject(invalid);
  });

  it.each<[string, Json | undefined]>([
    ["absent", undefined],
    ["in milliseconds", NOW * 1000],
    ["as text", String(NOW)],
    ["with a fraction", NOW + 0.5],
  ])("that is %s is refused", async (_, iat) => {
    expect(await verify(await bound({ iat }))).toEqual(refused({ code: "malformed-time", claim: "iat" }));
  });

  it("is not all: what has expired or is not yet valid is refused too", async () => {
    expect(await verify(await bound({ exp: NOW - 59, nbf: NOW + 60 }))).toMatchObject({ ok: true });
    expect(await verify(await bound({ exp: NOW - 60 }))).toEqual(
      refused({ code: "too-old", claim: "exp", seconds: 60 }),
    );
    expect(await verify(await bound({ nbf: NOW + 61 }))).toMatchObject(invalid);
    expect(await verify(await bound({ exp: NOW * 1000 }))).toEqual(
      refused({ code: "malformed-time", claim: "exp" }),
    );
  });
});
