// The hand-over of access: only whoever ordered can open it, on both curves, and nothing else passes for it.
import { CompactEncrypt, type JWK, base64url, exportJWK, generateKeyPair } from "jose";
import { describe, expect, it, test } from "vitest";
import {
  MOST_ACCESS,
  openAccess,
  readAccess,
  readAccessKey,
  sealAccess,
} from "../../functions/delivery/access.ts";
import type { Json } from "../../functions/kernel/json.ts";
import type { JsonObject } from "../../functions/trust/token/jws.ts";

const FOR = { order: "9b2f2c1e-52c4-4f0e-8d3a-0a4a51c9a001" };
const ACCESS = { host: "10.0.0.7", user: "root", password: "ünsafe" };

async function pair(crv: "X25519" | "P-256") {
  const { publicKey, privateKey } = await generateKeyPair("ECDH-ES+A256KW", { crv, extractable: true });
  const key = readAccessKey((await exportJWK(publicKey)) as Json);
  if (!key.ok) throw new Error(key.refusal.reason);
  return { key: key.value, secret: await exportJWK(privateKey), publicKey };
}

const X25519 = await pair("X25519");
const P256 = await pair("P-256");

async function seal(key = X25519.key, access: JsonObject = ACCESS) {
  const sealed = await sealAccess(access, key, FOR);
  if (!sealed.ok) throw new Error(sealed.refusal.code);
  return sealed.value;
}

describe.each([
  ["X25519", X25519],
  ["P-256", P256],
])("access for a key of %s", (_, { key, secret }) => {
  it("is opened by whoever has the private half", async () => {
    const sealed = await seal(key);
    expect(await openAccess(sealed, secret, FOR)).toEqual({ ok: true, value: ACCESS });
    expect(readAccess(sealed, FOR).ok).toBe(true);
    expect(sealed).not.toContain("10.0.0.7");
  });

  it("is never the same text twice", async () => {
    expect(await seal(key)).not.toBe(await seal(key));
  });

  it("is opened by nobody else", async () => {
    const [other, otherCurve] = [await pair(key.crv), key.crv === "P-256" ? X25519 : P256];
    for (const { secret: wrong } of [other, otherCurve])
      expect(await openAccess(await seal(key), wrong, FOR)).toMatchObject({
        refusal: { code: "access-not-for-key" },
      });
  });

  it("is not opened once a part of it was changed", async () => {
    const parts = (await seal(key)).split(".");
    for (const index of [1, 2, 3, 4]) {
      const bytes = base64url.decode(parts[index] ?? "");
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const changed = parts.with(index, base64url.encode(bytes)).join(".");
      expect((await openAccess(changed, secret, FOR)).ok, String(index)).toBe(false);
    }
  });
});

describe("a key for access", () => {
  const x = "GSo5yJhU2SQ-At66jWMCnoWZOACuj_1pJZ-UYwMmNQI";
  const key = { kty: "OKP", crv: "X25519", x };

  it("keeps its name, and nothing that says how to use it", () => {
    expect(readAccessKey({ ...key, kid: "k1", use: "enc", alg: "ECDH-ES", extra: 1 })).toEqual({
      ok: true,
      value: { ...key, kid: "k1" },
    });
  });

  test.each<[string, Json]>([
    ["with its private half", { ...key, d: x }],
    ["that is a secret", { kty: "oct", k: x }],
    ["for signatures", { kty: "OKP", crv: "Ed25519", x }],
    ["kept for signatures", { ...key, use: "sig" }],
    ["kept for another algorithm", { ...key, alg: "RSA-OAEP" }],
    ["kept for verifying", { ...key, key_ops: ["verify"] }],
    ["of another curve", { kty: "EC", crv: "P-384", x, y: x }],
    ["that is too short", { ...key, x: "AAAA" }],
    ["that is padded", { ...key, x: `${x}=` }],
    ["of P-256 without y", { kty: "EC", crv: "P-256", x }],
    ["of X25519 with y", { ...key, y: x }],
    ["that is text", "key"],
  ])("is none %s", (_, json) => {
    expect(readAccessKey(json)).toMatchObject({ refusal: { code: "access-key-unfit" } });
  });

  it("that is no point of its curve encrypts nothing", async () => {
    const none = readAccessKey({ kty: "EC", crv: "P-256", x, y: x });
    expect(none.ok && (await sealAccess(ACCESS, none.value, FOR))).toMatchObject({
      refusal: { code: "access-key-unfit" },
    });
  });
});

