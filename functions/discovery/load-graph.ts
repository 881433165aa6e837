// A stored graph, read back.
import type { Store } from "../kernel/graph.ts";
import { parse } from "../kernel/syntax.ts";
import type { GraphStore } from "./ports.ts";

/** The graph with this digest, or undefined while the store does not have it. */
export async function loadGraph(graphs: GraphStore, digest: string): Promise<Store | undefined> {
  const nquads = await graphs.get(digest);
  if (nquads === undefined) return undefined;
  const graph = await parse(nquads, "application/n-quads", "urn:stored");
  if (!graph.ok) throw new Error(`stored graph ${digest} cannot be read: ${graph.refusal.code}`);
  return graph.value;
}
