// An offer of the node's own manifest, as it stands now, with everything around it that an order is checked against.
import type { Offer } from "../../compatibility/judge/judge.ts";
import type { Surroundings } from "../../compatibility/judge/surroundings.ts";
import type { Stated } from "../../compatibility/judge/values.ts";
import { readHead, readOffers } from "../../compatibility/market/facts.ts";
import { type Statements, readStatements } from "../../compatibility/market/statements.ts";
import type { FactsRefusal, Row } from "../../compatibility/ports.ts";
import { loadGraph } from "../../discovery/load-graph.ts";
import { closure } from "../../discovery/paginate.ts";
import type { GraphStore, Head, Publication } from "../../discovery/ports.ts";
import { canonicalize } from "../../kernel/digest.ts";
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { Store, type Quad, type Term, objects, one, rdf, text } from "../../kernel/graph.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type ServiceLevel, readServiceLevel } from "../levels/service-level.ts";
import { type Shape, readParameters } from "./parameters.ts";

export interface Published {
  readonly publication: Pick<Publication, "head" | "documentOf" | "kindOf">;
  readonly graphs: Pick<GraphStore, "get" | "put">;
}

/** A way in which an offer is delivered. */
export interface Binding extends Shape {
  /** What runners ask for jobs by. */
  readonly name: string;
  readonly by: string;
}

export interface OwnOffer {
  readonly offer: Offer;
  readonly around: Surroundings;
  /** IRIs of its regions, in order. */
  readonly regions: readonly string[];
  /** In the order of their names. */
  readonly bindings: readonly Binding[];
  readonly serviceLevel?: ServiceLevel;
  /** Canonical digest of the offer's own statements, as the change feed has it. */
  readonly digest: string;
  readonly head: Head;
}

export type OwnOfferRefusal = { code: "offer-unknown"; offer: string } | FactsRefusal;

const DIGEST_AT_END = /\/([0-9a-f]{64})$/;

/** The offer as the head of the manifest has it. */
export async function ownOffer(
  iri: string,
  { publication, graphs }: Published,
): Promise<Result<OwnOffer, OwnOfferRefusal>> {
  const head = await publication.head();
  const path = head && (await publication.documentOf(iri));
  if (!head || path === undefined) return refused({ code: "offer-unknown", offer: iri.slice(0, 200) });
  const [, digest = head.digest] = DIGEST_AT_END.exec(path) ?? [];
  // The head may lag behind what was published elsewhere a moment ago: then it is not the head of this document.
  if (digest !== head.digest && !head.pages.includes(digest))
    return refused({ code: "document-not-at-hand", digest });
  const graph = await loadGraph(graphs, head.digest);
  if (!graph) return refused({ code: "document-not-at-hand", digest: head.digest });
  const page = digest === head.digest ? graph : await loadGraph(graphs, digest);
  if (!page) return refused({ code: "document-not-at-hand", digest });
  const node = rdf.namedNode(iri);
  const quads = closure(page, node);
  const named = quads.length === 0 ? undefined : await canonicalize(quads);
  if (!named?.ok) return refused({ code: "offer-unknown", offer: iri.slice(0, 200) });
  const around = readHead(statementsOf(graph.getQuads(null, null, null, rdf.defaultGraph()), head.digest));
  const stated = rdf.quad(rdf.namedNode(head.manifest), mpli.offer, node);
  const [offer] = readOffers(statementsOf([stated, ...quads], digest), around);
  if (!offer) return refused({ code: "offer-unknown", offer: iri.slice(0, 200) });
  const serviceLevel = readServiceLevel(page, node);
  return ok({
    offer,
    around: around.around,
    regions: regionsOf(offer),
    bindings: bindingsOf(page, graph, node),
    ...(serviceLevel ? { serviceLevel } : {}),
    digest: named.value.digest,
    head,
  });
}

const regionsOf = ({ stated }: Offer) =>
  (stated.get(mpli.region.value) ?? []).map(({ value }) => value).sort();

/** Nodes with a name may be described by the head, where several offers share them. */
function bindingsOf(page: Store, head: Store, offer: Term): Binding[] {
  return objects(page, offer, mpli.delivery)
    .flatMap((node) =>
      bindingIn(node.termType === "NamedNode" && one(page, node, mpli.by) === undefined ? head : page, node),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function bindingIn(graph: Store, node: Term): Binding[] {
  const by = text(graph, node, mpli.by);
  if (by === undefined) return [];
  return [
    {
      name: text(graph, node, mpli.binding) ?? by,
      by,
      parameters: readParameters(graph, node),
      isDescribedElsewhere: objects(graph, node, mpli.parameters).length > 0,
    },
  ];
}

function statementsOf(quads: readonly Quad[], document: string): Statements {
  return readStatements(
    quads.map(
      ({ subject, predicate, object }): Row => ({
        subject: statedAs(subject),
        property: statedAs(predicate),
        value: statedAs(object),
      }),
    ),
    document,
  );
}

/** As SPARQL 1.1 Query Results JSON §3.2.2 has terms. */
function statedAs(term: Term): Stated {
  if (term.termType === "Literal")
    return { type: "literal", value: term.value, datatype: term.datatype.value };
  return { type: term.termType === "NamedNode" ? "uri" : "bnode", value: term.value };
}

/** Documents of an older version that are looked through for an offer. */
const MOST_DOCUMENTS = 16;

/**
 * Whether an older version of the manifest, by its digest, says of an offer what the current one does. False where it
 * was never published here, or too much of it has changed to look for the offer.
 */
export async function isUnchanged(
  { offer, digest, head }: Pick<OwnOffer, "offer" | "digest" | "head">,
  version: string,
  { publication, graphs }: Published,
): Promise<boolean> {
  if (version === head.digest) return true;
  if ((await publication.kindOf(version)) !== "head") return false;
  const old = await loadGraph(graphs, version);
  if (!old) return false;
  const node = rdf.namedNode(offer.iri);
  const pages = objects(old, rdf.namedNode(head.manifest), mpli.page).flatMap(
    (page) => text(old, page, mpli.digest) ?? [],
  );
  const path = await publication.documentOf(offer.iri);
  const [, document = ""] = DIGEST_AT_END.exec(path ?? "") ?? [];
  // The same page holds the same offer: its digest is that of all it says.
  if (pages.includes(document)) return true;
  const changed = pages.filter((page) => !head.pages.includes(page));
  if (changed.length > MOST_DOCUMENTS) return false;
  const isIn = async (graph: Store | undefined) => {
    const quads = graph ? closure(graph, node) : [];
    const named = quads.length === 0 ? undefined : await canonicalize(quads);
    return named?.ok && named.value.digest === digest;
  };
  if (pages.length === 0) return (await isIn(old)) === true;
  for (const page of changed) if (await isIn(await loadGraph(graphs, page))) return true;
  return false;
}
