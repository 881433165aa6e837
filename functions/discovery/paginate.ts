// A manifest as documents: one while it is small, else a head and pages that a small change leaves mostly alone.
import { sha256Hex } from "../kernel/digest.ts";
import { mpli } from "../kernel/generated/vocabulary.ts";
import { type Quad, Store, type Term, rdf, quadsOf } from "../kernel/graph.ts";
import { type Result, ok, refused } from "../kernel/result.ts";

/** Most offers and most statements in one document (declared as limits of the node). */
export interface PageLimits {
  readonly offers: number;
  /** A single offer with more statements than this still has a page, of its own. */
  readonly statements: number;
}

/** 10,000 statements are some 1.5 MB of N-Quads: a reader can hold, check and name them within an isolate's memory. */
export const PAGE_LIMITS: PageLimits = { offers: 250, statements: 10_000 };

export type PaginateRefusal =
  | { code: "shared-blank-node"; offer: string }
  | { code: "too-many-pages"; limit: number };

/** Most pages of one manifest: what no catalogue would harvest need not be published. */
export const MAX_PAGES = 200;

export interface Page {
  readonly graph: Store;
  readonly offers: readonly string[];
}

export interface Documents {
  /** Everything that is not about one offer; the whole manifest when there are no pages. */
  readonly head: Store;
  readonly pages: readonly Page[];
  /** Each offer's own graph, by its IRI: itself and the blank nodes that hang from it. */
  readonly offers: ReadonlyMap<string, readonly Quad[]>;
}

/**
 * Splits a checked manifest. Pages are grouped by service class and then split by the bits of SHA-256 over the
 * offer's IRI until each keeps the limits, so the same graph always gives the same pages, and adding or
 * changing one offer touches one page (two where a page splits).
 */
export function paginate(
  graph: Store,
  manifest: string,
  limits = PAGE_LIMITS,
): Result<Documents, PaginateRefusal> {
  const root = rdf.namedNode(manifest);
  const owner = new Map<string, string>();
  const offers = new Map<string, Quad[]>();
  for (const offer of graph.getObjects(root, mpli.offer, rdf.defaultGraph()))
    offers.set(offer.value, closure(graph, offer));
  if (offers.size <= limits.offers && graph.size <= limits.statements)
    return ok({ head: graph, pages: [], offers });
  for (const [offer, quads] of offers)
    for (const blank of blanks(quads)) {
      if (owner.has(blank)) return refused({ code: "shared-blank-node", offer });
      owner.set(blank, offer);
    }
  const head: Quad[] = [];
  for (const quad of quadsOf(graph)) {
    if (isOfOffer(quad)) continue;
    const shared = [quad.subject, quad.object, quad.graph].find((term) => owner.has(term.id));
    if (shared) return refused({ code: "shared-blank-node", offer: owner.get(shared.id) ?? "" });
    head.push(quad);
  }
  const pages = groups(offers, limits).map((names) => ({
    offers: names,
    graph: new Store(
      names.flatMap((name) => [rdf.quad(root, mpli.offer, rdf.namedNode(name)), ...(offers.get(name) ?? [])]),
    ),
  }));
  if (pages.length > MAX_PAGES) return refused({ code: "too-many-pages", limit: MAX_PAGES });
  return ok({ head: new Store(head), pages, offers });

  /** Whether a page carries this statement, so that the head need not. */
  function isOfOffer({ subject, predicate, object, graph }: Quad): boolean {
    if (graph.termType !== "DefaultGraph") return false;
    if (offers.has(subject.value) || owner.has(subject.id)) return true;
    return subject.equals(root) && predicate.equals(mpli.offer) && offers.has(object.value);
  }
}

/** The statements about `node` in the default graph, and about every blank node reached from it. */
export function closure(graph: Store, node: Term): Quad[] {
  const found: Quad[] = [];
  const seen = new Set<string>();
  const queue: Term[] = [node];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (seen.has(next.id)) continue;
    seen.add(next.id);
    for (const quad of graph.getQuads(next, null, null, rdf.defaultGraph())) {
      found.push(quad);
      if (quad.object.termType === "BlankNode") queue.push(quad.object);
    }
  }
  return found;
}

function blanks(quads: readonly Quad[]): Set<string> {
  const terms = quads.flatMap(({ subject, object }) => [subject, object]);
  return new Set(terms.flatMap(({ termType, id }) => (termType === "BlankNode" ? [id] : [])));
}

function mainClass(quads: readonly Quad[]): string {
  const classes = quads
    .filter(({ predicate }) => predicate.equals(mpli.serviceClass))
    .map(({ object }) => object.value);
  return classes.sort()[0] ?? "";
}

function groups(offers: ReadonlyMap<string, readonly Quad[]>, limits: PageLimits): string[][] {
  const keyed = Array.from(offers, ([offer, quads]) => ({
    offer,
    bits: sha256Hex(offer),
    statements: quads.length,
    mainClass: mainClass(quads),
  }));
  keyed.sort((a, b) => (a.bits < b.bits ? -1 : 1));
  const byClass = [...Map.groupBy(keyed, ({ mainClass }) => mainClass)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byClass.flatMap(([, members]) => trie(members, 0, limits));
}

interface Keyed {
  readonly offer: string;
  readonly bits: string;
  readonly statements: number;
}

function trie(members: readonly Keyed[], depth: number, limits: PageLimits): string[][] {
  if (members.length === 0) return [];
  const statements = members.reduce((sum, member) => sum + member.statements, 0);
  if (members.length === 1 || (members.length <= limits.offers && statements <= limits.statements))
    return [members.map(({ offer }) => offer)];
  const high = members.findIndex(({ bits }) => bitOf(bits, depth) === 1);
  const cut = high < 0 ? members.length : high;
  return [...trie(members.slice(0, cut), depth + 1, limits), ...trie(members.slice(cut), depth + 1, limits)];
}

function bitOf(hex: string, index: number): number {
  return (Number.parseInt(hex[index >> 2] ?? "0", 16) >> (3 - (index & 3))) & 1;
}
