// Orders as they come through the door: what a customer signed is read, and nothing that only looks like it.
import { base64url, generateKeyPair, CompactSign } from "jose";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  checkFreshness,
  readOrder,
  readOrderRequest,
} from "../../../functions/delivery/agreement/order-request.ts";
import { TYPES } from "../../../functions/delivery/agreement/signed.ts";
import { sha256Hex } from "../../../functions/kernel/digest.ts";
import { ratio } from "../../../functions/kernel/ratio.ts";
import { ID, NOW, bytes, customer, order, part, payload, provider, resolveKey, signed } from "./parties.ts";

const read = async (body: string) => readOrderRequest(bytes(body), resolveKey);
const codeOf = async (body: string) => {
  const result = await read(body);
  return result.ok ? "read" : result.refusal.code;
};
/** Where reading a payload with other members stops. */
const pointer = (more: Readonly<Record<string, unknown>>) => {
  const result = readOrder(payload(more));
  return result.ok ? "read" : "pointer" in result.refusal ? result.refusal.pointer : result.refusal.code;
};

describe("an order that its customer signed", () => {
  it("is read with the digest of its bytes", async () => {
    const body = await signed();
    const found = await read(body);
    expect(found).toMatchObject({ ok: true, value: { id: ID, customer: customer.did, compact: body } });
    expect(found.ok && found.value.digest).toBe(sha256Hex(body));
  });

  it("means what it leaves out", async () => {
    const { usage, path, disclosure, presents, terms } = await order({ terms: undefined });
    expect({ path, disclosure, presents, terms }).toEqual({
      path: [],
      disclosure: "none",
      presents: [],
      terms: [],
    });
    expect(usage).toEqual({ hoursPerMonth: ratio(730n) });
  });

  it("is read whole", async () => {
    const accessKey = { kty: "OKP", crv: "X25519", x: "GSo5yJhU2SQ-At66jWMCnoWZOACuj_1pJZ-UYwMmNQI" };
    const all = await order({
      report: `sha256:${"b".repeat(64)}`,
      region: "https://cloud.example/regions/ams-1",
      usage: { hoursPerMonth: 0.1, storage: "1 GBy", outboundTraffic: "2 TBy/mo", requestsPerMonth: 5 },
      presents: ["legal-person"],
      country: "NL",
      presentation: "a.b.c",
      callback: "https://market.example/callbacks/1",
      accessKey: { ...accessKey, use: "enc" },
      hold: 600,
      deadline: "2026-11-24T00:00:00Z",
      parent: "order 7",
      path: [`sha256:${"c".repeat(64)}`],
      disclosure: "category",
    });
    expect(all.usage.hoursPerMonth).toEqual(ratio(1n, 10n));
    expect(all.country).toBe("https://w3id.org/mpli/place/NL");
    expect(all.accessKey).toEqual(accessKey);
    expect(all.deadline).toBe(Date.UTC(2026, 10, 24));
    expect(all.issuedAt).toBe(NOW);
  });
});

describe("a token that is no order", () => {
  const header = { alg: "EdDSA", typ: TYPES.order, kid: `${customer.did}#0` };
  const forged = async (more: object, claims: unknown = payload()) => {
    const [, , signature] = (await signed()).split(".");
    return `${part({ ...header, ...more })}.${part(claims)}.${signature}`;
  };

  test.each([
    ["without an algorithm", { alg: "none" }],
    ["with a shared secret", { alg: "HS256" }],
    ["of another kind of key", { alg: "RS256" }],
    ["of another media type", { typ: "vc+jwt" }],
    ["that is an acceptance", { typ: TYPES.acceptance }],
    ["without a media type", { typ: undefined }],
    ["with a critical header", { crit: ["exp"], exp: 1 }],
    ["with a payload that is not encoded", { b64: false, crit: ["b64"] }],
  ])("%s is malformed", async (_, more) => {
    expect(await codeOf(await forged(more))).toBe("order-malformed");
  });

  const whole = JSON.stringify(payload());
  test.each([
    ["with a name twice", whole.replace("{", '{"type":"Order",'), "order-malformed"],
    [
      "with a number that JSON readers round",
      whole.replace("{", '{"hold":1.00000000000000000001,'),
      "order-malformed",
    ],
    ["with half of a character", whole.replace("{", '{"parent":"\\ud800",'), "order-malformed"],
    ["that is a list", "[]", "order-malformed"],
    ["that is no JSON", "{", "order-malformed"],
    ["that is whole, and signed by nobody", whole.replace("{", '{"hold":1,'), "signature-invalid"],
  ])("of a payload %s is told by its code", async (_, claims, code) => {
    expect(await codeOf(await forged({}, claims))).toBe(code);
  });

  it("is none with another byte before, after or within", async () => {
    const body = await signed();
    for (const other of [
      ` ${body}`,
      `${body}\n`,
      body.replace(".", ".."),
      `${body}=`,
      body.slice(0, -3),
      `é${body}`,
    ])
      expect(await codeOf(other), JSON.stringify(other.slice(0, 5))).not.toBe("read");
  });

  it("is none above 64 KiB", async () => {
    expect(await codeOf(await signed({ parameters: { a: "x".repeat(60_000) } }))).toBe("order-malformed");
  });
});

