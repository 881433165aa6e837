// Statements of a manifest's documents as typed offers, in an order that does not depend on how a store walks its indexes.
import { mpli, schema } from "../../kernel/generated/vocabulary.ts";
import { keyOf } from "../demand/path.ts";
import type { Offer } from "../judge/judge.ts";
import type { Prerequisite } from "../judge/obstacles.ts";
import type { Surroundings } from "../judge/surroundings.ts";
import type { Stated } from "../judge/values.ts";
import { PATHS, isInherited } from "./paths.ts";
import { compareContent, priceComponent } from "./price-component.ts";
import { readQueryText } from "./read-query.ts";
import { type Details, Merged, type Statements, inOrder } from "./statements.ts";
import { surroundingsOf } from "./surroundings.ts";

/** What a head says that holds for all offers of its manifest. */
export interface Head {
  readonly statements: Statements;
  /** Inherited values by path (`keyOf`). */
  readonly stated: ReadonlyMap<string, readonly Stated[]>;
  readonly prerequisites: readonly Prerequisite[];
  readonly around: Surroundings;
}

type Term = { readonly value: string };

/** Paths by the property that they begin with. */
const PATHS_FROM = [...Map.groupBy(PATHS, ([property]) => property)];
const INHERITED = PATHS_FROM.filter(([property]) => isInherited(property));

/** Reads what a head says of the provider and of places. */
export function readHead(statements: Statements): Head {
  const graph = new Merged([statements]);
  const providers = objectsOf(statements, mpli.provider);
  const stated = new Map<string, readonly Stated[]>();
  for (const provider of providers)
    for (const [key, values] of valuesAlong(INHERITED, graph.details(provider), graph))
      stated.set(key, inOrder([...(stated.get(key) ?? []), ...values.map(asInherited)]));
  return {
    statements,
    stated,
    prerequisites: providers.flatMap((provider) => prerequisites(graph.details(provider), graph)),
    around: surroundingsOf(statements),
  };
}

const asInherited = (value: Stated): Stated => ({ ...value, inherited: true });

/** Reads the offers of a document, which may be the head itself, with what they inherit. */
export function readOffers(statements: Statements, head: Head): Offer[] {
  const graph = new Merged(statements === head.statements ? [statements] : [statements, head.statements]);
  return objectsOf(statements, mpli.offer)
    .filter(({ type }) => type === "uri")
    .map((offer) => readOffer(offer, statements, graph, head));
}

/** The values along every path from nodes of a graph, by node; nodes from which no path leads anywhere are left out. */
export function valuesByNode(
  nodes: Statements,
  statements: Statements,
): [node: string, values: [path: string, values: readonly Stated[]][]][] {
  const graph = new Merged([statements]);
  return [...nodes].flatMap(([node, details]): ReturnType<typeof valuesByNode> => {
    const values = valuesAlong(PATHS_FROM, details, graph);
    return values.length > 0 ? [[node, values]] : [];
  });
}

/** The values of a property of any node, each once. */
function objectsOf(statements: Statements, { value }: Term): readonly Stated[] {
  const all = [...statements.values()].flatMap((details) => details.get(value) ?? []);
  return [...new Map(all.map((one) => [one.value, one])).values()];
}

function readOffer(offer: Stated, statements: Statements, graph: Merged, head: Head): Offer {
  const own = statements.get(offer.value) ?? NOTHING;
  const stated = new Map(valuesAlong(PATHS_FROM, own, graph));
  for (const [key, inherited] of head.stated) {
    const values = stated.get(key);
    // Its own statement first: what the provider repeats is not inherited.
    stated.set(key, values ? inOrder([...values, ...inherited]) : inherited);
  }
  const first = ({ value }: Term) => stated.get(value)?.[0]?.value;
  const [name, status] = [first(schema.name), first(mpli.offerStatus)];
  return {
    iri: offer.value,
    ...(name === undefined ? {} : { name }),
    ...(status === undefined ? {} : { status }),
    classes: (stated.get(mpli.serviceClass.value) ?? []).map(({ value }) => value),
    stated,
    prices: (own.get(mpli.price.value) ?? [])
      .map((node) => priceComponent(graph.details(node), (tier) => graph.details(tier)))
      .sort(compareContent),
    prerequisites: distinct([...prerequisites(own, graph), ...head.prerequisites]),
  };
}

const NOTHING: Details = new Map();

/** The values at the end of each path from a node (SPARQL 1.1 §9.1), each once; paths without any are left out. */
function valuesAlong(
  paths: typeof PATHS_FROM,
  from: Details,
  graph: Merged,
): [key: string, values: readonly Stated[]][] {
  return paths.flatMap(([property, group]) => {
    const nodes = from.get(property);
    if (!nodes) return [];
    const reached = graph.reach(nodes);
    return group.flatMap((path): [string, readonly Stated[]][] => {
      const [, detail] = path;
      const values = detail === undefined ? inOrder(nodes) : reached(detail);
      return values.length > 0 ? [[keyOf(path), values]] : [];
    });
  });
}

function prerequisites(from: Details, graph: Merged): Prerequisite[] {
  return (from.get(mpli.prerequisite.value) ?? []).map((node) => prerequisite(graph.details(node)));
}

function prerequisite(details: Details): Prerequisite {
  const values = ({ value }: Term) => inOrder(details.get(value) ?? []).map((one) => one.value);
  const [[ask], customerIn] = [values(mpli.ask), values(mpli.customerIn)];
  const [[terms], [page]] = [values(mpli.terms), values(schema.url)];
  const [query] = values(mpli.dcqlQuery);
  return {
    ...(ask === undefined ? {} : { ask }),
    ...(query === undefined ? {} : { query: readQueryText(query) }),
    ...(customerIn.length === 0 ? {} : { customerIn }),
    ...(terms === undefined ? {} : { terms }),
    ...(page === undefined ? {} : { page }),
  };
}

function distinct(all: readonly Prerequisite[]): Prerequisite[] {
  const spell = ({ ask, query, customerIn, terms, page }: Prerequisite) =>
    [ask, customerIn?.join(" "), terms, page, query && JSON.stringify(query)]
      .map((part) => part ?? "")
      .join("\n");
  const keyed = new Map(all.map((each) => [spell(each), each]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
