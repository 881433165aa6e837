// Signed requests: the vectors of RFC 9421, another implementation, and every way of not being signed.
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { beforeAll, describe, expect, it, test } from "vitest";
import {
  CALLBACK_TAG,
  MOST_SECONDS,
  REQUEST_TAG,
  isSignedBy,
  readSignature,
} from "../../functions/edge/http-signature.ts";
import type { SignedMessage } from "../../functions/edge/signature-base.ts";
import { ED25519, type Identity, NOW, ORDER, P256, bytes, identity, signedMessage } from "./signing.ts";

let ed25519: Identity;
let p256: Identity;
beforeAll(async () => {
  [ed25519, p256] = await Promise.all([identity(ED25519), identity(P256)]);
});

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const AT_NOW = { tag: REQUEST_TAG, now: NOW * 1000 } as const;
const readAt = (message: SignedMessage, seconds = 0) =>
  readSignature(message, { ...AT_NOW, now: (NOW + seconds) * 1000 });
const refusal = (code: string, evidence: object = {}) => ({ ok: false, refusal: { code, ...evidence } });

describe("the vectors of RFC 9421", () => {
  const B26 = bytes(
    [
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-length": 18',
      '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    ].join("\n"),
  );
  const B26_SIGNATURE =
    "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";
  const B24 = bytes(
    [
      '"@status": 200',
      '"content-type": application/json',
      '"content-digest": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
      '"content-length": 23',
      '"@signature-params": ("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
    ].join("\n"),
  );
  const B24_SIGNATURE =
    "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==";
  const known = { keyid: "", created: 0, expires: 0, nonce: "" };

  it("ed25519, §B.2.6: the same signature comes out, and holds", async () => {
    expect(await ed25519.signer.sign(B26)).toEqual(fromBase64(B26_SIGNATURE));
    const read = { ...known, alg: "ed25519", base: B26, signature: fromBase64(B26_SIGNATURE) } as const;
    expect(await isSignedBy(read, ed25519.publicKey)).toBe(true);
    expect(await isSignedBy({ ...read, base: B24 }, ed25519.publicKey)).toBe(false);
    expect(await isSignedBy(read, p256.publicKey)).toBe(false);
  });

  it("ecdsa-p256-sha256, §B.2.4: the signature holds", async () => {
    const signature = fromBase64(B24_SIGNATURE);
    const read = { ...known, alg: "ecdsa-p256-sha256", base: B24, signature } as const;
    expect(await isSignedBy(read, p256.publicKey)).toBe(true);
    expect(await isSignedBy({ ...read, base: B26 }, p256.publicKey)).toBe(false);
    expect(await isSignedBy(read, ed25519.publicKey)).toBe(false);
  });
});

/** A request as somebody else would sign it: nothing of ours, but the words of the RFC. */
function signedElsewhere(jwk: typeof ED25519, keyid: string): SignedMessage {
  const alg = jwk.kty === "OKP" ? "ed25519" : "ecdsa-p256-sha256";
  const digest = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";
  const input =
    `("content-type" "@target-uri" "content-digest" "@method");tag="mpli-request-1";created=${NOW};` +
    `keyid="${keyid}";nonce="a\\"b\\\\c";expires=${NOW + 60};alg="${alg}"`;
  const base = [
    '"content-type": application/json',
    '"@target-uri": https://cloud.example/orders/1?a=b',
    `"content-digest": ${digest}`,
    '"@method": POST',
    `"@signature-params": ${input}`,
  ].join("\n");
  const key = createPrivateKey({ key: jwk as never, format: "jwk" });
  const signature =
    alg === "ed25519"
      ? sign(null, Buffer.from(base), key)
      : sign("sha256", Buffer.from(base), { key, dsaEncoding: "ieee-p1363" });
  const headers = new Headers({
    "Content-Type": " application/json ",
    "Content-Digest": digest,
    "Signature-Input": `proxy=("@authority" "x-forwarded-for";req);created=1;tag="other",\t sig1=${input}`,
    Signature: `proxy=:AQ==:, sig1=:${signature.toString("base64")}:`,
  });
  return {
    method: "POST",
    url: "https://cloud.example:443/orders/1?a=b#part",
    headers,
    body: bytes('{"hello": "world"}'),
  };
}

describe("between implementations", () => {
  test.each([
    ["ed25519", ED25519],
    ["ecdsa-p256-sha256", P256],
  ])("what another signed by %s is read, whatever the order of its parts, and holds", async (alg, jwk) => {
    const { publicKey } = await identity(jwk);
    const read = readSignature(signedElsewhere(jwk, "did:example:a#1"), AT_NOW);
    expect(read).toMatchObject({
      ok: true,
      value: { alg, keyid: "did:example:a#1", created: NOW, expires: NOW + 60, nonce: 'a"b\\c' },
    });
    expect(read.ok && (await isSignedBy(read.value, publicKey))).toBe(true);
  });

  test.each([
    ["ed25519", ED25519],
    ["ecdsa-p256-sha256", P256],
  ])("another finds what is signed here by %s to hold", async (alg, jwk) => {
    const { signer } = await identity(jwk);
    const { headers } = await signedMessage(ORDER, signer);
    const input = (headers.get("signature-input") ?? "").replace("mpli=", "");
    expect(input).toBe(
      `("@method" "@target-uri" "content-digest" "content-type");created=${NOW};expires=${NOW + 300};` +
        `keyid="${signer.keyid}";alg="${alg}";nonce="nonce-1";tag="mpli-request-1"`,
    );
    const base = [
      '"@method": PUT',
      '"@target-uri": https://cloud.example/orders/0192d1c2?x=%20',
      `"content-digest": ${headers.get("content-digest")}`,
      '"content-type": application/jose',
      `"@signature-params": ${input}`,
    ].join("\n");
    const signature = Buffer.from((headers.get("signature") ?? "").slice("mpli=:".length, -1), "base64");
    const { d: _, ...open } = jwk;
    const key = createPublicKey({ key: open as never, format: "jwk" });
    expect(
      alg === "ed25519"
        ? verify(null, Buffer.from(base), key, signature)
        : verify("sha256", Buffer.from(base), { key, dsaEncoding: "ieee-p1363" }, signature),
    ).toBe(true);
  });
});

describe("a request without a body", () => {
  const GET = { method: "GET", url: "https://cloud.example/orders/1" };

  it("covers its method and its address", async () => {
    const message = await signedMessage(GET, ed25519.signer);
    expect(message.headers.get("signature-input")).toContain('mpli=("@method" "@target-uri");');
    const read = readAt(message);
    expect(read.ok && (await isSignedBy(read.value, ed25519.publicKey))).toBe(true);
  });

  it("may cover an empty content, which then has to be what it is", async () => {
    const empty = { ...GET, content: { type: "application/json", body: new Uint8Array() } };
    const message = await signedMessage(empty, ed25519.signer);
    expect(readAt(message)).toMatchObject({ ok: true });
    message.headers.set("content-digest", "sha-256=:AQ==:");
    expect(readAt(message)).toMatchObject(refusal("digest-mismatch"));
  });

  test.each(["content-digest", "content-type"])("covers its %s if it has one", async (name) => {
    const message = await signedMessage(GET, ed25519.signer);
    message.headers.set(name, "application/json");
    expect(readAt(message)).toMatchObject(refusal("signature-incomplete", { missing: [name] }));
  });

  it("is not signed for one that has got a body on its way", async () => {
    const message = await signedMessage(GET, ed25519.signer);
    expect(readAt({ ...message, body: bytes("{}") })).toMatchObject(
      refusal("signature-incomplete", { missing: ["content-digest", "content-type"] }),
    );
  });
});

describe("a signature is refused", () => {
  const withInput = async (change: (input: string) => string) => {
    const message = await signedMessage(ORDER, ed25519.signer);
    message.headers.set("signature-input", change(message.headers.get("signature-input") ?? ""));
    return readAt(message);
  };

  test.each(["signature-input", "signature"])("where there is no %s", async (name) => {
    const message = await signedMessage(ORDER, ed25519.signer);
    message.headers.delete(name);
    expect(readAt(message)).toMatchObject(refusal("signature-missing", { tag: REQUEST_TAG }));
  });

  it("where it was made for something else", async () => {
    const message = await signedMessage(ORDER, ed25519.signer, { tag: CALLBACK_TAG });
    expect(readAt(message)).toMatchObject(refusal("signature-missing"));
    expect(readSignature(message, { ...AT_NOW, tag: CALLBACK_TAG })).toMatchObject({ ok: true });
  });

  test.each([
    ["an input that is no dictionary", (input: string) => `${input};`],
    ["two of the tag", (input: string) => `${input}, b=("@method");tag="mpli-request-1"`],
    ["two of one label", (input: string) => `${input}, ${input}`],
    ["no list", () => 'mpli="@method";tag="mpli-request-1"'],
    ["another label", (input: string) => input.replace("mpli=", "other=")],
    ["a component twice", (input: string) => input.replace('("@method"', '("@method" "@method"')],
    ["a component that is not known", (input: string) => input.replace('("@method"', '("@method" "date"')],
    ["a component with a parameter", (input: string) => input.replace('"@method"', '"@method";req')],
    ["a component that is a token", (input: string) => input.replace('"content-type"', "content-type")],
    ["an unknown parameter", (input: string) => `${input};more=1`],
    ["another algorithm", (input: string) => input.replace('alg="ed25519"', 'alg="hmac-sha256"')],
    ["a time that is a text", (input: string) => input.replace(/created=(\d+)/, 'created="$1"')],
    ["a time in fractions", (input: string) => input.replace(/created=(\d+)/, "created=$1.5")],
    ["a keyid that is none", (input: string) => input.replace(/keyid="[^"]*"/, "keyid")],
    ["an empty nonce", (input: string) => input.replace("nonce-1", "")],
    ["a long nonce", (input: string) => input.replace("nonce-1", "n".repeat(129))],
  ])("as malformed with %s", async (_, change) => {
    expect(await withInput(change)).toMatchObject(refusal("signature-malformed"));
  });

  test.each([
    ["no dictionary", "mpli=:AA==: x"],
    ["other bytes", "mpli=:AA==:"],
    ["a text", `mpli="${"A".repeat(88)}"`],
    ["a list", "mpli=(1)"],
  ])("as malformed when Signature has %s", async (_, value) => {
    const message = await signedMessage(ORDER, ed25519.signer);
    message.headers.set("signature", value);
    expect(readAt(message)).toMatchObject(refusal("signature-malformed"));
  });

  it("as malformed over a content type that is not in ASCII", async () => {
    const message = await signedMessage(ORDER, ed25519.signer);
    message.headers.set("content-type", "application/j\u00f6se");
    expect(readAt(message)).toMatchObject(refusal("signature-malformed"));
  });

  test.each(["@method", "@target-uri", "content-digest", "content-type"])(
    "as incomplete without the component %s",
    async (name) => {
      const without = (input: string) => input.replace(new RegExp(`"${name}" ?`), "").replace(" )", ")");
      expect(await withInput(without)).toMatchObject(refusal("signature-incomplete", { missing: [name] }));
    },
  );

  test.each(["content-digest", "content-type"])("as incomplete without the header %s", async (name) => {
    const message = await signedMessage(ORDER, ed25519.signer);
    message.headers.delete(name);
    expect(readAt(message)).toMatchObject(refusal("signature-incomplete", { missing: [name] }));
  });

  test.each(["created", "expires", "keyid", "alg", "nonce"])(
    "as incomplete without the parameter %s",
    async (name) => {
      const without = (input: string) => input.replace(new RegExp(`;${name}=("[^"]*"|\\d+)`), "");
      expect(await withInput(without)).toMatchObject(refusal("signature-incomplete", { missing: [name] }));
    },
  );

  it("as stale 301 seconds before and after, and not within 300", async () => {
    const message = await signedMessage(ORDER, ed25519.signer);
    for (const seconds of [-300, 0, 300]) expect(readAt(message, seconds)).toMatchObject({ ok: true });
    for (const seconds of [-301, 301])
      expect(readAt(message, seconds)).toMatchObject(refusal("signature-stale", { clock: NOW + seconds }));
  });

  it("as stale once it has expired, however short it was to last", async () => {
    const message = await signedMessage(ORDER, ed25519.signer, { lifetime: 10 });
    expect(readAt(message, 10)).toMatchObject({ ok: true });
    expect(readAt(message, 11)).toMatchObject(refusal("signature-stale"));
  });

  test.each([0, -1, MOST_SECONDS + 1])("as stale when it is made to last %i seconds", async (lifetime) => {
    const message = await signedMessage(ORDER, ed25519.signer, { lifetime });
    expect(readAt(message)).toMatchObject(refusal("signature-stale"));
  });

  it("over another body", async () => {
    const message = await signedMessage(ORDER, ed25519.signer);
    expect(readAt({ ...message, body: bytes("e30.e30.AB") })).toMatchObject(refusal("digest-mismatch"));
  });

  test.each([
    ["method", { method: "DELETE" }],
    ["host", { url: "https://other.example/orders/0192d1c2?x=%20" }],
    ["path", { url: "https://cloud.example/orders/0192d1c3?x=%20" }],
    ["query", { url: "https://cloud.example/orders/0192d1c2" }],
    ["scheme", { url: "http://cloud.example/orders/0192d1c2?x=%20" }],
  ])("for another %s", async (_, change) => {
    const message = await signedMessage(ORDER, ed25519.signer);
    const read = readAt({ ...message, ...change });
    expect(read.ok && (await isSignedBy(read.value, ed25519.publicKey))).toBe(false);
  });
});

it("nothing that is not in ASCII is signed", async () => {
  const odd = { ...ORDER, content: { type: "application/j\u00f6se", body: bytes("{}") } };
  await expect(signedMessage(odd, ed25519.signer)).rejects.toThrow("not in ASCII");
});