describe("a signature", () => {
  it("of somebody else under the customer's name is found out", async () => {
    const { privateKey } = await generateKeyPair("EdDSA");
    const foreign = await new CompactSign(bytes(JSON.stringify(payload())))
      .setProtectedHeader({ alg: "EdDSA", typ: TYPES.order, kid: `${customer.did}#0` })
      .sign(privateKey);
    expect(await codeOf(foreign)).toBe("signature-invalid");
  });

  it("by the key of another DID is none of the customer's", async () => {
    const foreign = await provider.sign(payload(), { did: provider.did, typ: TYPES.order, cty: "json" });
    expect(await codeOf(foreign)).toBe("signature-invalid");
  });

  it("by a key that nobody can find is none, for now", async () => {
    const did = "did:web:nobody.example";
    const foreign = await provider.sign(payload({ customer: did }), { did, typ: TYPES.order, cty: "json" });
    expect(await read(foreign)).toMatchObject({
      refusal: { code: "key-unknown", reason: "did-unreachable" },
    });
  });

  it("by a key of another kind than its algorithm is none", async () => {
    const [, claims, signature] = (await signed()).split(".");
    const head = part({ alg: "ES256", typ: TYPES.order, kid: `${customer.did}#0` });
    expect(await read(`${head}.${claims}.${signature}`)).toMatchObject({
      refusal: { code: "key-unknown", reason: "key-unfit" },
    });
  });

  it("holds for no other bit of the payload", async () => {
    const [head, , signature] = (await signed()).split(".");
    for (const other of [
      { id: ID.replace("9", "8") },
      { price: { amount: "3.99", currency: "EUR", per: "month" } },
    ])
      expect(await codeOf(`${head}.${part(payload(other))}.${signature}`)).toBe("signature-invalid");
  });

  it("of a changed token never holds", async () => {
    const body = await signed();
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length - 1), fc.constantFrom(..."Az09-_."), async (at, letter) => {
        fc.pre(body[at] !== letter);
        expect(await codeOf(body.slice(0, at) + letter + body.slice(at + 1))).not.toBe("read");
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe("a member", () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ["/type", { type: "Demand" }],
    ["/id", { id: ID.toUpperCase() }],
    ["/id", { id: undefined }],
    ["/customer", { customer: "https://customer.example" }],
    ["/provider", { provider: 7 }],
    ["/offer", { offer: "/offers/volume-s" }],
    ["/manifest", { manifest: "a".repeat(64) }],
    ["/manifest", { manifest: `sha256:${"A".repeat(64)}` }],
    ["/price", { price: undefined }],
    ["/price/amount", { price: { amount: 4, currency: "EUR", per: "month" } }],
    ["/price/amount", { price: { amount: "-4", currency: "EUR", per: "month" } }],
    ["/price/amount", { price: { amount: "4e0", currency: "EUR", per: "month" } }],
    ["/price/currency", { price: { amount: "4", currency: "€", per: "month" } }],
    ["/price/per", { price: { amount: "4", currency: "EUR", per: "week" } }],
    ["/price/discount", { price: { amount: "4", currency: "EUR", per: "month", discount: "1" } }],
    ["/usage/hoursPerMonth", { usage: { hoursPerMonth: 745 } }],
    ["/usage/storage", { usage: { storage: "5" } }],
    ["/usage/hours", { usage: { hours: 5 } }],
    ["/parameters", { parameters: [] }],
    ["/terms", { terms: Array.from({ length: 21 }, (_, index) => `https://a.example/${index}`) }],
    ["/terms", { terms: ["https://a.example/", "https://a.example/"] }],
    ["/presents", { presents: ["Legal Person"] }],
    ["/country", { country: "EU" }],
    ["/presentation", { presentation: "a.b" }],
    ["/callback", { callback: "ftp://market.example/" }],
    ["/callback", { callback: "https://user:word@market.example/" }],
    ["/accessKey", { accessKey: { kty: "OKP", crv: "X25519", x: "AA" } }],
    ["/accessKey", { accessKey: { kty: "OKP", crv: "Ed25519", x: "A".repeat(43) } }],
    ["/hold", { hold: 0 }],
    ["/hold", { hold: 86_401 }],
    ["/hold", { hold: 1.5 }],
    ["/deadline", { deadline: "tomorrow" }],
    ["/deadline", { deadline: "2026-02-30T00:00:00Z" }],
    ["/parent", { parent: "x".repeat(201) }],
    ["/path", { path: ["did:web:a.example"] }],
    ["/disclosure", { disclosure: "some" }],
    ["/iat", { iat: NOW }],
    ["/exp", { exp: NOW / 1000 }],
    ["/exp", { exp: NOW / 1000 + 3601 }],
    ["/gift~1wrap", { "gift/wrap": true }],
  ])("%s is refused where it is %j", (expected, more) => {
    expect(pointer(more)).toBe(expected);
  });

  it("of a key for access is refused with its private half", () => {
    const x = "GSo5yJhU2SQ-At66jWMCnoWZOACuj_1pJZ-UYwMmNQI";
    expect(pointer({ accessKey: { kty: "OKP", crv: "X25519", x } })).toBe("read");
    expect(pointer({ accessKey: { kty: "OKP", crv: "X25519", x, d: x } })).toBe("/accessKey");
  });

  it("may be as large as its limit, and not larger", () => {
    const values = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, i]));
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
    const path = (length: number) =>
      Array.from({ length }, (_, index) => `sha256:${sha256Hex(String(index))}`);
    expect(pointer({ parameters: values(200) })).toBe("read");
    expect(pointer({ parameters: values(201) })).toBe("/parameters");
    expect(pointer({ parameters: nested(8) })).toBe("read");
    expect(pointer({ parameters: nested(9) })).toBe("/parameters");
    expect(pointer({ path: path(8) })).toBe("read");
    expect(pointer({ path: path(9) })).toBe("too-many-layers");
  });

  it("of any JSON is read or refused, and nothing is thrown", () => {
    const names = Object.keys(payload());
    fc.assert(
      fc.property(
        fc.constantFrom(...names, "usage", "path", "accessKey", "x"),
        fc.jsonValue(),
        (name, value) => {
          expect(["boolean"]).toContain(typeof readOrder(payload({ [name]: value })).ok);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe("a new order", () => {
  const at = (seconds: number) =>
    checkFreshness({ issuedAt: NOW, expiresAt: NOW + 300_000 }, NOW + seconds * 1000);

  test.each([
    ["five minutes early", -300, true],
    ["earlier than that", -301, false],
    ["five minutes after its end, less a second", 599, true],
    ["five minutes after its end", 600, false],
  ])("that comes %s", (_, seconds, isFresh) => {
    expect(at(seconds).ok).toBe(isFresh);
  });
});

test("a body of base64url in another spelling is not the same order", async () => {
  const body = await signed();
  const [head = "", claims = "", signature = ""] = body.split(".");
  const respelt = base64url.decode(signature);
  expect(base64url.encode(respelt)).toBe(signature);
  const last = signature.at(-1) ?? "";
  const next = String.fromCharCode(last.charCodeAt(0) + 1);
  expect(await codeOf(`${head}.${claims}.${signature.slice(0, -1)}${next}`)).not.toBe("read");
});
