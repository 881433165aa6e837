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
  const judge = (price: Price) => codeOf(evaluatePrice(criterion, price, hoursPerMonth).reason);
  const known = (monthly: Ratio): Price => ({ known: true, monthly, currency: "", lines: [], leftOut: [] });
  const byReason = new Map<PriceReason, number>();
  const byStretch = new Map<number, number>();
  const reasonFor = (candidate: number): number => {
    const price = scan.price(candidate);
    const { reason, monthly } = price;
    if (reason !== undefined)
      return memo(byReason, reason, () => judge({ known: false, reason, leftOut: [] }));
    const exactly = () => judge(known(scan.prices.amount(scan.offers[candidate] ?? 0, price)));
    let below = 0;
    for (const bound of bounds) {
      if (isNear(bound, monthly)) return exactly();
      if (bound < monthly) below++;
    }
    return memo(byStretch, below, exactly);
  };
  const reasons = new Uint8Array(scan.offers.length);
  for (let candidate = 0; candidate < reasons.length; candidate++) reasons[candidate] = reasonFor(candidate);
  return reasons;
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

function memo<K>(known: Map<K, number>, key: K, compute: () => number): number {
  const value = known.get(key) ?? compute();
  known.set(key, value);
  return value;
}
