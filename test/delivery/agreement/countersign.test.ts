// Agreements with two signatures: what a customer may rely on, and each way in which a provider could say something else.
import { describe, expect, it, test } from "vitest";
import {
  checkAgreement,
  countersign,
  readAcceptance,
  readAgreement,
  readVerification,
} from "../../../functions/delivery/agreement/countersign.ts";
import { TYPES } from "../../../functions/delivery/agreement/signed.ts";
import { sha256Hex } from "../../../functions/kernel/digest.ts";
import { VERIFICATION_MS } from "../../../functions/delivery/agreement/agreement.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { signAcceptance } from "../../support/ordering.ts";
import { MANIFEST, NOW, customer, order, part, provider, resolveKey } from "./parties.ts";

const mine = await order();
const { document, digest } = await countersign(mine, { sign: provider.sign, now: NOW });
const claims = JSON.parse(
  new TextDecoder().decode(Buffer.from(document.split(".")[1] ?? "", "base64url")),
) as JsonObject;

const check = (text: string, now = NOW, compact = mine.compact) =>
  checkAgreement(text, { order: compact, resolveKey, now });
const other = (more: object, by = provider, typ: string = TYPES.agreement) =>
  by.sign({ ...claims, ...more } as JsonObject, { did: by.did, typ, cty: "json" });

describe("an agreement", () => {
  it("is the provider's signature around the customer's own bytes", async () => {
    expect(claims).toMatchObject({ type: "Agreement", order: mine.compact, manifest: MANIFEST });
    expect(digest).toBe(sha256Hex(document));
    expect(await check(document)).toMatchObject({
      ok: true,
      value: { digest, order: { id: mine.id }, until: NOW + VERIFICATION_MS },
    });
  });

  it("can be read by anyone, at any time", async () => {
    expect(await readAgreement(document, resolveKey)).toMatchObject({ ok: true, value: { digest } });
  });

  it("is verified in time or not at all", async () => {
    expect((await check(document, NOW + VERIFICATION_MS - 1)).ok).toBe(true);
    expect(await check(document, NOW + VERIFICATION_MS)).toMatchObject({
      refusal: { code: "agreement-lapsed", until: "2026-11-23T15:15:00.000Z" },
    });
  });

  it("to another order of the same customer is not this one", async () => {
    const second = await order({ price: { amount: "4.00", currency: "EUR", per: "month" }, hold: 60 });
    const foreign = await countersign(second, { sign: provider.sign, now: NOW });
    expect(await check(foreign.document)).toMatchObject({
      refusal: {
        code: "agreement-differs",
        differences: [{ member: "order", expected: `sha256:${mine.digest}` }],
      },
    });
  });
});

describe("an agreement that says something else than the order inside", () => {
  test.each<[string, object]>([
    ["id", { id: "9b2f2c1e-52c4-4f0e-8d3a-0a4a51c9a002" }],
    ["provider", { provider: customer.did }],
    ["customer", { customer: provider.did }],
    ["offer", { offer: "https://cloud.example/offers/volume-m" }],
    ["manifest", { manifest: MANIFEST.replaceAll("a", "b") }],
    ["price/amount", { price: { amount: "5.00", currency: "EUR", per: "month" } }],
    ["price/per", { price: { amount: "4.00", currency: "EUR", per: "day" } }],
    ["price/plus", { price: { amount: "4.00", currency: "EUR", per: "month", plus: "VAT" } }],
    ["price", { price: "4.00 EUR" }],
    ["type", { type: "Offer" }],
  ])("is refused for its %s", async (member, more) => {
    const found = await check(await other(more));
    expect(found).toMatchObject({ refusal: { code: "agreement-differs", differences: [{ member }] } });
  });

  it("is refused for all differences at once", async () => {
    const found = await check(await other({ offer: "https://x.example/", manifest: "none" }));
    expect(!found.ok && "differences" in found.refusal && found.refusal.differences).toEqual([
      { member: "offer", expected: JSON.stringify(mine.offer), found: '"https://x.example/"' },
      { member: "manifest", expected: JSON.stringify(MANIFEST), found: '"none"' },
    ]);
  });
});

describe("a token that is no agreement", () => {
  it("is the order alone", async () => {
    expect(await check(mine.compact)).toMatchObject({ refusal: { code: "agreement-malformed" } });
  });

  test.each([
    ["of another media type", other({}, provider, "vc+jwt"), "agreement-malformed"],
    ["without an order inside", other({ order: undefined }), "agreement-malformed"],
    ["without a time", other({ until: "soon" }), "agreement-malformed"],
    ["signed by the customer in the provider's place", other({}, customer), "signature-invalid"],
    ["around an order that nobody signed", forgedOrder(), "agreement-without-order"],
  ])("is one %s", async (_, text, code) => {
    expect(await check(await text)).toMatchObject({ refusal: { code } });
  });

  async function forgedOrder() {
    const [head, , signature] = mine.compact.split(".");
    return other({ order: `${head}.${part({ ...claims })}.${signature}` });
  }

  it("is one without an algorithm, whoever it names", async () => {
    const head = part({ alg: "none", typ: TYPES.agreement, kid: `${provider.did}#0` });
    const [, body, signature] = document.split(".");
    expect(await check(`${head}.${body}.${signature}`)).toMatchObject({
      refusal: { code: "agreement-malformed" },
    });
  });

  it("is one whose signature is of other bytes", async () => {
    const [head, , signature] = document.split(".");
    const text = `${head}.${part({ ...claims, iat: 1 })}.${signature}`;
    expect(await check(text)).toMatchObject({ refusal: { code: "signature-invalid" } });
  });
});

describe("an acceptance", () => {
  const accept = (body: string) => readAcceptance(body, mine, resolveKey);

  it("is the customer's, of this order", async () => {
    expect(await accept(await signAcceptance(customer.did, mine.digest, customer.sign))).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ["of another order", signAcceptance(customer.did, "0".repeat(64), customer.sign), "other-order"],
    ["by somebody else", signAcceptance(provider.did, mine.digest, provider.sign), "signature-invalid"],
    ["that is the order itself", Promise.resolve(mine.compact), "acceptance-malformed"],
    [
      "with a condition",
      customer.sign(
        { order: `sha256:${mine.digest}`, discount: 1 },
        { did: customer.did, typ: TYPES.acceptance, cty: "json" },
      ),
      "acceptance-malformed",
    ],
  ])("is none %s", async (_, body, code) => {
    expect(await accept(await body)).toMatchObject({ refusal: { code } });
  });
});

describe("a verification", () => {
  it("names the digest of the agreement", () => {
    expect(readVerification({ agreement: `sha256:${digest}` })).toEqual({ ok: true, value: digest });
  });

  test.each<[string, JsonObject | string, string]>([
    ["no object", "yes", ""],
    ["a digest without its name", { agreement: digest }, "/agreement"],
    ["anything else", { agreement: `sha256:${digest}`, but: 1 }, "/but"],
  ])("is none with %s", (_, json, pointer) => {
    expect(readVerification(json)).toMatchObject({ refusal: { code: "verification-malformed", pointer } });
  });
});
