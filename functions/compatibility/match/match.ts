// A demand against a market: every manifest that could match is opened, scanned and tallied.
import { type Parents, isKnownPlace } from "../../kernel/place.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { type Component, type Demand, criteriaOf } from "../demand/demand.ts";
import { subclassesOf } from "../demand/names.ts";
import type { FactBase, FactsRefusal, Market, Source } from "../ports.ts";
import type { TrustPolicy } from "../../trust/policy/policy.ts";
import { supportOf } from "../evidence/weigh.ts";
import { compareText } from "./rank.ts";
import { relaxMarket } from "./relax-market.ts";
import { type MatchReport, type Warning, writeReport } from "./report.ts";
import { type Opened, Scan } from "./scan.ts";
import { Tally } from "./tally.ts";

export type MatchRefusal = FactsRefusal;

/** A report is reproducible only under the rules that made it; any change to an outcome or to the order changes this. */
export const RULE_VERSION = "mpli-match-3";

/** Most findings in one report; results are cut so that a long demand cannot ask for an answer of gigabytes. */
const MAX_FINDINGS = 50_000;

export interface MatchOptions {
  /** Canonical digest of the demand's graph. */
  readonly demand: string;
  /** Most results a component. */
  readonly limit: number;
  /** Whose credentials the customer believes. */
  readonly policy: TrustPolicy;
}

/**
 * Matches every component of `demand` against the offers of `market`. The same demand, snapshot and rule version give
 * the same report byte for byte. A document that is not at hand refuses the whole: half a market is no answer.
 */
export async function match(
  demand: Demand,
  market: Market,
  facts: FactBase,
  options: MatchOptions,
): Promise<Result<MatchReport, MatchRefusal>> {
  const limit = Math.min(options.limit, affordable(demand));
  const opened = await openMarket(demand, market, facts, options.policy);
  if (!opened.ok) return opened;
  const tallies = demand.components.map(
    (component) => new Tally(demand, component, scanAll(demand, component, opened.value), limit),
  );
  const countOf = (relaxed: Demand) =>
    relaxed.components
      .flatMap((component) => scanAll(relaxed, component, opened.value))
      .reduce((sum, { verdicts }) => sum + verdicts.filter((verdict) => verdict === 0).length, 0);
  return ok(
    writeReport({
      demand,
      snapshot: market.digest,
      sources: market.sources.toSorted(bySource),
      rules: RULE_VERSION,
      digest: options.demand,
      limit,
      policy: asksForEvidence(demand.components) ? options.policy.name : undefined,
      credentials: consideredIn(opened.value),
      warnings: warningsOf(alone(demand), market, opened.value),
      tallies,
      relaxations: tallies.map((tally) =>
        tally.counts.compatible > 0 ? [] : relaxMarket(demand, tally.component, tally.nearMisses(), countOf),
      ),
    }),
  );
}

/** What components have to hold together is no matter of a match, which judges each by itself. */
function alone(demand: Demand): Demand {
  const unread = [
    ...(demand.together.length > 0 ? ["together"] : []),
    ...(demand.latencies.length > 0 ? ["latencyTable"] : []),
    ...(demand.preferences.some(({ criterion }) => criterion === "fewestProviders")
      ? ["fewestProviders"]
      : []),
  ];
  return { ...demand, notEvaluated: [...demand.notEvaluated, ...unread].sort() };
}

function affordable({ components }: Demand): number {
  const findings = components
    .flatMap(({ must, should }) => [...must, ...should])
    .reduce((sum, { condition }) => sum + criteriaOf(condition).length, 0);
  return Math.max(1, Math.floor(MAX_FINDINGS / Math.max(1, findings)));
}

/** All manifests with an offer of a class that some component asks for, in a fixed order. */
export async function openMarket(
  { components }: Demand,
  { sources }: Market,
  facts: FactBase,
  policy: TrustPolicy,
): Promise<Result<readonly Opened[], FactsRefusal>> {
  const classes = new Set(components.flatMap(({ serviceClass }) => subclassesOf(serviceClass)));
  const relevant = sources
    .filter(({ documents }) =>
      documents.some((document) => document.classes.some((name) => classes.has(name))),
    )
    .sort(bySource);
  const segments = await facts.open(relevant);
  if (!segments.ok) return segments;
  const claims = asksForEvidence(components) ? await facts.claims(relevant) : [];
  return ok(
    relevant.flatMap((source, index) => {
      const segment = segments.value[index];
      return segment ? [{ source, segment, support: supportOf(source, claims[index], policy) }] : [];
    }),
  );
}

/** Whether any requirement is about more than what a manifest says. */
export function asksForEvidence(components: readonly Component[]): boolean {
  return components.some(({ must, should }) =>
    [...must, ...should].some(({ condition }) =>
      criteriaOf(condition).some(({ evidence }) => evidence.party !== "asserted"),
    ),
  );
}

/** Digests of the credentials that the answer may rest on, in order. */
export function consideredIn(opened: readonly Opened[]): readonly string[] {
  return [...new Set(opened.flatMap(({ support }) => support.credentials))].sort();
}

/** Judges all offers of a component's class. */
export function scanAll(demand: Demand, component: Component, opened: readonly Opened[]): Scan[] {
  const classes = new Set(subclassesOf(component.serviceClass));
  return opened.map((each) => new Scan(demand, component, each, classes));
}

/** The fixed order in which manifests are read and named. */
export const bySource = (a: Source, b: Source) =>
  compareText(a.provider, b.provider) || compareText(a.manifest, b.manifest);

/** What a reader of a report on this demand and market should know. */
export function warningsOf(demand: Demand, { sources }: Market, opened: readonly Opened[]): Warning[] {
  const stale = sources.filter((source) => source.stale).toSorted(bySource);
  const unseen = demand.presentation && !demand.customer.shown ? ["presentation"] : [];
  return [
    ...[...demand.notEvaluated, ...unseen].sort().map((term) => ({ code: "not-evaluated" as const, term })),
    ...stale.map(({ provider, manifest }) => ({ code: "stale-source" as const, provider, manifest })),
    ...unknownAreas(demand, opened),
  ];
}

/** Areas asked for that neither the published hierarchy nor any manifest read mentions: most likely misspelt. */
function unknownAreas({ components }: Demand, opened: readonly Opened[]): Warning[] {
  const bounds = components
    .flatMap(({ must, should }) => [...must, ...should])
    .flatMap(({ condition }) => criteriaOf(condition).flatMap((criterion) => criterion.bounds));
  const areas = bounds.flatMap((bound) => (bound.operator === "within" ? bound.areas : []));
  const isStated = ({ segment }: Opened, area: string) => names(segment.around.parents, area);
  return [...new Set(areas)]
    .filter((area) => !isKnownPlace(area) && !opened.some((each) => isStated(each, area)))
    .sort()
    .map((area) => ({ code: "unknown-area", area }));
}

const names = (parents: Parents, area: string) =>
  parents.has(area) || [...parents.values()].some((areas) => areas.includes(area));
