// The ways to have a component: its compatible offers, each in each region that the demand leaves open. Pure.
import { multiply, ratio, rounded } from "../../kernel/ratio.ts";
import { type Component, type Demand, type Preference } from "../demand/demand.ts";
import { greenness, kilometres } from "../judge/preferences.ts";
import { type Price, priceOf } from "../judge/price.ts";
import type { Candidate } from "../match/rank.ts";

export interface Choice {
  readonly candidate: Candidate;
  /** IRI; absent for an offer that states none. */
  readonly region?: string;
  /** For one copy, in this region. */
  readonly price: Price;
  /** By level, see `LEVELS`. */
  readonly costs: readonly number[];
}

/** What is added up over the components of a composition, each in integers. */
export const LEVELS = ["score", "unpriced", "price", "unlocated", "nearest", "greenest", "weighted"] as const;
export type Level = (typeof LEVELS)[number];

const MILLION = 1_000_000;

/** All choices for a component, by provider, offer and region: the order that decides between equals. */
export function choicesOf(demand: Demand, component: Component, candidates: readonly Candidate[]): Choice[] {
  const needsPrice = demand.together.some(({ kind }) => kind === "budget");
  const all = candidates.toSorted(byOffer).flatMap((candidate) => inRegions(demand, component, candidate));
  return weigh(demand, needsPrice ? all.filter(({ price }) => price.known) : all);
}

const byOffer = (a: Candidate, b: Candidate) =>
  compare(a.source.provider, b.source.provider) || compare(a.judgement.offer.iri, b.judgement.offer.iri);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function inRegions(demand: Demand, component: Component, candidate: Candidate): Choice[] {
  const { offer, regions, score, around, price } = candidate.judgement;
  const places = regions.length > 0 ? regions.toSorted() : [undefined];
  return places.map((region) => {
    const there = priceOf(offer.prices, {
      currency: demand.currency,
      usage: component.usage,
      regions: [region],
    });
    const facts = region === undefined ? undefined : around.regions.get(region);
    const known = region === undefined ? price : there;
    const distance = kilometres(demand.near, facts);
    const costs: Record<Level, number> = {
      score: MILLION - Math.round(rounded(score) * MILLION),
      unpriced: known.known ? 0 : 1,
      price: known.known ? millionths(known, component.count) : 0,
      unlocated: distance === undefined ? 1 : 0,
      nearest: distance ?? 0,
      greenest: greenness(facts),
      weighted: 0,
    };
    return {
      candidate,
      ...(region === undefined ? {} : { region }),
      price: known,
      costs: LEVELS.map((level) => costs[level]),
    };
  });
}

/** The price of all copies, in millionths of the currency a month, rounded once. */
function millionths(price: Price & { known: true }, count: number): number {
  return Math.round(rounded(multiply(price.monthly, ratio(BigInt(count)))) * MILLION);
}

const WEIGHED: Partial<Record<Preference["criterion"], Level>> = {
  cheapest: "price",
  nearest: "nearest",
  greenest: "greenest",
};

/** Fills the level "weighted": each criterion from 0 to a million over all choices, times its weight. */
function weigh({ preferences }: Demand, choices: readonly Choice[]): Choice[] {
  const scales = preferences.flatMap(({ criterion, weight }) => {
    const level = WEIGHED[criterion];
    return level && weight !== undefined ? [{ weight, scale: scaleOf(choices, level) }] : [];
  });
  if (scales.length === 0) return [...choices];
  return choices.map((choice) => {
    const weighted = scales.reduce((sum, { weight, scale }) => sum + weight * scale(choice), 0);
    return {
      ...choice,
      costs: LEVELS.map((level, at) => (level === "weighted" ? weighted : (choice.costs[at] ?? 0))),
    };
  });
}

function scaleOf(choices: readonly Choice[], level: Level): (choice: Choice) => number {
  const at = LEVELS.indexOf(level);
  const unknown: Partial<Record<Level, Level>> = { price: "unpriced", nearest: "unlocated" };
  const flag = unknown[level] === undefined ? -1 : LEVELS.indexOf(unknown[level]);
  const isKnown = ({ costs }: Choice) => costs[flag] !== 1;
  const known = choices.filter(isKnown).map(({ costs }) => costs[at] ?? 0);
  const least = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return (choice) => {
    if (!isKnown(choice)) return MILLION;
    return most === least
      ? 0
      : Math.floor((((choice.costs[at] ?? 0) - least) * MILLION) / (most - least) + 0.5);
  };
}
