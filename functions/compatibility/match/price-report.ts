// The price of an offer as a report has it: rounded, with what it is the sum of.
import { multiply, rounded } from "../../kernel/ratio.ts";
import type { Line, Price } from "../judge/price.ts";

export interface PriceReport {
  readonly monthly?: number;
  readonly currency?: string;
  /** The region that the price is for, where prices differ by region. */
  readonly region?: string;
  /** What the amount is the sum of. */
  readonly lines: readonly LineReport[];
  readonly reason?: string;
  /** Whether charges were left out, of the kinds in `leftOut`. */
  readonly partial: boolean;
  readonly leftOut: readonly string[];
}

export interface LineReport {
  /** The period, or the part of the usage, that is charged. */
  readonly by: Line["by"];
  readonly unit?: string;
  readonly tier?: { readonly from: number; readonly to?: number };
  readonly amount: number;
  readonly times: number;
  readonly monthly: number;
}

/** Writes a price. */
export function priceReport(price: Price): PriceReport {
  const rest = { partial: price.leftOut.length > 0, leftOut: price.leftOut };
  if (!price.known) return { lines: [], reason: price.reason, ...rest };
  const { currency, region, monthly, lines } = price;
  return {
    monthly: rounded(monthly),
    currency,
    ...(region === undefined ? {} : { region }),
    lines: lines.map(lineReport),
    ...rest,
  };
}

function lineReport({ by, amount, times, tariff: { unit, tier } }: Line): LineReport {
  return {
    by,
    ...(unit === undefined ? {} : { unit }),
    ...(tier ? { tier: { from: rounded(tier.from), ...(tier.to ? { to: rounded(tier.to) } : {}) } } : {}),
    amount: rounded(amount),
    times: rounded(times),
    monthly: rounded(multiply(amount, times)),
  };
}
