// Segments: offers come back as they went in, from any split into documents, and damage is found.
import { describe, expect, it } from "vitest";
import type { Offer } from "../../functions/compatibility/judge/judge.ts";
import { NOWHERE } from "../../functions/compatibility/judge/surroundings.ts";
import { SegmentBuilder } from "../../functions/compatibility/segment/builder.ts";
import { segmentOf } from "../../functions/compatibility/segment/check.ts";
import { type Contents, decode, encode } from "../../functions/compatibility/segment/container.ts";
import type { Segment } from "../../functions/compatibility/segment/segment.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { type Ratio, parseRatio } from "../../functions/kernel/ratio.ts";
import { TWO_PROVIDERS, stock } from "./markets.ts";
import { MPLI, OFFER, PLACE, iri, literal, stated } from "./reading.ts";

async function compiled(turtle: string, perPage = 250): Promise<Segment> {
  const { market, graphs } = await stock({ "https://cloud.example/manifest": turtle }, perPage);
  const segments = await oxigraphFactBase({ get: async (digest) => graphs.get(digest) }).open(market.sources);
  const [segment] = segments.ok ? segments.value : [];
  if (!segment) throw new Error("no segment");
  return segment;
}

const offersOf = (segment: Segment) =>
  Array.from({ length: segment.size }, (_, index) => segment.offer(index));
const built = (...offers: readonly Offer[]): Contents => {
  const builder = new SegmentBuilder();
  for (const offer of offers) builder.add(offer);
  return builder.finish(NOWHERE);
};

function read(contents: Contents): Segment {
  const segment = segmentOf(contents);
  if (!segment.ok) throw new Error(segment.refusal.problem);
  return segment.value;
}

const amount = (text: string): Ratio => parseRatio(text) as Ratio;
const HOURLY = { per: "hour", currency: "EUR" } as const;
const rich: Offer = {
  ...OFFER,
  iri: "https://cloud.example/offers/b",
  name: "Größe 𝒳",
  status: "retired",
  classes: [`${MPLI}Cache`, `${MPLI}KeyValueDatabase`],
  stated: new Map([
    ["http://schema.org/name", [literal("Größe 𝒳")]],
    ...stated({
      offerStatus: "retired",
      serviceClass: [iri(`${MPLI}Cache`), iri(`${MPLI}KeyValueDatabase`)],
      region: [iri("urn:a"), iri("urn:b")],
      engineVersion: [literal("7"), literal("7", "urn:t"), literal("8")],
      country: [{ ...iri(`${PLACE}NL`), inherited: true }],
    }),
  ]),
  prices: [
    { amount: amount("0.1"), tariff: HOURLY, regions: [] },
    { amount: amount("0.123456789012345678"), tariff: HOURLY, regions: ["urn:a"] },
    { tariff: { per: "malformed" }, regions: [] },
    {
      amount: amount("7"),
      tariff: { per: "unit", unit: "GBy", tier: { from: amount("0"), to: amount("0.3") } },
      regions: ["urn:a", "urn:b"],
    },
  ],
  prerequisites: [{ ask: "terms", page: "https://cloud.example/terms" }, { customerIn: [`${PLACE}EU`] }],
};

describe("a segment", () => {
  it("gives every offer back as it was, in the order of their IRIs", () => {
    const plain = { ...OFFER, classes: [], stated: new Map() };
    expect(offersOf(read(built(rich, plain)))).toEqual([plain, rich]);
  });

  it("survives the way into bytes and back", async () => {
    const contents = built(rich, OFFER);
    const decoded = await decode(await encode(contents));
    if (!decoded.ok) throw new Error(decoded.refusal.problem);
    expect(offersOf(read(decoded.value))).toEqual(offersOf(read(contents)));
  });

  it("of no offers is a segment", () => {
    expect(read(built()).size).toBe(0);
  });

  it("is the same whether the manifest is one document or has pages", async () => {
    for (const turtle of Object.values(TWO_PROVIDERS)) {
      const [whole, paged] = [await compiled(turtle), await compiled(turtle, 1)];
      expect(offersOf(paged)).toEqual(offersOf(whole));
      expect(paged.around).toEqual(whole.around);
    }
  });
});

