// The order of a report: verdict, preference score, price, provider, offer. Total, so that every node gives the same.
import { compareRatios } from "../../kernel/ratio.ts";
import { type Judgement, VERDICTS } from "../judge/judge.ts";
import type { Source } from "../ports.ts";
import type { Price } from "../judge/price.ts";

export interface Candidate {
  readonly judgement: Judgement;
  readonly source: Source;
}

/** Negative when `a` comes before `b`. Names compare by code unit, in no locale. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  const [left, right] = [a.judgement, b.judgement];
  return (
    VERDICTS.indexOf(left.verdict) - VERDICTS.indexOf(right.verdict) ||
    compareRatios(right.score, left.score) ||
    comparePrices(left.price, right.price) ||
    compareText(a.source.provider, b.source.provider) ||
    compareText(left.offer.iri, right.offer.iri) ||
    compareText(a.source.manifest, b.source.manifest)
  );
}

function comparePrices(a: Price, b: Price): number {
  if (a.known && b.known) return compareRatios(a.monthly, b.monthly);
  return Number(b.known) - Number(a.known);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
