// What a price is per, and how many times a month an amount of it falls due under a usage.
import { parseQuantity } from "../../kernel/quantity.ts";
import { type Ratio, compareRatios, divide, ratio, subtract } from "../../kernel/ratio.ts";
import type { Usage } from "./demand.ts";
import { type Period, timesAMonth } from "./periods.ts";

/** Charges that a month of the usage does not bound; they are named, not counted. */
export type Uncounted = "once" | "per-unit" | "tiered" | "malformed" | "other-currency";

/** The measured part of a usage. */
export type Meter = Exclude<keyof Usage, "hoursPerMonth">;

/** What a price component is charged by. */
export interface Tariff {
  readonly per: Period | "once" | "unit" | "malformed";
  /** ISO 4217. */
  readonly currency?: string;
  /** With "unit": the reference quantity, such as "GBy.mo" or "10000 {request}". */
  readonly unit?: string;
  /** The range of the consumption that is charged, in `unit`. */
  readonly tier?: { readonly from: Ratio; readonly to?: Ratio };
}

interface Measure {
  readonly meter: Meter;
  /** How much of the meter one unit is. */
  readonly size: Ratio;
}

/** Seconds in a month of UCUM (mo): the twelfth of a mean Julian year. */
export const UCUM_MONTH = ratio(31_557_600n, 12n);

/** Which units are read by which meter: their dimension, and the words that may stand in braces. */
const METERS: readonly { meter: Meter; dimension: string; words: RegExp; per: Ratio }[] = [
  { meter: "storage", dimension: "information.time", words: /^$|storage/i, per: UCUM_MONTH },
  {
    meter: "outboundTraffic",
    dimension: "information",
    words: /^$|outbound|egress|^traffic$/i,
    per: ratio(1n),
  },
  {
    meter: "outboundTraffic",
    dimension: "information.time",
    words: /outbound|egress|^traffic$/i,
    per: UCUM_MONTH,
  },
  { meter: "requestsPerMonth", dimension: "1", words: /^requests?$/i, per: ratio(1n) },
];

/** Reads the reference quantity of a price; undefined when no meter of a usage measures it. */
export function measureOf(unit: string): Measure | undefined {
  const read = parseQuantity(/^\d/.test(unit) ? unit : `1 ${unit}`);
  if (!read.ok || read.value.exact.numerator <= 0n) return undefined;
  const words = [...unit.matchAll(/\{([^}]*)\}/g)].map(([, inside]) => inside).join(" ");
  const row = METERS.find((each) => each.dimension === read.value.dimension && each.words.test(words));
  return row && { meter: row.meter, size: divide(read.value.exact, row.per) };
}

/** What is charged: the meter or period, and how many times the amount falls due in a month. */
export interface Charged {
  readonly by: Period | Meter;
  readonly times: Ratio;
}

/** How often a tariff falls due in a month of `usage`; or why that cannot be said. */
export function chargedBy({ per, unit, tier }: Tariff, usage: Usage): Charged | Uncounted {
  if (per === "once" || per === "malformed") return per;
  if (per !== "unit") return tier ? "tiered" : { by: per, times: timesAMonth(per, usage.hoursPerMonth) };
  const measure = unit === undefined ? undefined : measureOf(unit);
  const used = measure && usage[measure.meter];
  if (!measure || !used) return tier ? "tiered" : "per-unit";
  return { by: measure.meter, times: portion(divide(used, measure.size), tier) };
}

/** The part of a consumption that lies in a tier. */
function portion(used: Ratio, tier: Tariff["tier"]): Ratio {
  if (!tier) return used;
  const end = tier.to && compareRatios(tier.to, used) < 0 ? tier.to : used;
  return compareRatios(end, tier.from) > 0 ? subtract(end, tier.from) : ratio(0n);
}
