// The match report: the document that answers a demand. JSON-LD, in a fixed order, the same bytes on every node.
import { CONTEXT } from "../../kernel/json-ld.ts";
import { multiply, rounded } from "../../kernel/ratio.ts";
import type { Demand, Expected, Strength } from "../demand/demand.ts";
import { nameOf } from "../demand/names.ts";
import { conditionName } from "../demand/path.ts";
import type { Verdict } from "../judge/judge.ts";
import type { Need, Obstacle } from "../judge/obstacles.ts";
import type { Line, Price } from "../judge/price.ts";
import { type Reason, sentence } from "../judge/reasons.ts";
import type { Outcome } from "../judge/truth.ts";
import { type ConditionReport, Explainer, boundsInWords } from "./explain.ts";
import type { Candidate } from "./rank.ts";
import { type Relaxation, relax } from "./relax.ts";
import type { Change } from "./relax-condition.ts";
import type { Counter, Tally } from "./tally.ts";

export type Warning =
  | { readonly code: "not-evaluated"; readonly term: string }
  | { readonly code: "stale-source"; readonly provider: string; readonly manifest: string }
  | { readonly code: "unknown-area"; readonly area: string };

export interface MatchReport {
  readonly "@context": typeof CONTEXT;
  readonly type: "MatchReport";
  /** Canonical digest of the demand's graph. */
  readonly demand: string;
  /** Digest of the market's snapshot. */
  readonly snapshot: string;
  /** Digests of the credentials that were considered, in order; none in this version of the rules. */
  readonly credentials: readonly string[];
  readonly ruleVersion: string;
  readonly currency?: string;
  /** Most results a component; may be less than what was asked for when the demand is long. */
  readonly limit: number;
  /** The manifests of the snapshot, by provider: what the digest `snapshot` is made of. */
  readonly sources: readonly SourceReport[];
  readonly warnings: readonly Warning[];
  readonly component: readonly ComponentReport[];
}

export interface SourceReport {
  readonly provider: string;
  /** Digest of the manifest's version. */
  readonly manifest: string;
}

export interface ComponentReport {
  readonly name: string;
  readonly class: string;
  readonly count: number;
  /** Over all offers of the class, not only those in `results`. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Why offers are not compatible: for each must, how many offers by reason code. */
  readonly shortfalls: readonly Shortfall[];
  /** Where nothing is compatible: the changes to the demand that would give up least. */
  readonly relaxations: readonly MarketRelaxationReport[];
  readonly results: readonly OfferReport[];
}

export interface Shortfall {
  readonly on: string;
  readonly expected?: Expected;
  readonly reasons: Readonly<Record<string, number>>;
  /** Offers that nothing else keeps from being compatible. */
  readonly alone: number;
}

export interface RelaxationReport {
  readonly changes: readonly Change[];
  readonly message: string;
}

export interface MarketRelaxationReport extends RelaxationReport {
  /** Offers that would be compatible. */
  readonly offers: number;
  /** One of them. */
  readonly offer: string;
}

export interface OfferReport {
  readonly offer: string;
  readonly name?: string;
  readonly provider: string;
  readonly providerName?: string;
  /** Digest of the manifest's version that the offer was read from. */
  readonly manifest: string;
  readonly verdict: Verdict;
  readonly score: number;
  /** For one of the component, in a month of the stated usage. */
  readonly price: PriceReport;
  readonly requirements: readonly RequirementReport[];
  /** What stands in the way besides requirements. */
  readonly obstacles: readonly ObstacleReport[];
  /** The smallest change to the demand that would make it compatible. */
  readonly relaxation?: RelaxationReport;
}

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

export interface RequirementReport extends ConditionReport {
  readonly strength: Strength;
}

export interface ObstacleReport {
  readonly on: string;
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly found: readonly string[];
  /** Where the provider explains it. */
  readonly page?: string;
  /** What the customer still has to bring. */
  readonly bring?: Need;
  readonly message: string;
}

export interface MarketRelaxation {
  readonly relaxation: Relaxation;
  readonly offers: number;
  readonly offer: string;
}

interface Matched {
  readonly demand: Demand;
  readonly digest: string;
  readonly snapshot: string;
  readonly sources: readonly SourceReport[];
  readonly rules: string;
  readonly limit: number;
  readonly warnings: readonly Warning[];
  readonly tallies: readonly Tally[];
  /** By component, in the order of `tallies`. */
  readonly relaxations: readonly (readonly MarketRelaxation[])[];
}

