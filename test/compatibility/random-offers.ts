// Random offers that are hard to price and to order: amounts a hair apart, several kinds of charge, regions, ties.
import { UNCHECKED } from "../../functions/compatibility/evidence/support.ts";
import type { Tariff } from "../../functions/compatibility/demand/meters.ts";
import type { Offer } from "../../functions/compatibility/judge/judge.ts";
import type { PriceComponent } from "../../functions/compatibility/judge/price.ts";
import type { Surroundings } from "../../functions/compatibility/judge/surroundings.ts";
import type { Stated } from "../../functions/compatibility/judge/values.ts";
import type { Source } from "../../functions/compatibility/ports.ts";
import { SegmentBuilder } from "../../functions/compatibility/segment/builder.ts";
import { segmentOf } from "../../functions/compatibility/segment/check.ts";
import type { Segment } from "../../functions/compatibility/segment/segment.ts";
import { type Ratio, parseRatio } from "../../functions/kernel/ratio.ts";
import { MPLI, PLACE, iri, literal } from "./reading.ts";

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const some = <T>(random: Random, list: readonly T[], share: number) => list.filter(() => random() < share);

const REGIONS = ["urn:ams", "urn:fra", "urn:nyc", "urn:sea"];
export const AROUND: Surroundings = {
  support: UNCHECKED,
  parents: new Map([
    ["urn:ams", [`${PLACE}NL`]],
    ["urn:fra", [`${PLACE}DE`]],
    ["urn:nyc", [`${PLACE}US`]],
  ]),
  types: new Map(),
  regions: new Map([
    ["urn:ams", { coordinates: { latitude: 52.37, longitude: 4.9 }, renewableEnergy: true }],
    ["urn:fra", { coordinates: { latitude: 50.11, longitude: 8.68 }, renewableEnergy: false }],
    ["urn:nyc", { coordinates: { latitude: 40.71, longitude: -74.01 } }],
  ]),
};

/** Around 1, in a month of 730 hours: equal amounts, amounts 10^-12 apart, and some that no double spells. */
const AMOUNTS = [
  "730",
  "730.000000000001",
  "729.999999999999",
  "1",
  "1.000000000001",
  "0.999999999999",
  "0",
  "1.0000000000000000001",
  "0.99999999999999999",
  "2190",
  "3",
  "0.1",
];
const TARIFFS: readonly Tariff[] = [
  { per: "hour", currency: "EUR" },
  { per: "month", currency: "EUR" },
  { per: "day", currency: "EUR" },
  { per: "unit", unit: "GBy", currency: "EUR" },
  { per: "unit", unit: "GBy.mo", currency: "EUR" },
  { per: "unit", unit: "GBy", currency: "EUR", tier: { from: ratioOf("0"), to: ratioOf("100") } },
  { per: "unit", unit: "GBy", currency: "EUR", tier: { from: ratioOf("100") } },
  { per: "month", currency: "USD" },
  { per: "once", currency: "EUR" },
  { per: "malformed" },
];

function ratioOf(text: string): Ratio {
  return parseRatio(text) as Ratio;
}

function price(random: Random): PriceComponent {
  return {
    ...(random() < 0.95 ? { amount: ratioOf(pick(random, AMOUNTS)) } : {}),
    tariff: random() < 0.7 ? (TARIFFS[0] as Tariff) : pick(random, TARIFFS),
    regions: random() < 0.5 ? [] : some(random, REGIONS, 0.4),
  };
}

export function randomOffer(random: Random, name: string): Offer {
  const regions = random() < 0.2 ? [] : some(random, REGIONS, 0.4).map(iri);
  const classes = [iri(`${MPLI}Cache`)];
  const status = random() < 0.1 ? "retired" : undefined;
  const stated = new Map<string, readonly Stated[]>([
    [`${MPLI}serviceClass`, classes],
    ...(regions.length > 0 ? [[`${MPLI}region`, regions] as const] : []),
    ...(random() < 0.8 ? [[`${MPLI}memory`, [literal(pick(random, ["8 GiBy", "16 GiBy"]))]] as const] : []),
    ...(status ? [[`${MPLI}offerStatus`, [literal(status)]] as const] : []),
  ]);
  return {
    iri: `https://${name}`,
    ...(status ? { status } : {}),
    classes: classes.map(({ value }) => value),
    stated,
    prices: Array.from({ length: Math.floor(random() ** 2 * 5) + (random() < 0.9 ? 1 : 0) }, () =>
      price(random),
    ),
    prerequisites: random() < 0.2 ? [{ ask: "terms" }] : [],
  };
}

export interface Stall {
  readonly source: Source;
  readonly segment: Segment;
}

/** A source of random offers; two stalls of one provider are two manifests of it. */
export function randomStall(random: Random, provider: string, manifest: string, offers: number): Stall {
  const builder = new SegmentBuilder();
  for (let index = 0; index < offers; index++)
    builder.add(randomOffer(random, `${provider}/${pick(random, ["A", "a", "ä"])}${index}`));
  const segment = segmentOf(builder.finish(AROUND));
  if (!segment.ok) throw new Error(segment.refusal.problem);
  const source = {
    provider,
    manifest,
    stale: false,
    head: { digest: manifest },
    documents: [{ digest: manifest, classes: [`${MPLI}Cache`], offers }],
  };
  return { source, segment: segment.value };
}
