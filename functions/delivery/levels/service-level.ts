// What an offer promises to reach: its objectives as the manifest states them, as they are kept with an order.
import { mpli, schema, sh } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, objects, one, text } from "../../kernel/graph.ts";

/** Comparators by their IRI in SHACL. */
const COMPARATORS = {
  atLeast: sh.minInclusive,
  atMost: sh.maxInclusive,
  moreThan: sh.minExclusive,
  lessThan: sh.maxExclusive,
} as const;

export type Comparator = keyof typeof COMPARATORS;

/** What the provider owes where an objective is missed, by so much or more. */
export interface Remedy {
  /** Such as "0.5 %"; by anything at all where it is absent. */
  readonly missedBy?: string;
  /** Share of what the time of the window costs, such as "10 %". */
  readonly serviceCredit: string;
}

export interface Objective {
  /** Unique within the service level. */
  readonly name: string;
  /** IRI. */
  readonly metric: string;
  readonly comparator: Comparator;
  /** A number and a unit of UCUM, such as "99.95 %". */
  readonly value: string;
  /** A duration of one unit, such as "P1M" (xsd:duration). */
  readonly window: string;
  /** A decimal number above 0, up to 100. */
  readonly percentile?: string;
  readonly remedies: readonly Remedy[];
}

export interface ServiceLevel {
  /** In the order of their names. */
  readonly objectives: readonly Objective[];
  /** DIDs of those whose measurements count. */
  readonly monitors: readonly string[];
  readonly terms?: string;
}

/** The service level of an offer; undefined where it states none. What cannot be read promises nothing. */
export function readServiceLevel(graph: Store, offer: Term): ServiceLevel | undefined {
  const node = one(graph, offer, mpli.serviceLevel);
  const objectives = node ? objects(graph, node, mpli.objective).flatMap((each) => read(graph, each)) : [];
  const names = new Set(objectives.map(({ name }) => name));
  if (!node || objectives.length === 0 || names.size < objectives.length) return undefined;
  const terms = one(graph, node, mpli.terms)?.value;
  return {
    objectives: objectives.sort((a, b) => (a.name < b.name ? -1 : 1)),
    monitors: objects(graph, node, mpli.monitor)
      .map(({ value }) => value)
      .sort(),
    ...(terms === undefined ? {} : { terms }),
  };
}

function read(graph: Store, node: Term): Objective[] {
  const name = text(graph, node, schema.name);
  const metric = one(graph, node, mpli.metric)?.value;
  const side = one(graph, node, mpli.comparator)?.value;
  const comparator = (Object.keys(COMPARATORS) as Comparator[]).find(
    (each) => COMPARATORS[each].value === side,
  );
  const value = text(graph, node, mpli.target);
  const window = text(graph, node, mpli.window);
  const percentile = text(graph, node, mpli.percentile);
  if (name === undefined || !metric || !comparator || value === undefined || window === undefined) return [];
  const remedies = objects(graph, node, mpli.remedy)
    .flatMap((each) => readRemedy(graph, each))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const share = percentile === undefined ? {} : { percentile };
  return [{ name, metric, comparator, value, window, ...share, remedies }];
}

function readRemedy(graph: Store, node: Term): Remedy[] {
  const serviceCredit = text(graph, node, mpli.serviceCredit);
  const missedBy = text(graph, node, mpli.missedBy);
  if (serviceCredit === undefined) return [];
  return [{ ...(missedBy === undefined ? {} : { missedBy }), serviceCredit }];
}
