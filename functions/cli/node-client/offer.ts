// An offer as its provider's node publishes it, in the form in which that node itself would read it.
import { canonicalize } from "../../kernel/digest.ts";
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type Store, objects, quadsOf, rdf } from "../../kernel/graph.ts";
import { type OwnOffer, ownOffer } from "../../delivery/agreement/own-offer.ts";
import { manifestIn, readGraph } from "./graph.ts";
import { Stop } from "../terminal/stop.ts";
import { plain } from "../terminal/print.ts";

/** Reads the offer and what is around it; `manifest` is the address of the manifest. */
export async function remoteOffer(iri: string, manifest: string): Promise<OwnOffer> {
  const head = await document(manifest);
  const root = manifestIn(head.graph, manifest);
  const page = await document(iri);
  const texts = new Map([head, page].map(({ digest, nquads }) => [digest, nquads]));
  const pages = objects(head.graph, rdf.namedNode(root), mpli.page).flatMap(
    ({ value }) => /[0-9a-f]{64}$/.exec(value) ?? [],
  );
  const found = await ownOffer(iri, {
    publication: {
      head: async () => ({
        digest: head.digest,
        manifest: root,
        pages,
        offers: 0,
        publishedAt: "",
        sequence: 0,
      }),
      documentOf: async () => `/versions/${page.digest}`,
      kindOf: async () => undefined,
    },
    graphs: { get: async (digest) => texts.get(digest), put: async () => undefined },
  });
  if (found.ok) return found.value;
  throw new Stop(
    1,
    `${plain(iri)} cannot be ordered: the manifest has no such offer (${found.refusal.code}).`,
  );
}

async function document(address: string): Promise<{ graph: Store; digest: string; nquads: string }> {
  const graph = await readGraph(address);
  const named = await canonicalize(quadsOf(graph));
  if (named.ok) return { graph, ...named.value };
  throw new Stop(2, `${address} did not answer with a graph that can be read.`);
}
