// An offer's own graph: all that is said of the offer, and of the blank nodes that hang from it.
import type { Term } from "n3";
import { Graph } from "../graph.ts";

/** The statements about this offer in a document of the manifest, or in the whole. */
export function ownGraph(graph: Graph, offer: string): Graph {
  const quads = graph.store.getQuads(offer, null, null, null);
  const seen = new Set<string>();
  // The list grows while it is walked.
  for (const { object } of quads)
    if (isBlank(object) && !seen.has(object.value)) {
      seen.add(object.value);
      quads.push(...graph.store.getQuads(object, null, null, null));
    }
  return new Graph(quads);
}

const isBlank = ({ termType }: Term) => termType === "BlankNode";
