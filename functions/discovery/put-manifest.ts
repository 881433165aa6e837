// Publishing: check, split, name by digest, store what is immutable, and only then swap the head.
import { canonicalize, type DigestRefusal } from "../kernel/digest.ts";
import { mpli, rdf as rdfTerms, tree, xsd } from "../kernel/generated/vocabulary.ts";
import { type Quad, Store, rdf, quadsOf } from "../kernel/graph.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { asserted } from "./asserted.ts";
import { type Manifest, type ManifestRefusal, checkManifest } from "./check-manifest.ts";
import { type Page, type PageLimits, type PaginateRefusal, paginate } from "./paginate.ts";
import type { GraphStore, Head, Publication } from "./ports.ts";
import { unknownTerm } from "./unknown-terms.ts";
import { type Expectation, type OfferVersion, type PublishRefusal, precondition } from "./publish.ts";

export type PutRefusal =
  | { code: "unknown-term"; term: string }
  | ManifestRefusal
  | PaginateRefusal
  | DigestRefusal
  | PublishRefusal;

export interface World {
  readonly graphs: GraphStore;
  readonly publication: Publication;
  /** What the node document declares; of the reference node unless given. */
  readonly pageLimits?: PageLimits;
}

/**
 * Publishes `graph` as the manifest at `address`, all or nothing: a refusal leaves head, feed and versions as they
 * were. Immutable graphs are written before the head moves, so a reader never meets a head without its pages.
 */
export async function putManifest(
  graph: Store,
  address: string,
  expects: Expectation,
  { graphs, publication, pageLimits }: World,
): Promise<Result<Head, PutRefusal>> {
  const unmet = precondition(expects, await publication.head());
  if (unmet?.code === "precondition-required") return refused(unmet);
  const prepared = await prepare(graph, address, pageLimits);
  if (!prepared.ok) return prepared;
  const { documents, manifest, offers } = prepared.value;
  // What was published before is stored already, and a key of KV takes one write a second.
  for (const { digest, nquads } of documents)
    if (!(await publication.kindOf(digest))) await graphs.put(digest, nquads);
  const [head, ...pages] = documents.map(({ digest }) => digest);
  return publication.publish({
    expects,
    manifest: manifest.root,
    address,
    digest: head ?? "",
    pages,
    offers,
  });
}

export interface Prepared {
  readonly manifest: Manifest;
  /** The head first, then its pages. */
  readonly documents: readonly { digest: string; nquads: string }[];
  readonly offers: readonly OfferVersion[];
}

/** Everything that publishing decides before it writes: the checked manifest, its documents and their digests. */
export async function prepare(
  graph: Store,
  address: string,
  pageLimits?: PageLimits,
): Promise<Result<Prepared, Exclude<PutRefusal, PublishRefusal>>> {
  const checked = await checkManifest(graph, address);
  if (!checked.ok) return checked;
  const manifest = checked.value;
  // A catalogue lets these pass, since a newer vocabulary may have them; an author is better told.
  const term = unknownTerm(asserted(manifest.graph));
  if (term) return refused({ code: "unknown-term", term: term.slice(0, 200) });
  const split = paginate(manifest.graph, manifest.root, pageLimits);
  if (!split.ok) return split;
  const pages: { digest: string; nquads: string }[] = [];
  const links: Quad[] = [];
  const holder = new Map<string, string>();
  for (const page of split.value.pages) {
    const named = await canonicalize(page.graph);
    if (!named.ok) return named;
    pages.push(named.value);
    links.push(...describePage(page, named.value.digest, manifest.root, address));
    for (const offer of page.offers) holder.set(offer, named.value.digest);
  }
  const headGraph = links.length > 0 ? new Store([...quadsOf(split.value.head), ...links]) : split.value.head;
  const head = await canonicalize(headGraph);
  if (!head.ok) return head;
  const offers: OfferVersion[] = [];
  for (const [offer, quads] of split.value.offers) {
    const version = await canonicalize(quads);
    if (!version.ok) return version;
    const page = holder.get(offer);
    const document = page ? `/pages/${page}` : `/versions/${head.value.digest}`;
    offers.push({ offer, digest: version.value.digest, document });
  }
  return ok({ manifest, documents: [head.value, ...pages], offers });
}

/** Where a page is served. */
export function pageAddress(address: string, digest: string): string {
  return `${address}/pages/${digest}`;
}

/** What the head says of a page: its digest binds the page's content to the head's own digest. */
function describePage(page: Page, digest: string, manifest: string, address: string): Quad[] {
  const root = rdf.namedNode(manifest);
  const node = rdf.namedNode(pageAddress(address, digest));
  const relation = rdf.blankNode();
  const classes = new Set(page.graph.getObjects(null, mpli.serviceClass, null).map(({ value }) => value));
  return [
    rdf.quad(root, mpli.page, node),
    rdf.quad(root, tree.relation, relation),
    rdf.quad(relation, rdfTerms.type, tree.Relation),
    rdf.quad(relation, tree.node, node),
    rdf.quad(node, rdfTerms.type, mpli.ManifestPage),
    rdf.quad(node, mpli.digest, rdf.literal(digest)),
    rdf.quad(node, mpli.offerCount, rdf.literal(String(page.offers.length), xsd.integer)),
    ...[...classes].sort().map((name) => rdf.quad(node, mpli.containsClass, rdf.namedNode(name))),
  ];
}
