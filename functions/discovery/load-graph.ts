// A stored graph, read back.
import type { Store } from "../kernel/graph.ts";
import { readCanonical } from "../kernel/syntax.ts";
import type { GraphStore } from "./ports.ts";

/** The graph with this digest, or undefined while the store does not have it. */
export async function loadGraph(graphs: GraphStore, digest: string): Promise<Store | undefined> {
  const nquads = await graphs.get(digest);
  return nquads === undefined ? undefined : readCanonical(nquads);
}
