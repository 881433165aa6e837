// What is given back: shares of the time in which an objective was missed, and usage that was counted too high. Pure.
import { type Ratio, divide, multiply, ratio, subtract } from "../../kernel/ratio.ts";
import { decimalOf } from "../agreement/check-price.ts";
import type { Credited } from "../levels/credited.ts";
import { type Charge, type Standing, costOfTime, exact, usageCharges } from "./charges.ts";
import type { Rate } from "./rates.ts";
import type { Used } from "./usage.ts";

/** Times in milliseconds since the epoch. */
export interface Credit {
  readonly from: number;
  readonly until: number;
  /** Below 0. */
  readonly cost: Ratio;
  /** In a few words. */
  readonly reason: string;
  /** Of a month that was billed before. */
  readonly isCorrection: boolean;
}

/** A credit of an order's ledger, with the month in which its window ended. */
export type BookedCredit = Credited & { readonly of: string };

interface Month {
  readonly rates: readonly Rate[];
  readonly standing: Standing | undefined;
  /** Name of the month that they are booked in. */
  readonly period: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The shares that are given back of the time in which the service stood; those of nothing are left out. */
export function creditsOf(
  booked: readonly BookedCredit[],
  { rates, standing, period, now }: Month,
): readonly Credit[] {
  if (!standing) return [];
  return booked.flatMap(({ objective, promised, value, share, of, ...window }) => {
    const from = Math.max(Date.parse(window.from), standing.from);
    const until = Math.min(Date.parse(window.until), standing.until ?? now, now);
    if (until <= from) return [];
    const cost = negative(multiply(exact(share), costOfTime(rates, from, until)));
    const reason = `Service credit, ${objective}: ${promised}, but ${value}`;
    return cost.numerator === 0n ? [] : [{ from, until, cost, reason, isCorrection: of !== period }];
  });
}

/** A line of usage with less than was reported; undefined where nothing is left of it. */
export function lessened(used: Used, less: string | undefined): Used | undefined {
  if (less === undefined) return used;
  const left = subtract(exact(used.quantity), exact(less));
  return left.numerator === 0n ? undefined : { ...used, quantity: decimalOf(left) };
}

/** Takes a part of what a line was charged in its month, at the prices that it was charged at. */
export function correctionOf(
  line: Used,
  less: string,
  { rates, usage }: { readonly rates: readonly Rate[]; readonly usage: readonly Used[] },
): readonly Charge[] {
  const part = negative(divide(exact(less), exact(line.quantity)));
  return usageCharges({ rates, usage })
    .filter(({ used }) => used === line)
    .map(({ consumed = ratio(0n), ...charge }) => ({
      ...charge,
      quantity: multiply(part, charge.quantity),
      consumed: multiply(part, consumed),
      cost: multiply(part, charge.cost),
      isCorrection: true,
    }));
}

const negative = (amount: Ratio) => subtract(ratio(0n), amount);
