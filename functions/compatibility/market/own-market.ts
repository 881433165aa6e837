// A provider's own manifest as a market of one.
import { loadGraph } from "../../discovery/load-graph.ts";
import type { GraphStore, Head, Publication } from "../../discovery/ports.ts";
import { mpli, schema } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, objects, rdf, text } from "../../kernel/graph.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { CheckedEvidence, FactsRefusal, Market, MarketDocument } from "../ports.ts";
import { snapshotDigest } from "./snapshot.ts";

export interface OwnMarket {
  /** The market at the head of the manifest; without a manifest it has no sources. */
  (): Promise<Result<Market, FactsRefusal>>;
}

/** What is known by now of the credentials of a version; nothing is looked at here. */
export type KnownEvidence = (version: string) => Promise<CheckedEvidence | undefined>;

/** Reads the head once a version: its description of the pages is all that choosing documents needs. */
export function ownMarket(
  publication: Pick<Publication, "head">,
  graphs: GraphStore,
  evidenceOf: KnownEvidence = async () => undefined,
): OwnMarket {
  let held: { digest: string; market: Market } | undefined;
  return async () => {
    const head = await publication.head();
    if (!head) return ok({ digest: snapshotDigest([]), sources: [] });
    if (held?.digest !== head.digest) {
      const graph = await loadGraph(graphs, head.digest);
      if (!graph) return refused({ code: "document-not-at-hand", digest: head.digest });
      held = { digest: head.digest, market: marketOf(head, graph) };
    }
    const { market } = held;
    const evidence = await evidenceOf(head.digest);
    if (!evidence) return ok(market);
    return ok({ ...market, sources: market.sources.map((source) => ({ ...source, evidence })) });
  };
}

function marketOf(head: Head, graph: Store): Market {
  const manifest = rdf.namedNode(head.manifest);
  const provider = text(graph, manifest, mpli.provider) ?? "";
  const name = text(graph, rdf.namedNode(provider), schema.name);
  const source = {
    provider,
    manifest: head.digest,
    stale: false,
    head: { digest: head.digest },
    documents: head.pages.length > 0 ? pages(graph, manifest) : [whole(head, graph)],
    ...(name ? { name } : {}),
  };
  return { digest: snapshotDigest([source]), sources: [source] };
}

function whole(head: Head, graph: Store): MarketDocument {
  const classes = new Set(
    graph.getObjects(null, mpli.serviceClass, rdf.defaultGraph()).map(({ value }) => value),
  );
  return { digest: head.digest, classes: [...classes].sort(), offers: head.offers };
}

function pages(graph: Store, manifest: NamedNode): MarketDocument[] {
  return graph.getObjects(manifest, mpli.page, rdf.defaultGraph()).map((page) => ({
    digest: text(graph, page, mpli.digest) ?? "",
    classes: objects(graph, page, mpli.containsClass).map(({ value }) => value),
    offers: Number(text(graph, page, mpli.offerCount) ?? 0),
  }));
}
