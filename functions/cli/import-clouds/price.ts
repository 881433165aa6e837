// The price list of a row as price components: one for each amount, period by period, tier by tier.
import type { Json } from "../../kernel/json.ts";
import type { LeaveOut } from "./left-out.ts";
import { type CloudRow, objectOf, regionAddress, textOf } from "./rows.ts";
import { perOf } from "./unit.ts";

/** The price for all regions that have none of their own. */
export const EVERYWHERE = "*";
/** How a source writes that a tier has no end. */
const NO_END = 999_999_999_999_999;

/** Price components of a row; `canonical` gives the code of a region for one of its aliases. */
export function pricesOf(row: CloudRow, canonical: (region: string) => string, leaveOut: LeaveOut): Json[] {
  if (row.prices === undefined) return [];
  const prices = objectOf(row.prices);
  const unit = textOf(prices.unit);
  if (!unit) {
    leaveOut("malformed", "prices.unit");
    return [];
  }
  const currency = textOf(prices.currency);
  const os = textOf(prices.os);
  const common = { ...(currency ? { currency } : {}), ...perOf(unit), ...(os ? { os } : {}) };
  const amounts = Array.isArray(prices.tiers)
    ? tiers(prices.tiers, leaveOut)
    : byRegion(prices, canonical, leaveOut);
  return amounts.map(({ amount, ...rest }) => ({ amount, ...common, ...rest }));
}

type Amount = { amount: number; in?: string[]; tier?: { from: number; to?: number } };

/** Regions of one amount share a component; a default price names no region. */
function byRegion(prices: CloudRow, canonical: (region: string) => string, leaveOut: LeaveOut): Amount[] {
  const regionsOf = new Map<number, string[]>();
  const found: Amount[] = [];
  for (const [region, value] of Object.entries(objectOf(prices.by_region))) {
    const amount = amountOf(value);
    if (amount === undefined) leaveOut("malformed", "prices.by_region");
    else if (region === EVERYWHERE) found.push({ amount });
    else regionsOf.set(amount, [...(regionsOf.get(amount) ?? []), regionAddress(canonical(region))]);
  }
  for (const [amount, regions] of regionsOf) found.push({ amount, in: [...new Set(regions)] });
  return found;
}

/** Where there are tiers, the amount beside them repeats one of them. */
function tiers(rows: readonly Json[], leaveOut: LeaveOut): Amount[] {
  return rows.flatMap((row) => {
    const { value, rangeMin, rangeMax } = objectOf(row);
    const [amount, from, to] = [amountOf(value), amountOf(rangeMin), amountOf(rangeMax)];
    if (amount === undefined || from === undefined || to === undefined) {
      leaveOut("malformed", "prices.tiers");
      return [];
    }
    return { amount, tier: { from, ...(to === NO_END ? {} : { to }) } };
  });
}

function amountOf(value: Json | undefined): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}
