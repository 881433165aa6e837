// A manifest as documents: one while it is small, else a head and pages that a small change leaves mostly alone.
import { sha256Hex } from "../kernel/digest.ts";
import { mpli } from "../kernel/generated/vocabulary.ts";
import { type Quad, Store, type Term, objects, rdf, quadsOf } from "../kernel/graph.ts";
import { type Result, ok, refused } from "../kernel/result.ts";

/** Most offers in one document (MPLI-DISC: declared as `limits.offersPerPage`). */
export const OFFERS_PER_PAGE = 250;

export type PaginateRefusal = { code: "shared-blank-node"; offer: string };

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
 * offer's IRI until each holds at most `limit`, so the same graph always gives the same pages, and adding or
 * changing one offer touches one page (two where a page splits).
 */
export function paginate(
  graph: Store,
  manifest: string,
  limit = OFFERS_PER_PAGE,
): Result<Documents, PaginateRefusal> {
  const root = rdf.namedNode(manifest);
  const owner = new Map<string, string>();
  const offers = new Map<string, Quad[]>();
  for (const offer of objects(graph, root, mpli.offer)) offers.set(offer.value, closure(graph, offer));
  if (offers.size <= limit) return ok({ head: graph, pages: [], offers });
  const head = new Store(quadsOf(graph));
  for (const [offer, quads] of offers) {
    for (const blank of blanks(quads)) {
      if (owner.has(blank)) return refused({ code: "shared-blank-node", offer });
      owner.set(blank, offer);
    }
    head.removeQuads(quads);
    head.removeQuad(root, mpli.offer, rdf.namedNode(offer));
  }
  for (const quad of quadsOf(head))
    for (const term of [quad.subject, quad.object]) {
      const offer = term.termType === "BlankNode" ? owner.get(term.id) : undefined;
      if (offer) return refused({ code: "shared-blank-node", offer });
    }
  const pages = groups([...offers.keys()], (offer) => mainClass(offers.get(offer) ?? []), limit).map(
    (names) => ({
      offers: names,
      graph: new Store(
        names.flatMap((name) => [
          rdf.quad(root, mpli.offer, rdf.namedNode(name)),
          ...(offers.get(name) ?? []),
        ]),
      ),
    }),
  );
  return ok({ head, pages, offers });
}

/** The statements about `node` in the default graph, and about every blank node reached from it. */
function closure(graph: Store, node: Term): Quad[] {
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
  return new Set(quads.flatMap(({ subject }) => (subject.termType === "BlankNode" ? [subject.id] : [])));
}

function mainClass(quads: readonly Quad[]): string {
  const classes = quads
    .filter(({ predicate }) => predicate.equals(mpli.serviceClass))
    .map(({ object }) => object.value);
  return classes.sort()[0] ?? "";
}

function groups(offers: string[], classOf: (offer: string) => string, limit: number): string[][] {
  const byClass = [...Map.groupBy(offers, classOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byClass.flatMap(([, members]) => {
    const keyed = members.map((offer) => ({ offer, bits: sha256Hex(offer) }));
    keyed.sort((a, b) => (a.bits < b.bits ? -1 : 1));
    return trie(keyed, 0, limit);
  });
}

interface Keyed {
  readonly offer: string;
  readonly bits: string;
}

function trie(members: readonly Keyed[], depth: number, limit: number): string[][] {
  if (members.length === 0) return [];
  if (members.length <= limit) return [members.map(({ offer }) => offer)];
  const isSet = ({ bits }: Keyed) => (Number.parseInt(bits[depth >> 2] ?? "0", 16) >> (3 - (depth & 3))) & 1;
  const high = members.findIndex((member) => isSet(member) === 1);
  const cut = high < 0 ? members.length : high;
  return [...trie(members.slice(0, cut), depth + 1, limit), ...trie(members.slice(cut), depth + 1, limit)];
}
