// did:key and did:jwk: the keys of their specifications, and what is no key of theirs.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { base64url } from "jose";
import { describe, expect, it, test } from "vitest";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { resolver } from "../../../functions/trust/did/resolve.ts";
import { DID_JWK, DID_KEYS, P256_JWK, base58, didJwk, multikey } from "./vectors.ts";

const resolveKey = resolver({
  fetch: () => Promise.reject(new Error("asked the network")),
  now: () => 0,
  loopback: false,
  cache: new BoundedMap(1e6),
});

const keyOf = (did: string, fragment = did.slice(8)) => resolveKey(`${did}#${fragment}`, "assertionMethod");
const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe("did:key", () => {
  test.each(DID_KEYS)("of $name is its key", async ({ did, jwk }) => {
    const id = `${did}#${did.slice(8)}`;
    const key = { ok: true, value: { id, controller: did, jwk } };
    expect(await resolveKey(id, "assertionMethod")).toEqual(key);
    expect(await resolveKey(id, "authentication")).toEqual(key);
  });

  it("of an Ed25519 seed is what the platform computes", async () => {
    const pkcs8 = Buffer.concat([
      Buffer.from("302e020100300506032b657004220420", "hex"),
      Buffer.alloc(32, 7),
    ]);
    const key = createPublicKey(createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }));
    const { x = "" } = key.export({ format: "jwk" });
    const did = `did:key:${multikey([0xed, 1], base64url.decode(x))}`;
    expect(await keyOf(did)).toMatchObject({ value: { jwk: { x } } });
  });

  it.each([
    ["P-256", 32, [0x80, 0x24]],
    ["P-384", 48, [0x81, 0x24]],
  ] as const)("decompresses points of %s as the platform does", async (crv, size, prefix) => {
    for (let round = 0; round < 20; round++) {
      const { publicKey } = generateKeyPairSync("ec", { namedCurve: crv });
      const jwk = publicKey.export({ format: "jwk" });
      const y = base64url.decode(jwk.y ?? "");
      const point = [2 + ((y[size - 1] ?? 0) & 1), ...base64url.decode(jwk.x ?? "")];
      expect(await keyOf(`did:key:${multikey(prefix, point)}`)).toMatchObject({ value: { jwk } });
    }
  });

  it("of RSA is what the platform reads", async () => {
    for (const bits of [2048, 3072]) {
      const { publicKey } = generateKeyPairSync("rsa", { modulusLength: bits });
      const der = publicKey.export({ format: "der", type: "pkcs1" });
      const jwk = publicKey.export({ format: "jwk" });
      expect(await keyOf(`did:key:${multikey([0x85, 0x24], der)}`)).toMatchObject({ value: { jwk } });
    }
  });

  it("knows its key by one fragment only", async () => {
    const [{ did } = { did: "" }] = DID_KEYS;
    expect(await keyOf(did, "key-1")).toMatchObject(refusal("key-not-found"));
    expect(await resolveKey(did, "assertionMethod")).toMatchObject(refusal("malformed-did"));
    expect(await resolveKey(`${did}?a=b#${did.slice(8)}`, "assertionMethod")).toMatchObject(
      refusal("malformed-did"),
    );
  });

  const x = [...base64url.decode(P256_JWK["x"] ?? "")];
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const BEYOND = "ffffffff00000001000000000000000000000001000000000000000000000004";
  const JCS = [0xd1, 0xd6, 0x03];
  const rsa = (hex: string) => multikey([0x85, 0x24], Buffer.from(hex, "hex"));
  it("reads RSA numbers in DER", async () => {
    expect(await keyOf(`did:key:${rsa("3008020300ff01020103")}`)).toMatchObject({
      value: { jwk: { n: "_wE", e: "Aw" } },
    });
  });

  test.each([
    ["Ed25519 with a byte too few", multikey([0xed, 1], new Uint8Array(31))],
    ["Ed25519 with a byte too many", multikey([0xed, 1], new Uint8Array(33))],
    ["an uncompressed point", multikey([0x80, 0x24, 4], x, x)],
    ["a point of an unknown form", multikey([0x80, 0x24, 5], x)],
    ["a point with a byte too many", multikey([0x80, 0x24, 2], x, [0])],
    ["an x that no point has", multikey([0x80, 0x24, 2], new Uint8Array(31), [1])],
    // The prime of the field and five more, which is the x of a point once it is reduced.
    ["an x beyond the field", multikey([0x80, 0x24, 2], Buffer.from(BEYOND, "hex"))],
    ["P-256 named as P-384", multikey([0x81, 0x24, 2], x)],
    ["P-521", multikey([0x82, 0x24, 2], new Uint8Array(66))],
    ["secp256k1", "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"],
    ["X25519", multikey([0xec, 1], new Uint8Array(32))],
    ["a multicodec in more bytes than it needs", multikey([0xed, 0x81, 0], new Uint8Array(32))],
    ["nothing after the prefix", multikey([0x85, 0x24])],
    ["no bytes", "z"],
    ["RSA with something behind", rsa("3008020300ff0102010300")],
    ["RSA with something within", rsa("300a020300ff010201030500")],
    ["RSA with a number too few", rsa("3005020300ff01")],
    ["RSA with a negative number", rsa("30070202ff01020103")],
    ["RSA with a zero too many", rsa("30080203000101020103")],
    ["RSA with a long length of a short one", rsa("308108020300ff01020103")],
    ["RSA with a length of unknown end", rsa("3080020300ff010201030000")],
    ["RSA with a length beyond the end", rsa("3009020300ff01020103")],
    ["RSA of other types", rsa("3108020300ff01020103")],
    [
      "a JWK with white space",
      multikey(JCS, utf8(JSON.stringify(P256_JWK, Object.keys(P256_JWK).sort(), 1))),
    ],
    ["a JWK with names out of order", multikey(JCS, utf8(JSON.stringify({ kty: "EC", crv: "P-256" })))],
    ["a JWK with a name twice", multikey(JCS, utf8('{"kty":"EC","kty":"EC"}'))],
    ["a private JWK", multikey(JCS, utf8('{"d":"AA","kty":"EC"}'))],
    ["no JWK", multikey(JCS, utf8("[]"))],
    ["no UTF-8", multikey(JCS, [0x22, 0xff, 0x22])],
  ])("%s is unfit", async (_, id) => {
    expect(await keyOf(`did:key:${id}`)).toMatchObject(refusal("key-unfit"));
  });

  test.each([
    ["another base", `u${base64url.encode(Uint8Array.from([0xed, 1, ...new Uint8Array(32)]))}`],
    ["no base", base58(Uint8Array.from([0xed, 1, ...new Uint8Array(32)])).replace(/^z/, "")],
    ["a digit that is none", "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW0"],
    ["a version", "1.1:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"],
    ["more digits than any key has", `z${"6".repeat(2049)}`],
  ])("in %s is no did:key", async (_, id) => {
    expect(await keyOf(`did:key:${id}`)).toMatchObject(refusal("malformed-did"));
  });
});

