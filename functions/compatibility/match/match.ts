// A demand against a market: every offer that could match is read, judged and ranked, one document at a time.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { isKnownPlace } from "../../kernel/place.ts";
import { type Result, ok } from "../../kernel/result.ts";
import type { Demand } from "../demand/demand.ts";
import { type Head, readHead, readOffers } from "../market/facts.ts";
import { judge } from "../judge/judge.ts";
import { subclassesOf } from "../demand/names.ts";
import type { FactBase, FactsRefusal, Market, Source } from "../ports.ts";
import { compareText } from "./rank.ts";
import { type MatchReport, type Warning, writeReport } from "./report.ts";
import { Tally } from "./tally.ts";

export type MatchRefusal = FactsRefusal;

/** A report is reproducible only under the rules that made it; any change to an outcome or to the order changes this. */
export const RULE_VERSION = "mpli-match-1";

/** Most findings in one report; results are cut so that a long demand cannot ask for an answer of gigabytes. */
const MAX_FINDINGS = 50_000;

export interface MatchOptions {
  /** Canonical digest of the demand's graph. */
  readonly demand: string;
  /** Most results a component. */
  readonly limit: number;
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
  const searches = demand.components.map((component) => ({
    classes: new Set(subclassesOf(component.serviceClass)),
    tally: new Tally(component, limit),
  }));
  const areas = new UnknownAreas(demand);
  for (const source of market.sources.toSorted(bySource)) {
    const read = await search(source, demand, searches, { facts, areas });
    if (!read.ok) return read;
  }
  const warnings = [...warningsOf(demand, market), ...areas.warnings()];
  const tallies = searches.map(({ tally }) => tally);
  return ok(
    writeReport({
      demand,
      snapshot: market.digest,
      rules: RULE_VERSION,
      digest: options.demand,
      limit,
      warnings,
      tallies,
    }),
  );
}

function affordable({ components }: Demand): number {
  const findings = components.reduce((sum, { must, should }) => sum + must.length + should.length, 0);
  return Math.max(1, Math.floor(MAX_FINDINGS / Math.max(1, findings)));
}

interface Search {
  readonly classes: ReadonlySet<string>;
  readonly tally: Tally;
}

interface Reading {
  readonly facts: FactBase;
  readonly areas: UnknownAreas;
}

async function search(
  source: Source,
  demand: Demand,
  searches: readonly Search[],
  { facts, areas }: Reading,
): Promise<Result<void, FactsRefusal>> {
  const documents = source.documents.flatMap(({ digest, classes }) => {
    const wanted = searches.flatMap((each) => classes.filter((name) => each.classes.has(name)));
    return wanted.length > 0 ? [{ digest, classes: [...new Set(wanted)].sort() }] : [];
  });
  if (documents.length === 0) return ok(undefined);
  const properties = askedOf(demand);
  const head = await readHead(facts, source.head.digest, properties);
  if (!head.ok) return head;
  areas.learn(head.value);
  for (const { digest, classes } of documents) {
    const offers = await readOffers(facts, digest, { classes, properties }, head.value);
    if (!offers.ok) return offers;
    for (const offer of offers.value)
      for (const { classes, tally } of searches)
        if (offer.classes.some((name) => classes.has(name)))
          tally.add({ source, judgement: judge(demand, tally.component, offer, head.value.parents) });
  }
  return ok(undefined);
}

/** The properties that the demand is about, price aside: it is always read, and computed. */
function askedOf({ components }: Demand): string[] {
  const asked = components.flatMap(({ must, should }) => [...must, ...should].map(({ on }) => on));
  return [...new Set(asked)].filter((on) => on !== mpli.price.value).sort();
}

const bySource = (a: Source, b: Source) =>
  compareText(a.provider, b.provider) || compareText(a.manifest, b.manifest);

function warningsOf({ notEvaluated }: Demand, { sources }: Market): Warning[] {
  const stale = sources.filter((source) => source.stale).toSorted(bySource);
  return [
    ...notEvaluated.map((term) => ({ code: "not-evaluated" as const, term })),
    ...stale.map(({ provider, manifest }) => ({ code: "stale-source" as const, provider, manifest })),
  ];
}

/** Areas asked for that neither the published hierarchy nor any manifest read mentions: most likely misspelt. */
class UnknownAreas {
  readonly #areas: Set<string>;

  constructor({ components }: Demand) {
    const bounds = components
      .flatMap(({ must, should }) => [...must, ...should])
      .flatMap(({ bounds }) => bounds);
    const areas = bounds.flatMap((bound) => (bound.operator === "within" ? bound.areas : []));
    this.#areas = new Set(areas.filter((area) => !isKnownPlace(area)));
  }

  learn({ parents }: Head): void {
    if (this.#areas.size === 0) return;
    for (const known of [...parents.keys(), ...[...parents.values()].flat()]) this.#areas.delete(known);
  }

  warnings(): Warning[] {
    return [...this.#areas].sort().map((area) => ({ code: "unknown-area", area }));
  }
}
