// Chains of receipts as their readers verify them: what holds, and every way in which one does not.
import { readFileSync } from "node:fs";
import { base64url } from "jose";
import { expect, test } from "vitest";
import { checkChain } from "../../../functions/delivery/layers/chain.ts";
import { everyOf, holds, isProperty } from "../../../functions/delivery/layers/every.ts";
import {
  type Facts,
  RECEIPT_TYPE,
  type Receipt,
  parentOf,
  payloadOf,
  readReceipt,
  receiptDigest,
} from "../../../functions/delivery/layers/receipt.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { faultsIn } from "../../schemas/validators.ts";
import { NOW, customer, provider, resolveKey } from "../agreement/parties.ts";

const [TOP, BELOW, DEEP] = [
  "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
  "1b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
  "2b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
];
const AGREEMENT = `sha256:${"a".repeat(64)}`;
const FACTS: Facts = { countries: ["NL"], certifications: ["ISO27001"] };

/** The payload of a receipt: sound, but for `more`. */
function payload(id: string, did: string, more: Partial<Receipt> = {}): JsonObject {
  const { countries, certifications } = { ...FACTS, ...more };
  return payloadOf({
    id,
    provider: did,
    offer: "https://cloud.example/offers/one",
    agreement: AGREEMENT,
    state: "ACTIVE",
    at: NOW,
    disclosure: "full",
    below: [],
    every: everyOf({ countries, certifications }, []),
    countries,
    certifications,
    ...more,
  });
}

const sign = (given: JsonObject, by = provider, typ = RECEIPT_TYPE) =>
  by.sign(given, { did: by.did, typ, cty: "json" });

async function receipt(id: string, by = provider, more: Partial<Receipt> = {}): Promise<string> {
  return await sign(payload(id, by.did, more), by);
}

/** The top over receipts below, as its provider would sign it. */
async function over(below: readonly string[], more: Partial<Receipt> = {}): Promise<string> {
  const read = below.flatMap((compact) => {
    const one = readReceipt(compact);
    return one.ok ? [one.value] : [];
  });
  const every = everyOf(
    FACTS,
    read.map((each) => each.every),
  );
  return await receipt(TOP, provider, {
    below: below.map((each) => ({ digest: receiptDigest(each) })),
    every,
    ...more,
  });
}

const expected = { order: TOP, provider: provider.did, agreement: AGREEMENT };
const check = (top: string, below: readonly string[] = [], of = expected) =>
  checkChain({ receipt: top, below }, of, resolveKey);

test("a chain holds when each layer has signed for the order above it", async () => {
  const one = await receipt(BELOW, customer, { parent: parentOf(TOP), certifications: ["C5", "ISO27001"] });
  const chain = await check(await over([one]), [one]);
  expect(chain).toMatchObject({
    value: {
      layers: [
        { depth: 0, proof: "signed", provider: provider.did },
        { depth: 1, proof: "signed", provider: customer.did, certifications: ["C5", "ISO27001"] },
      ],
      every: { layers: 2, countries: ["NL"], certifications: ["ISO27001"] },
    },
  });
});

test("a receipt of another order, provider or agreement is none of this order", async () => {
  const top = await receipt(TOP);
  expect(await check(top)).toMatchObject({ ok: true });
  for (const [more, code] of [
    [{ order: BELOW }, "other-order"],
    [{ provider: customer.did }, "other-provider"],
    [{ agreement: `sha256:${"b".repeat(64)}` }, "other-agreement"],
  ] as const)
    expect(await check(top, [], { ...expected, ...more })).toMatchObject({ refusal: { code } });
});

test("a layer that is left out, changed, or of another order shows", async () => {
  const one = await receipt(BELOW, customer, { parent: parentOf(TOP) });
  const top = await over([one]);
  expect(await check(top, [])).toMatchObject({ refusal: { code: "receipt-missing" } });
  const better = await receipt(BELOW, customer, { parent: parentOf(TOP), certifications: ["SOC2"] });
  expect(await check(top, [better])).toMatchObject({ refusal: { code: "receipt-missing" } });
  const stray = await receipt(BELOW, customer, { parent: parentOf(DEEP) });
  expect(await check(await over([stray]), [stray])).toMatchObject({ refusal: { code: "other-parent" } });
  const nobodys = await receipt(BELOW, customer);
  expect(await check(await over([nobodys]), [nobodys])).toMatchObject({ refusal: { code: "other-parent" } });
});

test("one receipt does not stand for two layers", async () => {
  const one = await receipt(BELOW, customer, { parent: parentOf(TOP) });
  const every = everyOf(FACTS, [everyOf(FACTS, []), everyOf(FACTS, [])]);
  const top = await over([one, one], { every });
  expect(await check(top, [one, one])).toMatchObject({ refusal: { code: "receipt-missing" } });
});

test("what another key has signed, or was signed as something else, is no receipt", async () => {
  const [head, , signature] = (await receipt(TOP)).split(".");
  const other = base64url.encode(JSON.stringify(payload(TOP, provider.did, { certifications: ["SOC2"] })));
  expect(await check([head, other, signature].join("."))).toMatchObject({
    refusal: { code: "signature-invalid" },
  });
  const forged = await customer.sign(payload(TOP, provider.did), {
    did: customer.did,
    typ: RECEIPT_TYPE,
    cty: "json",
  });
  expect(await check(forged)).toMatchObject({ refusal: { code: "signature-invalid" } });
  const agreement = await sign(payload(TOP, provider.did), provider, "mpli-agreement+jwt");
  expect(await check(agreement)).toMatchObject({ refusal: { code: "receipt-malformed" } });
});

