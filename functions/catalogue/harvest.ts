// One harvest of one provider: ask, verify, store what is immutable, and hand back a snapshot or a refusal.
import { asserted } from "../discovery/asserted.ts";
import { type Manifest, type ManifestRefusal, checkManifest } from "../discovery/check-manifest.ts";
import { MAX_PAGES } from "../discovery/paginate.ts";
import { pageAddress } from "../discovery/put-manifest.ts";
import { didOf } from "../discovery/node-document.ts";
import { type DigestRefusal, canonicalize } from "../kernel/digest.ts";
import { classes, mpli, rdf as rdfTerms, schema } from "../kernel/generated/vocabulary.ts";
import { type BlankNode, type Quad, Store, type Term, rdf, text, quadsOf } from "../kernel/graph.ts";
import { syntaxOf } from "../kernel/media.ts";
import type { FetchedDocument } from "../edge/guard.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { type Violation, checkShapes } from "../kernel/shape.ts";
import { type SyntaxRefusal, parse } from "../kernel/syntax.ts";
import { type NodeDocumentRefusal, findManifest } from "./find-manifest.ts";
import { linkedCredentials, withFewLinks } from "./links.ts";
import type { HarvestPorts, HarvestedDocument, Snapshot } from "./ports.ts";

export type HarvestRefusal =
  | NodeDocumentRefusal
  | SyntaxRefusal
  | DigestRefusal
  | ManifestRefusal
  | { code: "unexpected-media-type"; url: string; received: string }
  | { code: "page-digest-mismatch"; url: string; digest: string }
  | { code: "malformed-page"; url: string; violations: readonly Violation[] }
  | { code: "too-many-pages"; limit: number }
  | { code: "harvest-too-slow"; seconds: number };

const DOCUMENT_LIMIT = 8 * 1024 * 1024;
/** Values and statements of a head or page. As canonical N-Quads, eight megabytes hold no more that are worth reading. */
const MOST_VALUES = 1 << 16;
/** Each fetch has its own limit; this one is for a provider that uses up all of each. */
const HARVEST_SECONDS = 300;
/** The canonical form first: what it is has to be proven anyway. */
const ACCEPT = "application/n-quads, application/trig;q=0.8, text/turtle;q=0.7, application/ld+json;q=0.5";

/**
 * Harvests the node at `origin`. Unchanged manifests cost one conditional request; of a changed one only the pages
 * whose digest is new are fetched. Nothing that is stored here is visible until the caller swaps the snapshot.
 */
export async function harvest(
  origin: string,
  previous: Snapshot | undefined,
  ports: HarvestPorts,
): Promise<Result<Snapshot, HarvestRefusal>> {
  const address = await findManifest(origin, ports);
  if (!address.ok) return address;
  const held = previous?.manifest === address.value ? previous : undefined;
  const fetched = await ports.fetch(address.value, {
    accept: ACCEPT,
    limit: DOCUMENT_LIMIT,
    ...(held?.etag ? { ifNoneMatch: held.etag } : {}),
  });
  if (!fetched.ok) return fetched;
  if (fetched.value.status === 304 && held?.etag)
    return ok({ ...held, harvestedAt: ports.now().toISOString() });
  const head = await readDocument(fetched.value, address.value);
  if (!head.ok) return head;
  const checked = await checkHead(head.value, origin, address.value);
  if (!checked.ok) return checked;
  const named = await canonicalize(head.value);
  if (!named.ok) return named;
  const documents = await harvestPages(head.value, address.value, named.value.digest, previous, ports);
  if (!documents.ok) return documents;
  await ports.graphs.put(named.value.digest, named.value.nquads);
  const isWhole = documents.value.some(({ digest }) => digest === named.value.digest);
  const credentials = isWhole ? [] : await linkedCredentials(asserted(head.value), ports.texts);
  const { provider, root } = checked.value;
  const name = text(head.value, rdf.namedNode(provider), schema.name);
  return ok({
    provider,
    manifest: address.value,
    ...(root === address.value ? {} : { iri: root }),
    digest: named.value.digest,
    documents: withFewLinks(documents.value),
    ...(credentials.length > 0 ? { credentials } : {}),
    harvestedAt: ports.now().toISOString(),
    ...(name ? { name: name.slice(0, 200) } : {}),
    ...(fetched.value.etag ? { etag: fetched.value.etag } : {}),
  });
}

async function readDocument(document: FetchedDocument, url: string): Promise<Result<Store, HarvestRefusal>> {
  if (document.status !== 200) return refused({ code: "unexpected-status", url, status: document.status });
  const syntax = syntaxOf(document.contentType);
  if (!syntax)
    return refused({
      code: "unexpected-media-type",
      url,
      received: (document.contentType ?? "none").slice(0, 100),
    });
  return parse(document.text, syntax, url, MOST_VALUES);
}

/** The head must be a manifest of the very provider that the origin speaks for. */
async function checkHead(
  head: Store,
  origin: string,
  address: string,
): Promise<Result<Pick<Manifest, "provider" | "root">, HarvestRefusal>> {
  const plain = new Store(quadsOf(head).filter(({ predicate }) => !predicate.equals(mpli.page)));
  const manifest = await checkManifest(plain, address);
  if (!manifest.ok) return manifest;
  const expected = didOf(origin);
  const { provider } = manifest.value;
  return provider === expected
    ? manifest
    : refused({ code: "provider-mismatch", expected, found: provider.slice(0, 200) });
}

