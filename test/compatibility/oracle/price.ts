// What an offer costs in a month, by the chapter's words: alternatives in one period, sums over periods, region by region.
import {
  type Ratio,
  add,
  compareRatios,
  divide,
  multiply,
  parseRatio,
  ratio,
  subtract,
} from "../../../functions/kernel/ratio.ts";
import type { Component } from "./asked.ts";
import type { Graphs, Row } from "./graphs.ts";

export interface PriceComponent {
  readonly amount?: Ratio;
  readonly currency?: string;
  /** Local name of the period, "unit" or "once". */
  readonly per: string;
  readonly unit?: string;
  readonly tier?: { readonly from: Ratio; readonly to?: Ratio };
  readonly regions: readonly string[];
}

export type Price = ({ readonly monthly: Ratio } | { readonly reason: string }) & {
  /** Words for what is not in the amount, each once, in order. */
  readonly leftOut: readonly string[];
};

const MPLI = "https://w3id.org/mpli/ns#";

/** The price components of every offer of a manifest. */
export function readPrices(graphs: Graphs): ReadonlyMap<string, readonly PriceComponent[]> {
  const rows = graphs.select(`SELECT * WHERE {
  ?manifest mpli:offer ?offer . ?offer mpli:price ?price .
  OPTIONAL { ?price schema:price ?amount } OPTIONAL { ?price schema:priceCurrency ?currency }
  OPTIONAL { ?price mpli:per ?per } OPTIONAL { ?price mpli:unit ?unit } OPTIONAL { ?price mpli:appliesIn ?region }
  OPTIONAL { ?price mpli:tier ?tier OPTIONAL { ?tier schema:minValue ?from } OPTIONAL { ?tier schema:maxValue ?to } }
}`);
  const byOffer = Map.groupBy(rows, ({ offer }) => offer?.value ?? "");
  return new Map(
    Array.from(byOffer, ([offer, own]) => [
      offer,
      [...Map.groupBy(own, ({ price }) => price?.value).values()].map(readComponent),
    ]),
  );
}