test("a receipt that says of the layers below what they do not say is contradicted", async () => {
  const plain = await receipt(BELOW, customer, {
    parent: parentOf(TOP),
    countries: ["US"],
    certifications: [],
  });
  for (const every of [
    { layers: 2, countries: ["NL"], certifications: [] },
    { layers: 2, countries: ["NL", "US"], certifications: ["ISO27001"] },
    { layers: 1, countries: ["NL", "US"], certifications: [] },
    { layers: 2, certifications: [] },
  ])
    expect(await check(await over([plain], { every }), [plain])).toMatchObject({
      refusal: { code: "receipt-contradicted" },
    });
  expect(await check(await over([plain]), [plain])).toMatchObject({ ok: true });
});

test("a layer that is told of by category is vouched for, and `every` must fit", async () => {
  const digest = `sha256:${"c".repeat(64)}`;
  const below = [{ digest, countries: ["DE"], certifications: ["ISO27001"], below: [{ digest: AGREEMENT }] }];
  const every = { layers: 3, countries: ["DE", "NL"], certifications: ["ISO27001"] };
  const told = await check(await receipt(TOP, provider, { disclosure: "category", below, every }));
  expect(told).toMatchObject({
    value: {
      layers: [{ proof: "signed" }, { proof: "vouched", depth: 1 }, { proof: "hidden", depth: 2 }],
      every,
    },
  });
  const flat = [{ digest, countries: ["DE"], certifications: [] as string[] }];
  const wrong = { disclosure: "category", below: flat, every: { ...every, layers: 2 } } as const;
  expect(await check(await receipt(TOP, provider, wrong))).toMatchObject({
    refusal: { code: "receipt-contradicted" },
  });
});

test("where nothing is told, `every` cannot say more than the layer that signs says of itself", async () => {
  const below = [{ digest: AGREEMENT }];
  const hidden = (every: Receipt["every"]) => receipt(TOP, provider, { disclosure: "none", below, every });
  const sound = { layers: 2, countries: ["FR", "NL"], certifications: ["ISO27001"] };
  expect(await check(await hidden(sound))).toMatchObject({ value: { every: sound } });
  for (const every of [
    { ...sound, certifications: ["ISO27001", "SOC2"] },
    { ...sound, countries: ["FR"] },
    { ...sound, layers: 1 },
  ])
    expect(await check(await hidden(every))).toMatchObject({ refusal: { code: "receipt-contradicted" } });
});

test("a chain is ten layers deep at no place", async () => {
  let [id, compact] = [TOP, await receipt(TOP)];
  const ids = Array.from({ length: 10 }, (_, index) => TOP.replace("0b", `${index}a`));
  const all: string[] = [];
  let every = everyOf(FACTS, []);
  for (const [index, next] of ids.entries()) {
    const parent = ids[index + 1] ?? TOP;
    const below = all.slice(-1).map((each) => ({ digest: receiptDigest(each) }));
    compact = await receipt(next, provider, { parent: parentOf(parent), below, every });
    all.push(compact);
    every = everyOf(FACTS, [every]);
    id = next;
  }
  expect(id).toBe(ids.at(-1));
  const top = await receipt(TOP, provider, { below: [{ digest: receiptDigest(compact) }], every });
  expect(await check(top, all)).toMatchObject({ refusal: { code: "too-many-layers" } });
});

test.each([
  ["a stray member", { gift: 1 }],
  ["no id", { id: "1" }],
  ["a state that there is not", { state: "DONE" }],
  ["a country that there is not", { countries: ["ZZ"] }],
  ["an area for a country", { countries: ["EUROPE"] }],
  ["a layer with a name", { below: [{ digest: AGREEMENT, provider: "did:web:below.example" }] }],
  ["a digest of another kind", { below: [{ digest: "a" }] }],
  ["no `every`", { every: undefined }],
  ["no layers", { every: { layers: 0, certifications: [] } }],
])("a receipt with %s is malformed", async (name, more) => {
  const given = JSON.parse(JSON.stringify({ ...payload(TOP, provider.did), ...more })) as JsonObject;
  expect(readReceipt(await sign(given))).toMatchObject({ refusal: { code: "receipt-malformed" } });
  // That there are such countries and states, no pattern knows.
  if (!name.endsWith("that there is not")) expect(faultsIn("receipt", given)).not.toEqual([]);
});

test("the receipt that the specification shows has the form of its schema, and can be read", async () => {
  const shown = JSON.parse(readFileSync("spec/examples/receipt.payload.json", "utf8")) as JsonObject;
  expect(faultsIn("receipt", shown)).toEqual([]);
  expect(readReceipt(await sign(shown))).toMatchObject({ value: { disclosure: "category" } });
});

test("a property holds for all or not at all", () => {
  const every = { layers: 2, countries: ["DE", "NL"], certifications: ["ISO27001"] };
  expect(holds({ country: "EU" }, every)).toBe(true);
  expect(holds({ country: "DE" }, every)).toBe(false);
  expect(holds({ country: "EU" }, { ...every, countries: ["CH", "NL"] })).toBe(false);
  expect(holds({ country: "EU" }, { layers: 2, certifications: [] })).toBe(false);
  expect(holds({ certification: "ISO27001" }, every)).toBe(true);
  expect(holds({ certification: "SOC2" }, every)).toBe(false);
  expect([{ country: "EU" }, { certification: "C5" }].every(isProperty)).toBe(true);
  expect([{ country: "ZZ" }, { certification: "" }, { colour: "red" }, {}].some(isProperty)).toBe(false);
});
