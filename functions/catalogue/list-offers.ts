// Offers of the whole catalogue, one stored document at a time, in an order that survives a swap of snapshots.
import { isSubclassOf } from "../compatibility/demand/names.ts";
import { loadGraph } from "../discovery/load-graph.ts";
import type { GraphStore } from "../discovery/ports.ts";
import type { Store } from "../kernel/graph.ts";
import type { Registration, Snapshot } from "./ports.ts";

export interface OfferQuery {
  /** IRI of a service class; its subclasses count. */
  readonly serviceClass?: string;
  /** DID. */
  readonly provider?: string;
  /** Where the page before ended: `<provider> <document digest>`. */
  readonly after?: Position;
}

export interface OfferPage {
  readonly digest: string;
  /** Undefined when this was the last page. */
  readonly next?: Position;
  readonly load: () => Promise<Store | undefined>;
}

/**
 * The first document after `query.after` that can hold an offer asked for, or undefined at the end. Documents are
 * walked by provider and digest; a manifest that changes under the walk may show an offer twice or not at all, but
 * never breaks it. Who needs every change follows the providers' feeds.
 */
export function nextOffers(
  providers: readonly (Registration & { snapshot: Snapshot })[],
  query: OfferQuery,
  graphs: GraphStore,
): OfferPage | undefined {
  const candidates = providers
    .flatMap(({ snapshot }) =>
      snapshot.documents.map((document) => ({ ...document, provider: snapshot.provider })),
    )
    .filter(({ provider }) => !query.provider || provider === query.provider)
    .filter(
      (document) =>
        !query.serviceClass || document.classes.some((name) => isSubclassOf(name, query.serviceClass ?? "")),
    )
    .filter(({ offers }) => offers > 0)
    .sort((a, b) => compare(a, b))
    .filter((document) => !query.after || compare(document, query.after) > 0);
  const [page, following] = candidates;
  if (!page) return undefined;
  const { digest, provider } = page;
  return {
    digest,
    ...(following ? { next: { provider, digest } } : {}),
    load: () => loadGraph(graphs, digest),
  };
}

export interface Position {
  readonly provider: string;
  readonly digest: string;
}

function compare(a: Position, b: Position): number {
  return order(a.provider, b.provider) || order(a.digest, b.digest);
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
