// For a demand that nothing meets: the changes that would give up least, over the whole market. Pure.
import type { Component, Demand } from "../demand/demand.ts";
import { regionMusts } from "../judge/judge.ts";
import { type Relaxation, relax } from "./relax.ts";
import { compareWays } from "./relax-condition.ts";
import type { NearMisses } from "./tally.ts";

export interface MarketRelaxation {
  readonly relaxation: Relaxation;
  /** Offers that would be compatible. */
  readonly offers: number;
  /** IRI of the first of them. */
  readonly offer: string;
}

const MOST_RELAXATIONS = 5;

/**
 * The cheapest relaxations of the offers that come close, each with the number of offers that it wins; `count` says how
 * many offers are compatible with a demand's only component.
 */
export function relaxMarket(
  demand: Demand,
  component: Component,
  nearMisses: Iterable<NearMisses>,
  count: (relaxed: Demand) => number,
): MarketRelaxation[] {
  const found = new Map<string, { relaxation: Relaxation; offer: string }>();
  // Another region may bring the price down, and then one change makes up for two that are missing.
  const spared = regionMusts(component).length > 0 ? 1 : 0;
  for (const { missing, candidates } of nearMisses) {
    const fewer = [...found.values()].filter(
      ({ relaxation }) => relaxation.changes.length < missing - spared,
    );
    if (fewer.length >= MOST_RELAXATIONS) break;
    for (const { judgement } of candidates) {
      const relaxation = relax(demand, component, judgement);
      if (!relaxation) continue;
      const key = kindOf(relaxation);
      const known = found.get(key);
      if (!known || compareWays(relaxation, known.relaxation) < 0)
        found.set(key, { relaxation, offer: judgement.offer.iri });
    }
  }
  return [...found.values()]
    .sort((a, b) => compareWays(a.relaxation, b.relaxation))
    .slice(0, MOST_RELAXATIONS)
    .map(({ relaxation, offer }) => ({ relaxation, offer, offers: count(relaxation.demand) }));
}

/** What a relaxation changes, however far: of two that only move the same bounds, the nearer one says it all. */
export function kindOf({ changes }: Relaxation): string {
  return JSON.stringify(changes.map((change) => (change.how === "move" ? { ...change, to: "" } : change)));
}
