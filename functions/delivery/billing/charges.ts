// What a month of an order costs: each charge with its quantity and its price, in exact numbers. Pure.
import { type Period } from "../../compatibility/demand/periods.ts";
import { parseQuantity, parseUnit } from "../../kernel/quantity.ts";
import {
  type Ratio,
  add,
  compareRatios,
  divide,
  multiply,
  parseRatio,
  ratio,
  subtract,
} from "../../kernel/ratio.ts";
import { type BillingPeriod, periodsOf } from "./period.ts";
import type { Rate } from "./rates.ts";
import type { Used } from "./usage.ts";

/** Times in milliseconds since the epoch. */
export interface Charge {
  readonly per: Rate["per"];
  readonly from: number;
  readonly until: number;
  /** What was used, as it was reported. */
  readonly used?: Used;
  /** In units of the price. */
  readonly quantity: Ratio;
  readonly unit: string;
  /** What of that was used, in the unit that it was reported in. */
  readonly consumed?: Ratio;
  /** A decimal number; 0 for what nobody agreed a price for. */
  readonly unitPrice: string;
  readonly cost: Ratio;
  /** Of a month that was billed before. */
  readonly isCorrection?: boolean;
}

/** When the service stood: from its first delivery to its end; without an end it still does. */
export interface Standing {
  readonly from: number;
  readonly until?: number;
}

interface Month {
  readonly rates: readonly Rate[];
  /** In the order of their booking. */
  readonly usage: readonly Used[];
  readonly standing: Standing | undefined;
  readonly period: BillingPeriod;
  /** Milliseconds since the epoch: what is still to come costs nothing yet. */
  readonly now: number;
}

/** Charges for the time that the service stood, then those for what was used. */
export function chargesOf(month: Month): readonly Charge[] {
  return [...timeCharges(month), ...usageCharges(month)];
}

/** Seconds of a period, in the month of the bill; a year is as long as the year of that month. */
const SECONDS: Readonly<Record<Period, (period: BillingPeriod) => number>> = {
  minute: () => 60,
  hour: () => 3600,
  day: () => 86_400,
  month: ({ from, until }) => (until - from) / 1000,
  year: ({ from }) => {
    const year = new Date(from).getUTCFullYear();
    return (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / 1000;
  },
};

function timeCharges({ rates, standing, period, now }: Month): Charge[] {
  if (!standing) return [];
  const from = Math.max(standing.from, period.from);
  const until = Math.min(standing.until ?? now, period.until, now);
  if (until < from || standing.from >= period.until) return [];
  return rates.flatMap(({ per, amount }) => {
    if (per === "unit" || (per === "once" ? standing.from < period.from : until === from)) return [];
    const quantity = per === "once" ? ratio(1n) : partOf(per, from, until, period);
    const unit = per === "once" ? "1" : per;
    const consumed = per === "minute" || per === "hour" ? { consumed: quantity } : {};
    const cost = multiply(quantity, exact(amount));
    return [{ per, from, until, quantity, unit, ...consumed, unitPrice: amount, cost }];
  });
}

/** How many of these periods there are between two times of one month. */
const partOf = (per: Period, from: number, until: number, month: BillingPeriod): Ratio =>
  ratio(BigInt(until - from), 1000n * BigInt(SECONDS[per](month)));

/** What the time between two instants costs by the prices for time alone: not by use, and not once. */
export function costOfTime(rates: readonly Rate[], from: number, until: number): Ratio {
  const costs = periodsOf(from, until).flatMap((month) => {
    const [start, end] = [Math.max(from, month.from), Math.min(until, month.until)];
    return rates.flatMap(({ per, amount }) =>
      per === "unit" || per === "once" ? [] : [multiply(partOf(per, start, end, month), exact(amount))],
    );
  });
  return costs.reduce(add, ratio(0n));
}

/** What was used at the prices per unit, in the order of its booking. */
export function usageCharges({ rates, usage }: Pick<Month, "rates" | "usage">): Charge[] {
  const soFar = new Map<string, Ratio>();
  return usage.flatMap((used) => {
    const key = keyOf(used.unit);
    const fitting = rates.filter(({ unit }) => unit !== undefined && keyOf(unit) === key);
    const before = soFar.get(key) ?? ratio(0n);
    const consumed = multiply(exact(used.quantity), sizeOf(used.unit));
    const after = add(before, consumed);
    soFar.set(key, after);
    const [flat] = fitting.filter(({ tier }) => !tier).sort(byUnitPrice);
    const priced = flat ? [flat] : fitting;
    const charges = priced.flatMap((rate) => portion(used, rate, before, after));
    return charges.length > 0 ? charges : [free(used)];
  });
}

/** What a rate charges of the consumption between two totals of the month, both in base units. */
function portion(used: Used, rate: Rate, before: Ratio, after: Ratio): Charge[] {
  const { unit = "1", tier, amount, per } = rate;
  const size = sizeOf(unit);
  const [low, high] = [divide(before, size), divide(after, size)];
  const start = tier ? greater(low, exact(tier.from)) : low;
  const end = tier?.to === undefined ? high : lesser(high, exact(tier.to));
  if (compareRatios(end, start) <= 0) return [];
  const quantity = subtract(end, start);
  const consumed = divide(multiply(quantity, size), sizeOf(used.unit));
  const cost = multiply(quantity, exact(amount));
  return [{ per, ...times(used), used, quantity, unit, consumed, unitPrice: amount, cost }];
}

const free = (used: Used): Charge => ({
  per: "unit",
  ...times(used),
  used,
  quantity: exact(used.quantity),
  unit: used.unit,
  consumed: exact(used.quantity),
  unitPrice: "0",
  cost: ratio(0n),
});

const times = ({ from, until }: Used) => ({ from: Date.parse(from), until: Date.parse(until) });

const greater = (a: Ratio, b: Ratio) => (compareRatios(a, b) >= 0 ? a : b);
const lesser = (a: Ratio, b: Ratio) => (compareRatios(a, b) <= 0 ? a : b);
const byUnitPrice = (a: Rate, b: Rate) => compareRatios(unitPriceOf(a), unitPriceOf(b));
const unitPriceOf = ({ amount, unit = "1" }: Rate) => divide(exact(amount), sizeOf(unit));

/** A decimal number as it was written. */
export const exact = (decimal: string): Ratio => parseRatio(decimal) ?? ratio(0n);

/** Base units in one reference quantity, such as "GBy.mo" or "10000 {request}". */
function sizeOf(unit: string): Ratio {
  const read = parseQuantity(/^\d/.test(unit) ? unit : `1 ${unit}`);
  return read.ok && read.value.exact.numerator > 0n ? read.value.exact : ratio(1n);
}

/** What can be priced alike: one dimension, and the same words in braces. */
function keyOf(unit: string): string {
  const words = [...unit.matchAll(/\{([^}]*)\}/g)].map(([, inside]) => inside).join(" ");
  return `${parseUnit(unit.replace(/^\d\S*\s+/, ""))?.dimension ?? unit} ${words}`;
}
