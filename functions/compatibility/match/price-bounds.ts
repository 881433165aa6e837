// Bounds on the price over all candidates: judged once for each stretch between bounds, and exactly where it is near one.
import { type Ratio, compareRatios, multiply, toNumber } from "../../kernel/ratio.ts";
import type { Component, Criterion } from "../demand/demand.ts";
import { timesAMonth } from "../demand/periods.ts";
import { evaluatePrice } from "../judge/judge.ts";
import type { Price, PriceReason } from "../judge/price.ts";
import type { Value } from "../judge/values.ts";
import { type Reasons, codeOf } from "./reasons.ts";
import { isNear } from "./charges.ts";
import type { Scan } from "./scan.ts";

/** The reasons with which a bound on the price ends, by candidate. */
export function priceReasons(criterion: Criterion, { usage }: Component, scan: Scan): Reasons {
  const { hoursPerMonth } = usage;
  const times = timesAMonth(criterion.per, hoursPerMonth);
  const bounds = amountsIn(criterion).map((amount) => toNumber(multiply(amount, times)));
  const priced = (candidate: number): Price => {
    const price = scan.price(candidate);
    if (price.reason !== undefined) return { known: false, reason: price.reason, leftOut: [] };
    const monthly = scan.prices.amount(scan.offers[candidate] ?? 0, price);
    return { known: true, monthly, currency: "", lines: [], leftOut: [] };
  };
  const codes = new Map<PriceReason | number, number>();
  const reasons = new Uint8Array(scan.offers.length);
  for (let candidate = 0; candidate < reasons.length; candidate++) {
    const { reason, monthly } = scan.price(candidate);
    const kind = reason ?? stretchOf(monthly, bounds);
    let code = codes.get(kind);
    if (code === undefined) {
      code = codeOf(evaluatePrice(criterion, priced(candidate), hoursPerMonth).reason);
      if (kind !== NEAR_A_BOUND) codes.set(kind, code);
    }
    reasons[candidate] = code;
  }
  return reasons;
}

const NEAR_A_BOUND = -1;

/** How many bounds lie below an amount; or that doubles cannot tell. */
function stretchOf(monthly: number, bounds: readonly number[]): number {
  let below = 0;
  for (const bound of bounds) {
    if (isNear(bound, monthly)) return NEAR_A_BOUND;
    if (bound < monthly) below++;
  }
  return below;
}

/** The amounts that a criterion compares with, each once, in their order. */
function amountsIn({ bounds }: Criterion): Ratio[] {
  const values = bounds.flatMap((bound): readonly Value[] =>
    "values" in bound ? bound.values : "value" in bound ? [bound.value] : [],
  );
  const amounts = values.flatMap((value) => (value.kind === "quantity" ? [value.quantity.exact] : []));
  return amounts
    .sort(compareRatios)
    .filter((amount, index) => index === 0 || compareRatios(amount, amounts[index - 1] ?? amount) !== 0);
}
