// The order of a report: verdict, preference score, what the demand prefers, price, provider, offer. Total, so that every
// node gives the same.
import { compareRatios } from "../../kernel/ratio.ts";
import type { Judgement } from "../judge/judge.ts";
import type { Source } from "../ports.ts";
import { isNear } from "./charges.ts";
import type { Scan } from "./scan.ts";

/** An offer with all that is reported of it. */
export interface Candidate {
  readonly judgement: Judgement;
  readonly source: Source;
}

/** An offer as a scan knows it. */
export interface Entry {
  readonly scan: Scan;
  /** Number of the candidate in its scan. */
  readonly candidate: number;
}

/** Negative when `a` comes before `b`. */
export type Order = (a: Entry, b: Entry) => number;

/** Orders by verdict, score, `wishes` one after the other, price and names. Names compare by code unit, in no locale. */
export function rankBy(wishes: readonly Order[]): Order {
  return (a, b) => {
    const first = compareStanding(a, b);
    if (first !== 0) return first;
    for (const wish of wishes) {
      const preferred = wish(a, b);
      if (preferred !== 0) return preferred;
    }
    return comparePrices(a, b) || compareNames(a, b);
  };
}

function compareStanding(a: Entry, b: Entry): number {
  const [verdict = 0, other = 0] = [a.scan.verdicts[a.candidate], b.scan.verdicts[b.candidate]];
  if (verdict !== other) return verdict - other;
  return (b.scan.scores[b.candidate] ?? 0) - (a.scan.scores[a.candidate] ?? 0);
}

/** By the price of a month, exactly; those that have none come last. */
export function comparePrices(a: Entry, b: Entry): number {
  const [left, right] = [a.scan.price(a.candidate), b.scan.price(b.candidate)];
  if (left.reason !== undefined || right.reason !== undefined)
    return Number(left.reason !== undefined) - Number(right.reason !== undefined);
  if (!isNear(left.monthly, right.monthly)) return left.monthly - right.monthly;
  const [times, otherTimes] = [a.scan.prices.timesOf(left), b.scan.prices.timesOf(right)];
  // Doubles that spell their amounts are in the order of these; most equal prices are a single equal amount.
  if (times && otherTimes && (times === otherTimes || compareRatios(times, otherTimes) === 0))
    return a.scan.prices.spelt(left) - b.scan.prices.spelt(right);
  return compareRatios(amountOf(a), amountOf(b));
}

/** The exact price of a month of an offer that has one. */
export function amountOf({ scan, candidate }: Entry) {
  return scan.prices.amount(scan.offers[candidate] ?? 0, scan.price(candidate));
}

function compareNames(a: Entry, b: Entry): number {
  if (a.scan === b.scan) return a.candidate - b.candidate;
  const [left, right] = [a.scan.source, b.scan.source];
  return (
    compareText(left.provider, right.provider) ||
    compareText(iriOf(a), iriOf(b)) ||
    compareText(left.manifest, right.manifest)
  );
}

const iriOf = ({ scan, candidate }: Entry) => scan.segment.iri(scan.offers[candidate] ?? 0);

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
