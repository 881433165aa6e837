// What an offer costs in a month of the demanded usage, as far as its stated price components tell. Pure.
import { type Ratio, add, compareRatios, multiply, ratio } from "../../kernel/ratio.ts";
import type { Usage } from "../demand/demand.ts";
import { type Charged, type Meter, type Tariff, type Uncounted, chargedBy } from "../demand/meters.ts";
import { PERIODS, type Period } from "../demand/periods.ts";
import type { Reason } from "./reasons.ts";

export interface PriceComponent {
  /** Absent when it cannot be read. */
  readonly amount?: Ratio;
  readonly tariff: Tariff;
  /** Regions that it holds for; empty for all. */
  readonly regions: readonly string[];
}

/** One summand of a price. */
export interface Line {
  readonly by: Charged["by"];
  readonly amount: Ratio;
  readonly times: Ratio;
  readonly tariff: Tariff;
}

export type Price =
  | {
      readonly known: true;
      readonly monthly: Ratio;
      readonly currency: string;
      /** The region it was computed for; absent when it is the same in all or no region is stated. */
      readonly region?: string;
      readonly lines: readonly Line[];
      readonly leftOut: readonly Uncounted[];
    }
  | { readonly known: false; readonly reason: PriceReason; readonly leftOut: readonly Uncounted[] };

/** Why there is no price; "no-currency-asked" ends no requirement, since a demand on price must name a currency. */
export type PriceReason =
  | Extract<
      Reason,
      "not-stated" | "currency-differs" | "currency-not-stated" | "usage-based" | "not-priced-there"
    >
  | "no-currency-asked";

export interface Asked {
  readonly currency: string | undefined;
  readonly usage: Usage;
  /** Regions in question; undefined stands for an offer that states none, or for "anywhere". */
  readonly regions: readonly (string | undefined)[];
}

/** What is charged by one period or meter has one price; what is charged by different ones adds up, in this order. */
export const CHARGED_BY: readonly (Period | Meter)[] = [
  ...PERIODS,
  "storage",
  "outboundTraffic",
  "requestsPerMonth",
];

/**
 * The lowest price over the regions in question. Components of one period or meter are alternatives, and those that
 * name the region go before those that hold everywhere; components of different ones add up. Tiers of one meter make
 * one alternative together. Where some region is charged by a period, meters alone are no price of another.
 */
export function priceOf(components: readonly PriceComponent[], asked: Asked): Price {
  const read = components.map((component) => ({ component, charged: chargeOf(component, asked.usage) }));
  const leftOut = uncounted(read, asked.currency);
  const unknown = (reason: PriceReason): Price => ({ known: false, reason, leftOut });
  const { currency } = asked;
  if (components.length === 0) return unknown("not-stated");
  if (currency === undefined) return unknown("no-currency-asked");
  const charges = read.flatMap(({ component: { tariff, regions }, charged }) =>
    typeof charged === "string" ? [] : [{ line: { tariff, ...charged }, regions }],
  );
  if (charges.length === 0) return unknown("usage-based");
  const ours = charges.filter(({ line }) => line.tariff.currency === currency);
  if (ours.length === 0)
    return unknown(
      charges.some(({ line }) => line.tariff.currency) ? "currency-differs" : "currency-not-stated",
    );
  // Of several regions with the same price the first counts; prices that hold without any go before.
  const inOrder = asked.regions.map((region) => region ?? ANYWHERE).sort();
  const totals = inOrder.flatMap((region) => total(ours, region));
  const lowest = totals.sort((a, b) => compareRatios(a.monthly, b.monthly))[0];
  return lowest ? { known: true, ...lowest, currency, leftOut } : unknown("not-priced-there");
}

/** What the amount leaves out: what cannot be counted, and what is charged in other currencies alone. */
function uncounted(
  read: readonly { component: PriceComponent; charged: Omit<Line, "tariff"> | Uncounted }[],
  currency: string | undefined,
): Uncounted[] {
  const words = read.flatMap(({ charged }) => (typeof charged === "string" ? charged : []));
  const kinds = (isOurs: boolean) =>
    read.flatMap(({ component, charged }) =>
      typeof charged !== "string" && (component.tariff.currency === currency) === isOurs ? charged.by : [],
    );
  const ours = new Set(kinds(true));
  if (ours.size > 0 && kinds(false).some((by) => !ours.has(by))) words.push("other-currency");
  return [...new Set(words)].sort();
}

function chargeOf({ amount, tariff }: PriceComponent, usage: Usage): Omit<Line, "tariff"> | Uncounted {
  const charged = chargedBy(tariff, usage);
  if (typeof charged === "string") return charged;
  return amount ? { amount, ...charged } : "malformed";
}

interface Charge {
  readonly line: Line;
  readonly regions: readonly string[];
}

interface Total {
  readonly monthly: Ratio;
  readonly region?: string;
  readonly lines: readonly Line[];
}

/** In place of a region that no offer states: no IRI, and before every IRI. */
const ANYWHERE = "";

function total(charges: readonly Charge[], region: string): Total[] {
  const scoped = charges.filter(({ regions }) => regions.includes(region));
  const general = charges.filter(({ regions }) => regions.length === 0);
  const lines = CHARGED_BY.flatMap((by) => {
    const of = (list: readonly Charge[]) => list.flatMap(({ line }) => (line.by === by ? [line] : []));
    const choices = of(scoped).length > 0 ? of(scoped) : of(general);
    return cheapest(choices);
  });
  // Storage that is charged everywhere is no price of a region that nobody says the machine's price for.
  const isPeriod = ({ by }: Line) => (PERIODS as readonly string[]).includes(by);
  const isPartial = charges.some(({ line }) => isPeriod(line)) && !lines.some(isPeriod);
  if (lines.length === 0 || isPartial) return [];
  const monthly = sum(lines);
  return [{ monthly, lines, ...(scoped.length > 0 ? { region } : {}) }];
}

/** The cheapest of some alternatives: a line of its own each, or all tiers together. */
function cheapest(lines: readonly Line[]): readonly Line[] {
  const tiers = lines.filter(({ tariff }) => tariff.tier).sort(byTier);
  const alternatives = [...lines.filter(({ tariff }) => !tariff.tier).map((line) => [line]), tiers];
  return (
    alternatives
      .filter((each) => each.length > 0)
      .map((each) => ({ each, monthly: sum(each) }))
      .reduce<{ each: readonly Line[]; monthly: Ratio } | undefined>(
        (least, next) => (least && compareRatios(least.monthly, next.monthly) <= 0 ? least : next),
        undefined,
      )?.each ?? []
  );
}

const byTier = (a: Line, b: Line) =>
  compareRatios(a.tariff.tier?.from ?? ZERO, b.tariff.tier?.from ?? ZERO) ||
  compareRatios(a.amount, b.amount);

const ZERO = ratio(0n);

const sum = (lines: readonly Line[]) =>
  lines.reduce((soFar, { amount, times }) => add(soFar, multiply(amount, times)), ZERO);
