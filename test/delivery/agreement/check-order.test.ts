// Orders against a published manifest: each reason to refuse one, beside the order that is taken.
import fc from "fast-check";
import { beforeEach, describe, expect, it, test } from "vitest";
import { type OrderPorts, checkOrder, digestOf } from "../../../functions/delivery/agreement/check-order.ts";
import { checkPrice, decimalOf } from "../../../functions/delivery/agreement/check-price.ts";
import { type OrderRequest, readOrder } from "../../../functions/delivery/agreement/order-request.ts";
import { type Ratio, divide, parseRatio, ratio, subtract } from "../../../functions/kernel/ratio.ts";
import { readQuery } from "../../../functions/trust/presentation/dcql.ts";
import type { Shown } from "../../../functions/trust/presentation/shown.ts";
import { manifest, type OfferText } from "../../support/manifests.ts";
import { type ProviderNode, providerNode } from "../../support/provider.ts";
import { NOW, customer, payload } from "./parties.ts";

const ORIGIN = "https://cloud.example";
const DID = "did:web:cloud.example";
const VOLUME: OfferText = {
  id: "volume-s",
  class: "BlockStorage",
  price: "0.01",
  more: `mpli:delivery [ mpli:by "ansible" ; mpli:binding "ansible:volume" ; mpli:parameter
    [ sh:name "name" ; sh:datatype xsd:string ; mpli:required true ],
    [ sh:name "size" ; sh:datatype cdt:ucum ; sh:minInclusive "1 GiBy" ; sh:defaultValue "2 GiBy" ] ] ;`,
};
const PLAIN = 'mpli:delivery [ mpli:by "command" ] ;';
const ASK = `mpli:prerequisite [ mpli:ask "legal-person" ; mpli:dcqlQuery """{"credentials":[{"id":"lp","format":"vc+jwt","meta":{"type_values":[["https://x.example/LegalPerson"]]}}]}"""^^rdf:JSON ]`;

const turtle = (offers: readonly OfferText[], more = "") =>
  `PREFIX sh: <http://www.w3.org/ns/shacl#>\nPREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n${manifest(ORIGIN, offers, more)}`;

const OFFERS: readonly OfferText[] = [
  VOLUME,
  { id: "withdrawn", more: `${PLAIN} mpli:offerStatus "retired" ;` },
  { id: "undelivered" },
  { id: "terms", more: `${PLAIN} mpli:prerequisite [ mpli:terms </terms> ], [ mpli:terms </privacy> ] ;` },
  { id: "local", more: `${PLAIN} mpli:prerequisite [ mpli:customerIn place:EU ] ;` },
  { id: "word", more: `${PLAIN} mpli:prerequisite [ mpli:ask "business" ; schema:url </why> ] ;` },
  { id: "shown", more: `${PLAIN} ${ASK} ;` },
  { id: "two", more: `${PLAIN} mpli:region </regions/a>, </regions/b> ;` },
  { id: "one", more: `${PLAIN} mpli:region </regions/a> ;` },
  { id: "elsewhere", more: 'mpli:delivery [ mpli:by "opentofu" ; mpli:parameters </schemas/vm> ] ;' },
  {
    id: "several",
    more: 'mpli:delivery [ mpli:by "webhook" ], [ mpli:by "ansible" ; mpli:binding "a:x" ] ;',
  },
];

let node: ProviderNode;
let version: string;

async function publish(offers = OFFERS, more = ""): Promise<string> {
  const answer = await node.put(turtle(offers, more));
  if (!answer.ok) throw new Error(await answer.text());
  const head = await node.publication.head();
  return `sha256:${head?.digest}`;
}

beforeEach(async () => {
  node = providerNode();
  version = await publish();
});