function readComponent(rows: readonly Row[]): PriceComponent {
  const said = (name: string) => rows[0]?.[name]?.value;
  const number = (name: string) => parseRatio(said(name) ?? "");
  const [amount, to, currency, unit] = [number("amount"), number("to"), said("currency"), said("unit")];
  return {
    ...(amount ? { amount } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(unit === undefined ? {} : { unit }),
    per: (said("per") ?? "").replace(MPLI, ""),
    ...(said("tier") ? { tier: { from: number("from") ?? ratio(0n), ...(to ? { to } : {}) } } : {}),
    regions: [...new Set(rows.flatMap(({ region }) => region?.value ?? []))],
  };
}

type Usage = Pick<Component, "hoursPerMonth" | "storage" | "outboundTraffic" | "requestsPerMonth">;
type Meter = "storage" | "outboundTraffic" | "requestsPerMonth";

const GIGABYTE = ratio(10n ** 9n);
const GIBIBYTE = ratio(2n ** 30n);
/** A month of UCUM has 730.5 hours. */
const HOURS = ratio(1461n, 2n);
/** Reference quantities that a month of usage is measured in: which part of it, and how much of that is one. */
const MEASURES: Readonly<Record<string, readonly [Meter, Ratio]>> = {
  "GBy.mo": ["storage", GIGABYTE],
  "GiBy.mo": ["storage", GIBIBYTE],
  "GBy{Block-Storage}.mo": ["storage", GIGABYTE],
  "GBy.h": ["storage", divide(GIGABYTE, HOURS)],
  GBy: ["outboundTraffic", GIGABYTE],
  "TBy{Egress}": ["outboundTraffic", ratio(10n ** 12n)],
  "GBy.mo{traffic}": ["outboundTraffic", GIGABYTE],
  "{request}": ["requestsPerMonth", ratio(1n)],
  "10000 {Requests}": ["requestsPerMonth", ratio(10_000n)],
};
/** Reference quantities that no meter fits. */
const UNMETERED = ["{seat}", "GBy{backup}", "GBy{archive}.mo", "{api-request}", "h"] as const;
export const PRICED_UNITS: readonly string[] = [...Object.keys(MEASURES), ...UNMETERED];

interface Due {
  readonly by: string;
  readonly monthly: Ratio;
  readonly isTier: boolean;
  readonly component: PriceComponent;
}

/** What falls due for one component in a month; or the word for why that is left out. */
function due(component: PriceComponent, usage: Usage): Due | string {
  const { per, unit, tier, amount } = component;
  const hours = usage.hoursPerMonth;
  const times: Readonly<Record<string, Ratio>> = {
    minute: multiply(hours, ratio(60n)),
    hour: hours,
    day: divide(hours, ratio(24n)),
    month: ratio(1n),
    year: ratio(1n, 12n),
  };
  if (per === "once") return "once";
  const often = times[per];
  const [meter, one] = (per === "unit" && unit !== undefined && MEASURES[unit]) || [];
  const used = meter && usage[meter];
  if (often ? tier : !used) return tier ? "tiered" : "per-unit";
  if (!amount) return "malformed";
  if (often) return { by: per, monthly: multiply(amount, often), isTier: false, component };
  const consumed = used && one ? within(divide(used, one), tier) : ratio(0n);
  return { by: meter ?? "", monthly: multiply(amount, consumed), isTier: tier !== undefined, component };
}

/** "The part of the usage between from (included) and to (excluded)." */
function within(used: Ratio, tier: PriceComponent["tier"]): Ratio {
  if (!tier) return used;
  const end = tier.to && compareRatios(tier.to, used) < 0 ? tier.to : used;
  return compareRatios(end, tier.from) < 0 ? ratio(0n) : subtract(end, tier.from);
}

/** The lowest price over regions; `undefined` among them is "anywhere", where prices that name a region do not hold. */
export function priceOf(
  components: readonly PriceComponent[],
  usage: Usage,
  currency: string | undefined,
  regions: readonly (string | undefined)[],
): Price {
  const charged = components.map((component) => due(component, usage));
  const counted = charged.filter((each) => typeof each !== "string");
  const ours = counted.filter(({ component }) => component.currency === currency);
  const isElsewhere = ({ by }: Due) => ours.length > 0 && !ours.some((each) => each.by === by);
  const leftOut = new Set(charged.filter((each) => typeof each === "string"));
  if (counted.some(isElsewhere)) leftOut.add("other-currency");
  const left = { leftOut: [...leftOut].sort() };
  const lowest = regions.flatMap((region) => inRegion(ours, region) ?? []).sort(compareRatios)[0];
  const reasons: readonly (readonly [boolean, string])[] = [
    [components.length === 0, "not-stated"],
    [currency === undefined, "no-currency-asked"],
    [counted.length === 0, "usage-based"],
    [counted.every(({ component }) => component.currency === undefined), "currency-not-stated"],
    [ours.length === 0, "currency-differs"],
  ];
  const reason = reasons.find(([applies]) => applies)?.[1];
  if (reason !== undefined) return { reason, ...left };
  return lowest ? { monthly: lowest, ...left } : { reason: "not-priced-there", ...left };
}

function inRegion(dues: readonly Due[], region: string | undefined): Ratio | undefined {
  const parts = [...Map.groupBy(dues, ({ by }) => by).values()].flatMap((same) => {
    const named = same.filter(({ component }) => region !== undefined && component.regions.includes(region));
    const general = same.filter(({ component }) => component.regions.length === 0);
    return lowestOf(named.length > 0 ? named : general) ?? [];
  });
  const periods = new Set(dues.filter(({ component }) => component.per !== "unit").map(({ by }) => by));
  const isByPeriod = ({ component }: Due) => periods.has(component.per);
  const here = dues.filter(
    ({ component: { regions } }) => regions.length === 0 || regions.includes(region ?? ""),
  );
  if (dues.some(isByPeriod) && !here.some(isByPeriod)) return undefined;
  return parts.length > 0 ? parts.reduce(add) : undefined;
}

/** Each price is an alternative; the tiers of one meter are one together. */
function lowestOf(dues: readonly Due[]): Ratio | undefined {
  const single = dues.filter(({ isTier }) => !isTier).map(({ monthly }) => monthly);
  const tiers = dues.filter(({ isTier }) => isTier).map(({ monthly }) => monthly);
  return [...single, ...(tiers.length > 0 ? [tiers.reduce(add)] : [])].sort(compareRatios)[0];
}
