// Whether the price that a customer agrees to is the offer's price now: recomputed from its components, compared exactly.
import { type PriceComponent, type PriceReason, priceOf } from "../../compatibility/judge/price.ts";
import { perPeriod } from "../../compatibility/demand/periods.ts";
import type { Uncounted } from "../../compatibility/demand/meters.ts";
import { spellNumber } from "../../kernel/number.ts";
import { xsd } from "../../kernel/generated/vocabulary.ts";
import { type Ratio, compareRatios, parseRatio, ratio, rounded, subtract } from "../../kernel/ratio.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { OrderPrice, OrderRequest } from "./order-request.ts";

/** Amounts are decimal numbers in the order's currency and period; without `current` there is no price, for `reason`. */
export interface PriceRefusal {
  readonly code: "price-differs";
  readonly asked: string;
  readonly current?: string;
  /** `asked` less `current`. */
  readonly difference?: string;
  readonly reason?: PriceReason;
}

export interface AgreedPrice extends OrderPrice {
  /** Charges that the amount does not count, such as one that is paid once. */
  readonly leftOut: readonly Uncounted[];
}

/**
 * Refuses an amount that is neither the exact price nor that price with six decimals, halves away from zero, as match
 * reports have it: prices such as a twelfth of a year's have no exact decimal.
 */
export function checkPrice(
  { price, usage }: Pick<OrderRequest, "price" | "usage">,
  components: readonly PriceComponent[],
  region: string | undefined,
): Result<AgreedPrice, PriceRefusal> {
  const { amount, currency, per } = price;
  const found = priceOf(components, { currency, usage, regions: [region] });
  if (!found.known) return refused({ code: "price-differs", asked: amount, reason: found.reason });
  const current = perPeriod(found.monthly, per, usage.hoursPerMonth);
  const asked = parseRatio(amount) ?? ratio(-1n);
  const isSame = [current, sixDecimals(current)].some((one) => compareRatios(asked, one) === 0);
  if (isSame) return ok({ ...price, leftOut: found.leftOut });
  return refused({
    code: "price-differs",
    asked: amount,
    current: decimalOf(current),
    difference: decimalOf(subtract(asked, current)),
  });
}

const sixDecimals = (exact: Ratio) => parseRatio(spellNumber(rounded(exact), xsd.decimal.value)[0]) ?? exact;

const MOST_DECIMALS = 30;

/** All digits of a number that has an end, and six decimals of one that has none. */
export function decimalOf({ numerator, denominator }: Ratio): string {
  let decimals = 0;
  let scale = 1n;
  while (scale % denominator !== 0n && decimals < MOST_DECIMALS) {
    scale *= 10n;
    decimals++;
  }
  if (scale % denominator !== 0n)
    return spellNumber(rounded({ numerator, denominator }), xsd.decimal.value)[0];
  const isNegative = numerator < 0n;
  const digits = String(((isNegative ? -numerator : numerator) * scale) / denominator).padStart(
    decimals + 1,
    "0",
  );
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return `${isNegative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