/** An order of some offer, whose hourly price of 0.10 is asked for as such unless `more` says otherwise. */
function orderOf(id: string, more: Readonly<Record<string, unknown>> = {}): OrderRequest {
  const read = readOrder(
    payload({
      provider: DID,
      offer: `${ORIGIN}/offers/${id}`,
      manifest: version,
      price: { amount: "0.1", currency: "EUR", per: "hour" },
      parameters: {},
      terms: [],
      ...more,
    }),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

const ports = (more: Partial<OrderPorts> = {}): OrderPorts => ({
  publication: node.publication,
  graphs: { get: async (digest) => node.graphs.get(digest), put: async () => undefined },
  did: DID,
  now: NOW,
  url: `${ORIGIN}/orders/1`,
  ...more,
});

const check = (order: OrderRequest, more: Partial<OrderPorts> = {}) => checkOrder(order, ports(more));
const codeOf = async (order: OrderRequest, more: Partial<OrderPorts> = {}) => {
  const found = await check(order, more);
  return found.ok ? "taken" : found.refusal.code;
};
const volume = (more: Readonly<Record<string, unknown>> = {}) =>
  orderOf("volume-s", {
    price: { amount: "7.3", currency: "EUR", per: "month" },
    parameters: { name: "data1" },
    ...more,
  });

describe("an order of what is sold", () => {
  it("is taken with its defaults, under the name of its binding", async () => {
    expect(await check(volume())).toEqual({
      ok: true,
      value: {
        binding: "ansible:volume",
        by: "ansible",
        shape: { parameters: expect.any(Array), isDescribedElsewhere: false },
        parameters: { name: "data1", size: "2 GiBy" },
        price: { amount: "7.3", currency: "EUR", per: "month", leftOut: [] },
        facts: { countries: ["NL"], certifications: ["ISO27001"] },
        billing: {
          currency: "EUR",
          rates: [{ amount: "0.01", per: "hour" }],
          service: "Offer volume-s",
          classes: ["https://w3id.org/mpli/ns#BlockStorage"],
        },
      },
    });
  });

  it("is delivered by the tool where the binding has no name, and by the first of several", async () => {
    expect(await check(orderOf("one"))).toMatchObject({ value: { binding: "command", by: "command" } });
    expect(await check(orderOf("several"))).toMatchObject({ value: { binding: "a:x", by: "ansible" } });
  });

  it("leaves to whoever delivers what a schema elsewhere describes, and sets nothing that nobody describes", async () => {
    const parameters = { vm: { disks: [1, 2] } };
    expect(await check(orderOf("elsewhere", { parameters }))).toMatchObject({ value: { parameters } });
    expect(await check(orderOf("one", { parameters }))).toMatchObject({
      refusal: { code: "parameters-invalid", faults: [{ pointer: "/parameters/vm", problem: "unknown" }] },
    });
  });
});

describe("an order is refused", () => {
  test.each<[string, () => OrderRequest, string]>([
    ["that is for another provider", () => volume({ provider: customer.did }), "order-not-for-us"],
    ["that has been here before", () => volume({ path: [digestOf(DID)] }), "order-loop"],
    ["whose time is over", () => volume({ deadline: new Date(NOW).toISOString() }), "past-deadline"],
    ["of what nobody sells", () => orderOf("nothing"), "offer-unknown"],
    ["of what is no longer sold", () => orderOf("withdrawn"), "offer-not-for-sale"],
    ["of what nobody delivers", () => orderOf("undelivered"), "offer-not-for-sale"],
    ["with values that do not fit", () => volume({ parameters: { size: "1 By" } }), "parameters-invalid"],
    ["of a version that never was", () => volume({ manifest: `sha256:${"0".repeat(64)}` }), "offer-changed"],
  ])("%s", async (_, order, code) => {
    expect(await codeOf(order())).toBe(code);
  });

  it("but not where its time is ahead, or somebody else was above", async () => {
    const order = volume({
      deadline: new Date(NOW + 1).toISOString(),
      path: [digestOf("did:web:other.example")],
    });
    expect(await codeOf(order)).toBe("taken");
  });

  it("by a node that publishes nothing", async () => {
    node = providerNode();
    expect(await codeOf(volume())).toBe("offer-unknown");
  });

  it("for now, where its document is not at hand", async () => {
    const graphs = { get: async () => undefined, put: async () => undefined };
    expect(await codeOf(volume(), { graphs })).toBe("document-not-at-hand");
  });
});

describe("a version of the manifest that is not the current one", () => {
  const cheaper = OFFERS.map((one) => (one.id === "one" ? { ...one, price: "0.09" } : one));

  it("does, where the offer itself says the same", async () => {
    const order = volume();
    await publish(cheaper);
    expect(await codeOf(order)).toBe("taken");
  });

  it("does not, where the offer says something else", async () => {
    const order = orderOf("one");
    const now = await publish(cheaper);
    expect(await check(order)).toMatchObject({ refusal: { code: "offer-changed", manifest: now } });
  });

  it("does not help an offer that is gone", async () => {
    const order = volume();
    await publish(OFFERS.filter(({ id }) => id !== "volume-s"));
    expect(await codeOf(order)).toBe("offer-unknown");
  });

  it("is looked up in pages as well", async () => {
    node = providerNode({ pageLimits: { offers: 2, statements: 1000 } });
    version = await publish();
    const [same, changed] = [volume(), orderOf("one")];
    expect(await codeOf(same)).toBe("taken");
    await publish(cheaper);
    expect(await codeOf(same)).toBe("taken");
    expect(await codeOf(changed)).toBe("offer-changed");
    for (const { id } of OFFERS.filter((one) => !["withdrawn", "undelivered", "one"].includes(one.id)))
      expect(await codeOf(orderOf(id)), id).not.toMatch(/offer|document/);
  });

  it("can be one document where the current one has pages, and the other way round", async () => {
    const order = volume();
    const many = Array.from({ length: 260 }, (_, index) => ({ id: `m-${index}`, light: true as const }));
    const paged = await publish([...OFFERS, ...many]);
    expect((await node.publication.head())?.pages.length).toBeGreaterThan(1);
    expect(await codeOf(order)).toBe("taken");
    await publish();
    expect(await codeOf(volume({ manifest: paged }))).toBe("taken");
  });

  it("is none that a page is", async () => {
    node = providerNode({ pageLimits: { offers: 2, statements: 1000 } });
    version = await publish();
    const [page] = (await node.publication.head())?.pages ?? [];
    expect(await codeOf(volume({ manifest: `sha256:${page}` }))).toBe("offer-changed");
  });
});

describe("a region", () => {
  const region = (name: string) => `${ORIGIN}/regions/${name}`;

  it("is chosen where there are several, and given where there is one", async () => {
    expect(await check(orderOf("two", { region: region("b") }))).toMatchObject({
      value: { region: region("b") },
    });
    expect(await check(orderOf("one"))).toMatchObject({ value: { region: region("a") } });
  });

  test.each<[string, string, string | undefined, string]>([
    ["that is not chosen", "two", undefined, "required"],
    ["of somebody else", "two", "https://other.example/regions/a", "not-one-of"],
    ["of an offer that has none", "terms", region("a"), "not-one-of"],
  ])("%s is told by its pointer", async (_, id, chosen, problem) => {
    expect(await check(orderOf(id, { region: chosen }))).toMatchObject({
      refusal: { code: "parameters-invalid", faults: [{ pointer: "/region", problem }] },
    });
  });
});

describe("what a provider asks of its customers", () => {
  it("is the acceptance of all its terms", async () => {
    const [terms, privacy] = [`${ORIGIN}/terms`, `${ORIGIN}/privacy`];
    expect(await codeOf(orderOf("terms", { terms: [terms, privacy] }))).toBe("taken");
    expect(await check(orderOf("terms", { terms: [terms] }))).toMatchObject({
      refusal: { code: "terms-not-accepted", terms: [privacy] },
    });
  });

  it("is to be somewhere", async () => {
    expect(await codeOf(orderOf("local", { country: "NL" }))).toBe("taken");
    for (const country of [undefined, "CH"])
      expect(await codeOf(orderOf("local", { country }))).toBe("prerequisites-missing");
  });

  it("is a word, where a word is enough", async () => {
    expect(await codeOf(orderOf("word", { presents: ["business"] }))).toBe("taken");
    expect(await check(orderOf("word"))).toMatchObject({
      refusal: {
        code: "prerequisites-missing",
        missing: [{ found: ["business"], page: `${ORIGIN}/why`, bring: { kind: "presentation" } }],
      },
    });
  });

  it("may be asked of all customers by the provider", async () => {
    version = await publish(OFFERS, `<${DID}> mpli:prerequisite [ mpli:terms </all> ] .`);
    expect(await codeOf(orderOf("one"))).toBe("terms-not-accepted");
    expect(await codeOf(orderOf("one", { terms: [`${ORIGIN}/all`] }))).toBe("taken");
  });
});

describe("credentials that a provider asks for", () => {
  const query = readQuery({
    credentials: [{ id: "lp", format: "vc+jwt", meta: { type_values: [["https://x.example/LegalPerson"]] } }],
  });
  const shown = (more: Partial<Shown> = {}): Shown => ({
    digest: "0".repeat(64),
    faults: [],
    holder: customer.did,
    credentials: [
      {
        format: "vc+jwt",
        types: ["https://x.example/LegalPerson"],
        claims: {},
        outcome: "valid",
        faults: [],
        isOfHolder: true,
        at: Date.UTC(2026, 10, 23, 12),
      },
    ],
    ...more,
  });
  const order = (more: Readonly<Record<string, unknown>> = {}) =>
    orderOf("shown", { presentation: "a.b.c", presents: ["legal-person"], ...more });

  it("are shown by the customer itself", async () => {
    expect(query.ok).toBe(true);
    expect(await codeOf(order(), { show: async () => shown() })).toBe("taken");
  });

  test.each<[string, Shown | undefined]>([
    ["nobody looked at", undefined],
    ["somebody else shows", shown({ holder: "did:web:somebody.example" })],
    ["do not stand", { digest: "", faults: ["nonce-mismatch"] }],
    ["are none", shown({ credentials: [] })],
  ])("are missing where they are such as %s", async (_, found) => {
    const show = found ? { show: async () => found } : {};
    const result = await check(order(), show);
    expect(result).toMatchObject({
      refusal: {
        code: "prerequisites-missing",
        missing: [{ bring: { kind: "credentials", of: "legal-person" } }],
      },
    });
  });

  it("say what they lack", async () => {
    const show = async () => shown({ credentials: [] });
    const result = await check(order(), { show });
    expect(result).toMatchObject({
      refusal: { missing: [{ missing: [{ credential: "lp", code: "credential-absent" }] }] },
    });
  });

  it("are not looked at for an order that fails without them, or needs none", async () => {
    let looks = 0;
    const show = async () => {
      looks++;
      return shown();
    };
    const expensive = { price: { amount: "9", currency: "EUR", per: "hour" } };
    expect(await codeOf(order(expensive), { show })).toBe("price-differs");
    expect(await codeOf(orderOf("one", { presentation: "a.b.c" }), { show })).toBe("taken");
    expect(await codeOf(orderOf("word", { presentation: "a.b.c" }), { show })).toBe("prerequisites-missing");
    expect(looks).toBe(0);
    await check(order(), { show });
    expect(looks).toBe(1);
  });
});

describe("a price", () => {
  const price = (amount: string, more: object = {}) =>
    orderOf("one", { price: { amount, currency: "EUR", per: "hour", ...more } });

  test.each([
    ["0.1", "hour", {}],
    ["0.100", "hour", {}],
    ["73", "month", {}],
    ["73.00", "month", {}],
    ["10", "month", { usage: { hoursPerMonth: 100 } }],
    ["2.4", "day", {}],
    ["876", "year", {}],
    // A sixtieth of 0.1 has no end: six decimals do, as in a match report.
    ["0.001667", "minute", {}],
  ])("of %s per %s is the current one", async (amount, per, more) => {
    expect(await codeOf(orderOf("one", { price: { amount, currency: "EUR", per }, ...more }))).toBe("taken");
  });

  test.each([
    ["0.10000000001", "hour", "0.1", "0.00000000001"],
    ["0.09", "hour", "0.1", "-0.01"],
    ["0", "hour", "0.1", "-0.1"],
    ["73.01", "month", "73", "0.01"],
    ["0.001666", "minute", "0.001667", "-0.000001"],
  ])("of %s per %s differs by what is said", async (amount, per, current, difference) => {
    expect(await check(orderOf("one", { price: { amount, currency: "EUR", per } }))).toEqual({
      ok: false,
      refusal: { code: "price-differs", asked: amount, current, difference },
    });
  });

  it("in another currency is none", async () => {
    expect(await check(price("0.1", { currency: "USD" }))).toMatchObject({
      refusal: { code: "price-differs", asked: "0.1", reason: "currency-differs" },
    });
  });

  it("counts what is used, and says what it does not count", async () => {
    version = await publish([
      {
        id: "bucket",
        class: "ObjectStorage",
        more: `${PLAIN} mpli:price [ schema:price 0.02 ; schema:priceCurrency "EUR" ; mpli:per mpli:unit ; mpli:unit "GBy.mo" ],
          [ schema:price 5.0 ; schema:priceCurrency "EUR" ; mpli:per mpli:once ] ;`,
      },
    ]);
    const order = orderOf("bucket", {
      price: { amount: "83", currency: "EUR", per: "month" },
      usage: { storage: "500 GBy" },
    });
    expect(await check(order)).toMatchObject({ value: { price: { leftOut: ["once"] } } });
  });
});

test("a price is the current one exactly where it is the same number, or that number with six decimals", () => {
  const component = (amount: Ratio) => ({
    amount,
    tariff: { per: "year" as const, currency: "EUR" },
    regions: [],
  });
  const usage = { hoursPerMonth: ratio(730n) };
  fc.assert(
    fc.property(fc.bigInt(0n, 10_000_000n), fc.bigInt(-20n, 20n), (cents, off) => {
      const yearly = ratio(cents, 100n);
      const monthly = divide(yearly, ratio(12n));
      const millionths = (monthly.numerator * 1_000_000n) / monthly.denominator + off;
      const amount = decimalOf(ratio(millionths < 0n ? 0n : millionths, 1_000_000n));
      const checked = checkPrice(
        { price: { amount, currency: "EUR", per: "month" }, usage },
        [component(yearly)],
        undefined,
      );
      const distance = subtract(parseRatio(amount) ?? ratio(-1n), monthly);
      const twice = 2n * (distance.numerator < 0n ? -distance.numerator : distance.numerator) * 1_000_000n;
      // Halves go away from zero, so the lower neighbour of a half is not its rounding.
      const isNear =
        twice < distance.denominator || (twice === distance.denominator && distance.numerator > 0n);
      expect(checked.ok).toBe(isNear);
      if (!checked.ok && checked.refusal.current !== undefined)
        expect(checked.refusal.difference?.startsWith("-")).toBe(distance.numerator < 0n);
    }),
    { seed: 2, numRuns: 2000 },
  );
});

test.each<[Ratio, string]>([
  [ratio(0n), "0"],
  [ratio(-1n, 8n), "-0.125"],
  [ratio(1n, 3n), "0.333333"],
  [ratio(400n, 100n), "4"],
  [ratio(1n, 10n ** 20n), "0.00000000000000000001"],
  [ratio(7n, 10n ** 40n), "0"],
])("a number is spelt with all its digits where they end: %o", (number, text) => {
  expect(decimalOf(number)).toBe(text);
});