describe("did:jwk", () => {
  it("is its key, at #0", async () => {
    const { did, jwk } = DID_JWK;
    expect(await keyOf(did, "0")).toEqual({ ok: true, value: { id: `${did}#0`, controller: did, jwk } });
    expect(await keyOf(did, "1")).toMatchObject(refusal("key-not-found"));
  });

  it("signs unless its key is for encryption", async () => {
    expect(await keyOf(didJwk({ ...P256_JWK, use: "sig" }), "0")).toMatchObject({ ok: true });
    const forEncryption = await keyOf(didJwk({ ...P256_JWK, use: "enc" }), "0");
    expect(forEncryption).toMatchObject(refusal("key-not-authorised"));
  });

  it("keeps no member that is not known", async () => {
    const key = await keyOf(didJwk({ ...P256_JWK, extra: { a: 1 }, key_ops: ["verify"] }), "0");
    expect(key).toMatchObject({ value: { jwk: { ...P256_JWK, key_ops: ["verify"] } } });
    expect(key.ok && Object.keys(key.value.jwk)).not.toContain("extra");
  });

  test.each(["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"])(
    "with the private member %s is refused",
    async (name) => {
      expect(await keyOf(didJwk({ ...P256_JWK, [name]: "AA" }), "0")).toMatchObject(refusal("key-unfit"));
    },
  );

  test.each([
    ["no type of key", { crv: "P-256" }],
    ["a coordinate that is a number", { ...P256_JWK, x: 1 }],
    ["operations that are no list", { ...P256_JWK, key_ops: "verify" }],
    ["operations that are no texts", { ...P256_JWK, key_ops: [1] }],
  ])("with %s is unfit", async (_, jwk) => {
    expect(await keyOf(didJwk(jwk), "0")).toMatchObject(refusal("key-unfit"));
  });

  test.each([
    ["no base64url", `${DID_JWK.did}%3D`],
    ["base64url with bits that mean nothing", "did:jwk:e31"],
    ["no JSON", `did:jwk:${base64url.encode("{")}`],
    ["a list", `did:jwk:${base64url.encode("[]")}`],
    ["a name twice", `did:jwk:${base64url.encode('{"kty":"EC","kty":"EC"}')}`],
    ["no UTF-8", `did:jwk:${base64url.encode(Uint8Array.from([0x22, 0xff, 0x22]))}`],
  ])("of %s is none", async (_, did) => {
    expect(await keyOf(did, "0")).toMatchObject(refusal("malformed-did"));
  });
});