describe("what a node stores as access", () => {
  const made = (header: object, inside: string | Uint8Array = JSON.stringify(ACCESS)) =>
    new CompactEncrypt(typeof inside === "string" ? new TextEncoder().encode(inside) : inside)
      .setProtectedHeader({ alg: "ECDH-ES+A256KW", enc: "A256GCM", ...header })
      .encrypt(X25519.publicKey);

  it("may be agreed on directly, and need not name its order", async () => {
    for (const alg of ["ECDH-ES", "ECDH-ES+A256KW"])
      expect(readAccess(await made({ alg }), FOR).ok).toBe(true);
    expect((await openAccess(await made({ alg: "ECDH-ES" }), X25519.secret, FOR)).ok).toBe(true);
  });

  test.each<[string, Promise<string>]>([
    ["of another order", made({ order: "another" })],
    ["of another encryption", made({ enc: "A128CBC-HS256" })],
    ["of a weaker wrapping", made({ alg: "ECDH-ES+A128KW" })],
    ["in plain text", Promise.resolve(JSON.stringify(ACCESS))],
    ["that is signed only", Promise.resolve("a.b.c")],
    ["without a tag", made({}).then((text) => text.replace(/\.[^.]+$/, "."))],
    ["with white space", made({}).then((text) => `${text}\n`)],
  ])("is none %s", async (_, text) => {
    expect(readAccess(await text, FOR)).toMatchObject({ refusal: { code: "access-malformed" } });
    expect((await openAccess(await text, X25519.secret, FOR)).ok).toBe(false);
  });

  test.each([
    ["direct encryption with a shared secret", { alg: "dir", enc: "A256GCM" }],
    ["compression", { alg: "ECDH-ES+A256KW", enc: "A256GCM", epk: X25519.key, zip: "DEF" }],
    ["critical members", { alg: "ECDH-ES+A256KW", enc: "A256GCM", epk: X25519.key, crit: ["exp"] }],
    ["a private key in its header", { alg: "ECDH-ES+A256KW", enc: "A256GCM", epk: X25519.secret }],
  ])("is none with %s", async (_, header) => {
    const [, ...rest] = (await made({})).split(".");
    const text = [base64url.encode(JSON.stringify(header)), ...rest].join(".");
    expect(readAccess(text, FOR)).toMatchObject({ refusal: { code: "access-malformed" } });
  });

  it("is at most 64 KiB, and so is what is inside", async () => {
    expect(readAccess("a".repeat(MOST_ACCESS + 1), FOR)).toMatchObject({
      refusal: { code: "access-too-large" },
    });
    expect(await sealAccess({ a: "x".repeat(50_000) }, X25519.key, FOR)).toMatchObject({
      refusal: { code: "access-too-large" },
    });
    expect((await seal(X25519.key, { a: "x".repeat(44_000) })).length).toBeLessThan(MOST_ACCESS);
  });

  it("is opened as JSON that everybody reads alike", async () => {
    for (const inside of ['{"a":1,"a":2}', "[]", "no"])
      expect(await openAccess(await made({}, inside), X25519.secret, FOR)).toMatchObject({
        refusal: { code: "access-malformed" },
      });
    const bytes = Uint8Array.from([0xff, 0xfe]);
    expect((await openAccess(await made({}, bytes), X25519.secret as JWK, FOR)).ok).toBe(false);
  });
});
