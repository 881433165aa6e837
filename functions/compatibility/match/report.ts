// The match report: the document that answers a demand. JSON-LD, in a fixed order, the same bytes on every node.
import { CONTEXT } from "../../kernel/json-ld.ts";
import { rounded } from "../../kernel/ratio.ts";
import type { Demand, Expected, Strength } from "../demand/demand.ts";
import { nameOf } from "../demand/names.ts";
import { conditionName } from "../demand/path.ts";
import type { Verdict } from "../judge/judge.ts";
import type { Need, Obstacle } from "../judge/obstacles.ts";
import type { Missing } from "../../trust/presentation/satisfies.ts";
import { type Reason, sentence } from "../judge/reasons.ts";
import type { Outcome } from "../judge/truth.ts";
import { type ConditionReport, Explainer } from "./explain.ts";
import { type PriceReport, priceReport } from "./price-report.ts";
import type { Candidate } from "./rank.ts";
import { type Relaxation, relax } from "./relax.ts";
import { type Asked, type ReportHead, reportHead } from "./report-head.ts";
import { type RelaxationReport, relaxationReport } from "./relaxation-report.ts";
import type { Counter, Tally } from "./tally.ts";

export type Warning =
  | { readonly code: "not-evaluated"; readonly term: string }
  | { readonly code: "stale-source"; readonly provider: string; readonly manifest: string }
  | { readonly code: "unknown-area"; readonly area: string };

export interface MatchReport extends ReportHead {
  readonly "@context": typeof CONTEXT;
  readonly type: "MatchReport";
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
  /** What keeps the presentation from answering the provider's query. */
  readonly missing?: readonly Missing[];
  readonly message: string;
}

export interface MarketRelaxation {
  readonly relaxation: Relaxation;
  readonly offers: number;
  readonly offer: string;
}

interface Matched extends Asked {
  readonly sources: readonly SourceReport[];
  readonly limit: number;
  readonly warnings: readonly Warning[];
  readonly tallies: readonly Tally[];
  /** By component, in the order of `tallies`. */
  readonly relaxations: readonly (readonly MarketRelaxation[])[];
}

/** Writes the report of a finished match. */
export function writeReport(matched: Matched): MatchReport {
  const { demand, sources, limit, warnings, tallies, relaxations } = matched;
  return {
    "@context": CONTEXT,
    type: "MatchReport",
    ...reportHead(matched),
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

/** A provider can ask for much at once; what a customer mends first is enough. */
const MOST_MISSING = 12;

function obstacleReport(obstacle: Obstacle): ObstacleReport {
  const { on, outcome, reason, found, expected, page, bring, missing } = obstacle;
  const named = found.map(nameOf);
  const words = { on, found: named.join(", "), expected: expected === undefined ? "" : nameOf(expected) };
  return {
    on,
    outcome,
    reason,
    found: named,
    ...(page === undefined ? {} : { page }),
    ...(bring ? { bring } : {}),
    ...(missing ? { missing: missing.slice(0, MOST_MISSING) } : {}),
    message: sentence(reason, words),
  };
}
