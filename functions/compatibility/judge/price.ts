// What an offer costs in a month of the demanded usage, as far as its stated price components tell. Pure.
import { type Ratio, add, compareRatios, ratio } from "../../kernel/ratio.ts";
import { type Period, monthly } from "../demand/periods.ts";
import type { Reason } from "./reasons.ts";

/** Charges that a month does not bound; they are named, not counted. */
export type Uncounted = "once" | "per-unit" | "tiered" | "malformed";

export interface PriceComponent {
  /** Absent when it cannot be read or depends on a tier. */
  readonly amount?: Ratio;
  readonly currency?: string;
  readonly per: Period | Uncounted;
  /** Regions that it holds for; empty for all. */
  readonly regions: readonly string[];
}

export type Price =
  | {
      readonly known: true;
      readonly monthly: Ratio;
      readonly currency: string;
      /** The region it was computed for; absent when it is the same in all or no region is stated. */
      readonly region?: string;
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
  readonly hoursPerMonth: Ratio;
  /** Regions in question; undefined stands for an offer that states none, or for "anywhere". */
  readonly regions: readonly (string | undefined)[];
}

/**
 * The lowest price over the regions in question. Components of one period are alternatives, and one that names the
 * region goes before one that holds everywhere; components of different periods add up.
 */
export function priceOf(components: readonly PriceComponent[], asked: Asked): Price {
  const leftOut = [...new Set(components.flatMap(({ per }) => (isUncounted(per) ? [per] : [])))].sort();
  const unknown = (reason: PriceReason): Price => ({ known: false, reason, leftOut });
  const { currency, hoursPerMonth } = asked;
  if (components.length === 0) return unknown("not-stated");
  if (currency === undefined) return unknown("no-currency-asked");
  const counted = components.flatMap((component) => charge(component, hoursPerMonth));
  if (counted.length === 0) return unknown("usage-based");
  const ours = counted.filter((component) => component.currency === currency);
  if (ours.length === 0)
    return unknown(
      counted.some((component) => component.currency) ? "currency-differs" : "currency-not-stated",
    );
  const totals = asked.regions.flatMap((region) => total(ours, region));
  const lowest = totals.sort((a, b) => compareRatios(a.monthly, b.monthly) || compareRegions(a, b))[0];
  return lowest ? { known: true, ...lowest, currency, leftOut } : unknown("not-priced-there");
}

const UNCOUNTED: readonly string[] = ["once", "per-unit", "tiered", "malformed"] satisfies Uncounted[];

function isUncounted(per: Period | Uncounted): per is Uncounted {
  return UNCOUNTED.includes(per);
}

interface Charge {
  readonly per: Period;
  readonly monthly: Ratio;
  readonly currency: string | undefined;
  readonly regions: readonly string[];
}

function charge({ amount, currency, per, regions }: PriceComponent, hoursPerMonth: Ratio): Charge[] {
  return amount && !isUncounted(per)
    ? [{ per, monthly: monthly(amount, per, hoursPerMonth), currency, regions }]
    : [];
}

interface Total {
  readonly monthly: Ratio;
  readonly region?: string;
}

function total(charges: readonly Charge[], region: string | undefined): Total[] {
  const scoped = charges.filter(({ regions }) => region !== undefined && regions.includes(region));
  const general = charges.filter(({ regions }) => regions.length === 0);
  const periods = new Set([...scoped, ...general].map(({ per }) => per));
  if (periods.size === 0) return [];
  const sum = [...periods].reduce((soFar, period) => {
    const ofPeriod = (list: readonly Charge[]) => list.filter(({ per }) => per === period);
    const choices = ofPeriod(scoped).length > 0 ? ofPeriod(scoped) : ofPeriod(general);
    return add(soFar, choices.map((choice) => choice.monthly).reduce(lower));
  }, ratio(0n));
  return [{ monthly: sum, ...(region !== undefined && scoped.length > 0 ? { region } : {}) }];
}

const lower = (a: Ratio, b: Ratio): Ratio => (compareRatios(b, a) < 0 ? b : a);

function compareRegions({ region: a = "" }: Total, { region: b = "" }: Total): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
