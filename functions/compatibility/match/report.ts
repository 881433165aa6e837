// The match report: the document that answers a demand. Plain JSON, in a fixed order, the same bytes on every node.
import { rounded } from "../../kernel/ratio.ts";
import type { Demand, Expected, Requirement, Strength } from "../demand/demand.ts";
import type { Finding } from "../judge/evaluate.ts";
import type { Judgement, Verdict } from "../judge/judge.ts";
import { nameOf } from "../demand/names.ts";
import { OPERATORS, type Operator } from "../demand/operators.ts";
import type { Price } from "../judge/price.ts";
import type { Candidate } from "./rank.ts";
import { type Outcome, type Reason, outcomeOf, sentence } from "../judge/reasons.ts";
import type { Tally } from "./tally.ts";

export type Warning =
  | { readonly code: "not-evaluated"; readonly term: string }
  | { readonly code: "stale-source"; readonly provider: string; readonly manifest: string }
  | { readonly code: "unknown-area"; readonly area: string };

export interface MatchReport {
  readonly type: "MatchReport";
  /** Canonical digest of the demand's graph. */
  readonly demand: string;
  /** Digest of the market's snapshot. */
  readonly snapshot: string;
  readonly ruleVersion: string;
  readonly currency?: string;
  /** Most results a component; may be less than what was asked for when the demand is long. */
  readonly limit: number;
  readonly warnings: readonly Warning[];
  readonly component: readonly ComponentReport[];
}

export interface ComponentReport {
  readonly name: string;
  readonly class: string;
  readonly count: number;
  /** Over all offers of the class, not only those in `results`. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Why offers are not compatible: for each must, how many offers by reason code. */
  readonly shortfalls: readonly Shortfall[];
  readonly results: readonly OfferReport[];
}

export interface Shortfall {
  readonly on: string;
  readonly expected?: Expected;
  readonly reasons: Readonly<Record<string, number>>;
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
}

export interface PriceReport {
  readonly monthly?: number;
  readonly currency?: string;
  /** The region that the price is for, where prices differ by region. */
  readonly region?: string;
  readonly reason?: string;
  /** Whether charges were left out, of the kinds in `leftOut`. */
  readonly partial: boolean;
  readonly leftOut: readonly string[];
}

export interface RequirementReport {
  readonly strength: Strength;
  readonly on: string;
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly expected: Expected;
  readonly found: readonly string[];
  readonly message: string;
}

export interface ObstacleReport {
  readonly on: string;
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly found: readonly string[];
  /** Where the provider explains it. */
  readonly page?: string;
  readonly message: string;
}

interface Matched {
  readonly demand: Demand;
  readonly digest: string;
  readonly snapshot: string;
  readonly rules: string;
  readonly limit: number;
  readonly warnings: readonly Warning[];
  readonly tallies: readonly Tally[];
}

/** Writes the report of a finished match. */
export function writeReport({
  demand,
  digest,
  snapshot,
  rules,
  limit,
  warnings,
  tallies,
}: Matched): MatchReport {
  return {
    type: "MatchReport",
    demand: digest,
    snapshot,
    ruleVersion: rules,
    ...(demand.currency ? { currency: demand.currency } : {}),
    limit,
    warnings,
    component: tallies.map(componentReport),
  };
}

function componentReport(tally: Tally): ComponentReport {
  const { component, counts } = tally;
  const musts = component.must.map(({ name, expected }, index) => ({
    on: name,
    expected,
    counter: tally.shortfalls[index],
  }));
  const others = [
    { on: "status", counter: tally.withdrawn },
    { on: "prerequisite", counter: tally.unadmitted },
  ];
  const shortfalls = [...musts, ...others]
    .filter(({ counter }) => counter && counter.size > 0)
    .map(({ counter, ...rest }) => ({ ...rest, reasons: Object.fromEntries([...(counter ?? [])].sort()) }));
  const { name, serviceClass, count } = component;
  return {
    name,
    class: nameOf(serviceClass),
    count,
    counts,
    shortfalls,
    results: tally.best().map(offerReport),
  };
}

function offerReport({ judgement, source }: Candidate): OfferReport {
  const { offer, verdict, score, price, findings } = judgement;
  return {
    offer: offer.iri,
    ...(offer.name === undefined ? {} : { name: offer.name }),
    provider: source.provider,
    ...(source.name === undefined ? {} : { providerName: source.name }),
    manifest: source.manifest,
    verdict,
    score: rounded(score),
    price: priceReport(price),
    requirements: findings.map(requirementReport),
    obstacles: obstaclesOf(judgement),
  };
}

function priceReport(price: Price): PriceReport {
  const rest = { partial: price.leftOut.length > 0, leftOut: price.leftOut };
  if (!price.known) return { reason: price.reason, ...rest };
  const { currency, region } = price;
  return { monthly: rounded(price.monthly), currency, ...(region === undefined ? {} : { region }), ...rest };
}

/** Some offers are sold in fifty regions; a sentence that names them all helps nobody. */
const MOST_FOUND = 12;

function requirementReport({ requirement, outcome, reason, found }: Finding): RequirementReport {
  const { strength, name, expected } = requirement;
  const shown = found.map(({ type, value }) => (type === "uri" ? nameOf(value) : value));
  const words = { on: name, expected: inWords(requirement), found: enumerate(shown) };
  const message = sentence(reason, words);
  return { strength, on: name, outcome, reason, expected, found: shown.slice(0, MOST_FOUND), message };
}

function enumerate(values: readonly string[]): string {
  const rest = values.length - MOST_FOUND;
  return values.slice(0, MOST_FOUND).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function inWords({ expected, per, name }: Requirement): string {
  const bounds = Object.entries(expected).map(([operator, written]) => {
    const values = typeof written === "string" ? written : enumerate(written);
    return `${OPERATORS[operator as Operator].words} ${values}`.trim();
  });
  return bounds.join(" and ") + (name === "price" ? ` a ${per}` : "");
}

function obstaclesOf({ offer, isWithdrawn, prerequisites }: Judgement): ObstacleReport[] {
  const withdrawn = isWithdrawn ? [obstacle("status", "withdrawn", offer.status ?? "")] : [];
  const unmet = prerequisites
    .filter(({ isMet }) => !isMet)
    .map(({ ask, page }) => ({
      ...obstacle("prerequisite", "prerequisite-not-presented", ask ?? page ?? "something unnamed"),
      ...(page === undefined ? {} : { page }),
    }));
  return [...withdrawn, ...unmet];
}

function obstacle(on: string, reason: Reason, found: string): ObstacleReport {
  const message = sentence(reason, { on, found, expected: "" });
  return { on, outcome: outcomeOf(reason), reason, found: [found], message };
}