/** Writes the report of a finished match. */
export function writeReport(matched: Matched): MatchReport {
  const { demand, digest, snapshot, sources, rules, limit, warnings, tallies, relaxations } = matched;
  return {
    "@context": CONTEXT,
    type: "MatchReport",
    demand: digest,
    snapshot,
    credentials: [],
    ruleVersion: rules,
    ...(demand.currency ? { currency: demand.currency } : {}),
    limit,
    sources: sources.map(({ provider, manifest }) => ({ provider, manifest })),
    warnings,
    component: tallies.map((tally, index) => componentReport(demand, tally, relaxations[index] ?? [])),
  };
}

function componentReport(
  demand: Demand,
  tally: Tally,
  relaxations: readonly MarketRelaxation[],
): ComponentReport {
  const { component, counts } = tally;
  const explainer = new Explainer();
  const { name, serviceClass, count } = component;
  const musts = component.must.map(({ condition }, index) => ({
    on: conditionName(condition),
    ...(condition.kind === "criterion" ? { expected: condition.expected } : {}),
    counter: tally.musts[index],
  }));
  const others = [
    { on: "status", counter: tally.status },
    { on: "prerequisite", counter: tally.prerequisite },
  ];
  return {
    name,
    class: nameOf(serviceClass),
    count,
    counts,
    shortfalls: [...musts, ...others].flatMap(({ counter, ...rest }) => shortfall(rest, counter)),
    relaxations: relaxations.map(({ relaxation, offers, offer }) => ({
      ...relaxationReport(relaxation),
      offers,
      offer,
    })),
    results: tally.best().map((candidate) => offerReport(demand, tally, candidate, explainer)),
  };
}

function shortfall(
  must: { readonly on: string; readonly expected?: Expected },
  counter: Counter | undefined,
): Shortfall[] {
  if (!counter || counter.reasons.size === 0) return [];
  return [{ ...must, reasons: Object.fromEntries([...counter.reasons].sort()), alone: counter.alone }];
}

function offerReport(
  demand: Demand,
  { component }: Tally,
  { judgement, source }: Candidate,
  explainer: Explainer,
): OfferReport {
  const { offer, verdict, score, price, findings, obstacles } = judgement;
  const relaxation = relax(demand, component, judgement);
  return {
    offer: offer.iri,
    ...(offer.name === undefined ? {} : { name: offer.name }),
    provider: source.provider,
    ...(source.name === undefined ? {} : { providerName: source.name }),
    manifest: source.manifest,
    verdict,
    score: rounded(score),
    price: priceReport(price),
    requirements: findings.map(({ requirement: { strength }, finding }) => ({
      strength,
      ...explainer.explain(finding, judgement, source.provider),
    })),
    obstacles: obstacles.map(obstacleReport),
    ...(relaxation ? { relaxation: relaxationReport(relaxation) } : {}),
  };
}

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

function obstacleReport({ on, outcome, reason, found, expected, page, bring }: Obstacle): ObstacleReport {
  const named = found.map(nameOf);
  const words = { on, found: named.join(", "), expected: expected === undefined ? "" : nameOf(expected) };
  return {
    on,
    outcome,
    reason,
    found: named,
    ...(page === undefined ? {} : { page }),
    ...(bring ? { bring } : {}),
    message: sentence(reason, words),
  };
}

function relaxationReport({ changes }: Relaxation): RelaxationReport {
  const sentences = changes.map(changeInWords).join("; ");
  return { changes, message: `Compatible with ${sentences}.` };
}

/** One change in words: "memory at least 60 GiBy instead of at least 64 GiBy". */
function changeInWords(change: Change): string {
  switch (change.how) {
    case "move":
    case "widen":
      return `${change.on} ${boundsInWords(change.to)} instead of ${boundsInWords(change.from)}`;
    case "count":
      return `${change.to} instead of ${change.from} times ${change.on}`;
    case "evidence":
      return `${change.on} as it is ${change.to}, instead of ${change.from}`;
    case "wish":
      return `${change.on} as a wish${change.from ? ` (${boundsInWords(change.from)})` : ""}`;
    case "bring":
      return needInWords(change.need);
  }
}

function needInWords(need: Need): string {
  switch (need.kind) {
    case "presentation":
      return `${need.of} presented`;
    case "acceptance":
      return `the terms ${need.of} accepted`;
    case "country":
      return "the customer's country stated";
  }
}