async function harvestPages(
  head: Store,
  address: string,
  headDigest: string,
  previous: Snapshot | undefined,
  ports: HarvestPorts,
): Promise<Result<HarvestedDocument[], HarvestRefusal>> {
  const root =
    head.getSubjects(rdfTerms.type, mpli.Manifest, rdf.defaultGraph())[0] ?? rdf.namedNode(address);
  const pages = head.getObjects(root, mpli.page, rdf.defaultGraph());
  if (pages.length > MAX_PAGES) return refused({ code: "too-many-pages", limit: MAX_PAGES });
  if (pages.length === 0) return ok([await summary(head, headDigest, ports)]);
  // A page that is listed under two names is one page.
  const digests = new Set(pages.map((page) => text(head, page, mpli.digest) ?? ""));
  const known = new Map(previous?.documents.map((document) => [document.digest, document]));
  const harvested: HarvestedDocument[] = [];
  const deadline = ports.now().getTime() + HARVEST_SECONDS * 1000;
  for (const digest of digests) {
    if (ports.now().getTime() > deadline)
      return refused({ code: "harvest-too-slow", seconds: HARVEST_SECONDS });
    const before = known.get(digest);
    // One page at a time: an isolate has 128 MB.
    const document = before
      ? ok(before)
      : await harvestPage(pageAddress(address, digest), digest, { head, root }, ports);
    if (!document.ok) return document;
    harvested.push(document.value);
  }
  return ok(harvested.sort((a, b) => (a.digest < b.digest ? -1 : 1)));
}

/** What the pages of one manifest have in common. */
interface Whole {
  readonly head: Store;
  /** The manifest itself. */
  readonly root: Term;
}

async function harvestPage(
  url: string,
  digest: string,
  { head, root }: Whole,
  ports: HarvestPorts,
): Promise<Result<HarvestedDocument, HarvestRefusal>> {
  const fetched = await ports.fetch(url, { accept: ACCEPT, limit: DOCUMENT_LIMIT });
  if (!fetched.ok) return fetched;
  const page = await readDocument(fetched.value, url);
  if (!page.ok) return page;
  const named = await canonicalize(page.value);
  if (!named.ok) return named;
  // The head's digest covers the page's digest, so nobody can slip in another page on the way.
  if (named.value.digest !== digest) return refused({ code: "page-digest-mismatch", url, digest });
  const stated = asserted(page.value);
  const { origin } = new URL(url);
  const foreign = stated
    .getObjects(null, mpli.offer, null)
    .find(({ value }) => !value.startsWith(`${origin}/`));
  if (foreign) return refused({ code: "foreign-offer", offer: foreign.value.slice(0, 200), origin });
  const manifests = [root, ...stated.getSubjects(rdfTerms.type, mpli.Manifest, null)];
  if (!manifests.every((manifest) => manifest.equals(root)))
    return refused({
      code: "several-manifests",
      manifests: manifests.slice(0, 10).map(({ value }) => value.slice(0, 200)),
    });
  const described = await summary(page.value, digest, ports);
  stated.addQuads(mentionedIn(stated, asserted(head)));
  const violations = await checkShapes(stated, "manifest");
  if (violations.length > 0) return refused({ code: "malformed-page", url, violations });
  await ports.graphs.put(digest, named.value.nquads);
  return ok(described);
}

/**
 * What the head says of the nodes that a page names. A price that two offers share has a name and stands in the head,
 * so a page keeps the shapes only together with it.
 */
function mentionedIn(page: Store, head: Store): Quad[] {
  const found: Quad[] = [];
  const seen = new Set<string>();
  const queue = page.getObjects(null, null, null).filter(({ termType }) => termType === "NamedNode");
  // Both documents may have given the same label to different blank nodes.
  const labels = new Map<string, BlankNode>();
  const apart = <T extends Term>(term: T): T => {
    if (term.termType !== "BlankNode") return term;
    const label = labels.get(term.value) ?? rdf.blankNode();
    labels.set(term.value, label);
    return label as Term as T;
  };
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (seen.has(next.id)) continue;
    seen.add(next.id);
    for (const { subject, predicate, object } of head.getQuads(next, null, null, null)) {
      found.push(rdf.quad(apart(subject), predicate, apart(object)));
      if (object.termType !== "Literal") queue.push(object);
    }
  }
  return found;
}

async function summary(document: Store, digest: string, { texts }: HarvestPorts): Promise<HarvestedDocument> {
  const graph = asserted(document);
  const named = graph.getObjects(null, mpli.serviceClass, null).map(({ value }) => value);
  // Nobody can ask for a class that the vocabulary does not have, and the book has room for few words.
  const known = [...new Set(named)].filter((name) => Object.hasOwn(classes, name)).sort();
  const credentials = await linkedCredentials(graph, texts);
  return {
    digest,
    classes: known,
    offers: graph.countQuads(null, mpli.offer, null, null),
    ...(credentials.length > 0 ? { credentials } : {}),
  };
}