describe("bytes that are no segment are refused", () => {
  const spoilt = async (spoil: (bytes: Uint8Array) => Uint8Array) => {
    const decoded = await decode(Uint8Array.from(spoil(await encode(built(rich)))));
    return decoded.ok ? "taken" : decoded.refusal.problem;
  };

  it.each([
    ["too short", (bytes: Uint8Array) => bytes.subarray(0, 40)],
    ["another format", (bytes: Uint8Array) => bytes.with(7, bytes[7] === 48 ? 49 : 48)],
    ["digest differs", (bytes: Uint8Array) => bytes.subarray(0, -1)],
  ])("%s", async (problem, spoil) => {
    expect(await spoilt(spoil)).toBe(problem);
    expect(await spoilt((bytes) => bytes)).toBe("taken");
  });

  it("wherever a bit is flipped", async () => {
    const bytes = await encode(built(rich));
    for (let at = 8; at < bytes.length; at += 37)
      expect(await spoilt((sound) => sound.with(at, (sound[at] ?? 0) ^ 1)), String(at)).toBe(
        "digest differs",
      );
  });

  it.each(["termKinds", "setMembers", "priceTariffs", "priceRegions"])("a stray number in %s", (name) => {
    const { directory, arrays } = built(rich, OFFER);
    const stray = Uint8Array.from(arrays[name] ?? []).fill(200, 0, 1);
    expect(segmentOf({ directory, arrays: { ...arrays, [name]: stray } })).toMatchObject({
      refusal: { problem: `${name} out of range` },
    });
  });

  it("an array of another length", () => {
    const { directory, arrays } = built(rich, OFFER);
    expect(segmentOf({ directory, arrays: { ...arrays, amounts: new Float64Array(1) } })).toMatchObject({
      refusal: { problem: "amounts of another length" },
    });
  });
});

const SHARED = `
<> a mpli:Manifest ; mpli:provider <did:web:cloud.example> ; mpli:offer </offers/a>, </offers/b> .
<did:web:cloud.example> a mpli:Provider ; mpli:country place:NL .
</regions/r> a mpli:Region ; mpli:within place:DE ; schema:latitude 50.1 ; schema:longitude 8.7 ; mpli:renewableEnergy true .
</prices/p> schema:price 5.0 ; schema:priceCurrency "EUR" ; mpli:per mpli:unit ; mpli:unit "GBy" ;
  mpli:appliesIn </regions/r> ; mpli:tier [ schema:minValue 0.0 ; schema:maxValue 10.0 ] .
</prices/q> schema:price 4.0 ; mpli:per mpli:unit ; mpli:unit "GBy" ; mpli:tier </tiers/t> .
</tiers/t> schema:minValue 10.0 .
</exits/e> mpli:exportFormat "csv" .
</asks/k> mpli:ask "legal-person" ; mpli:customerIn place:EU .
</offers/a> mpli:serviceClass mpli:Cache ; mpli:region </regions/r> ; mpli:price </prices/p>, </prices/q> ;
  mpli:portability </exits/e> ; mpli:prerequisite </asks/k> .
</offers/b> mpli:serviceClass mpli:Cache ; mpli:country place:BE ; mpli:price </prices/p> .
`;

describe("what offers share under a name stands in the head, and is theirs all the same", () => {
  it.each([1, 250])("at most %i offers a page", async (perPage) => {
    const segment = await compiled(SHARED, perPage);
    const [first, second] = offersOf(segment);
    expect(first?.prices).toEqual([
      {
        amount: amount("5"),
        regions: ["https://cloud.example/regions/r"],
        tariff: expect.objectContaining({
          unit: "GBy",
          currency: "EUR",
          tier: { from: amount("0"), to: amount("10") },
        }),
      },
      {
        amount: amount("4"),
        regions: [],
        tariff: { per: "unit", unit: "GBy", tier: { from: amount("10") } },
      },
    ]);
    expect(second?.prices).toEqual([first?.prices[0]]);
    expect(first?.prerequisites).toEqual([{ ask: "legal-person", customerIn: [`${PLACE}EU`] }]);
    expect(first?.stated.get(`${MPLI}portability ${MPLI}exportFormat`)?.map(({ value }) => value)).toEqual([
      "csv",
    ]);
    expect(first?.stated.get(`${MPLI}region ${MPLI}within`)?.map(({ value }) => value)).toEqual([
      `${PLACE}DE`,
    ]);
    expect(segment.around.regions.get("https://cloud.example/regions/r")).toEqual({
      coordinates: { latitude: 50.1, longitude: 8.7 },
      renewableEnergy: true,
    });
  });

  it("and what the provider states is marked as inherited beside what an offer states itself", async () => {
    const [first, second] = offersOf(await compiled(SHARED, 1));
    expect(first?.stated.get(`${MPLI}country`)).toEqual([{ ...iri(`${PLACE}NL`), inherited: true }]);
    expect(second?.stated.get(`${MPLI}country`)).toEqual([
      iri(`${PLACE}BE`),
      { ...iri(`${PLACE}NL`), inherited: true },
    ]);
  });
});
