// What a missed objective gives back: shares of what a time costs, none of which is given twice. Pure.
import { parseQuantity } from "../../kernel/quantity.ts";
import { type Ratio, add, compareRatios, parseRatio, ratio, subtract } from "../../kernel/ratio.ts";
import { decimalOf } from "../agreement/check-price.ts";
import type { Measured } from "./measured.ts";

export interface Credited extends Pick<Measured, "objective" | "promised" | "value"> {
  /** Of what the time costs: a decimal number above 0, up to 1. */
  readonly share: string;
  /** Instants of ISO 8601 in UTC, so that their order is that of their text. */
  readonly from: string;
  readonly until: string;
}

/**
 * What a measurement gives back beside what was given `before`: at each moment the greatest share of its objective, and
 * with those of other objectives no more than the whole (MPLI-DEL-142, MPLI-DEL-143).
 */
export function creditsFor(
  { objective, promised, value, from, until, serviceCredit }: Measured,
  before: readonly Credited[],
): readonly Credited[] {
  const owed = shareIn(serviceCredit);
  const around = before.filter((other) => other.from < until && from < other.until);
  const borders = around
    .flatMap((other) => [other.from, other.until])
    .filter((at) => from < at && at < until);
  const times = [...new Set([from, ...borders, until])].sort();
  const credits: Credited[] = [];
  for (const [index, end] of times.slice(1).entries()) {
    const start = times[index] ?? end;
    const there = around.filter((other) => other.from <= start && end <= other.until);
    const mine = there.filter((other) => other.objective === objective);
    const [more, left] = [subtract(owed, totalOf(mine)), subtract(ratio(1n), totalOf(there))];
    const added = compareRatios(more, left) < 0 ? more : left;
    if (added.numerator <= 0n) continue;
    const share = decimalOf(added);
    const last = credits.at(-1);
    if (last?.until === start && last.share === share) credits.pop();
    const begun = last?.until === start && last.share === share ? last.from : start;
    credits.push({ objective, promised, value, share, from: begun, until: end });
  }
  return credits;
}

const totalOf = (credits: readonly Credited[]): Ratio =>
  credits.reduce((sum, { share }) => add(sum, parseRatio(share) ?? ratio(0n)), ratio(0n));

function shareIn(serviceCredit: string | undefined): Ratio {
  const share = parseQuantity(serviceCredit ?? "0 %");
  return share.ok ? share.value.exact : ratio(0n);
}
