// Example documents as graphs.
import { canonicalize } from "../../functions/kernel/digest.ts";
import type { Store } from "../../functions/kernel/graph.ts";
import type { Syntax } from "../../functions/kernel/media.ts";
import { parse } from "../../functions/kernel/syntax.ts";

/** Where the documents of the examples are read, unless they say otherwise. */
const BASE = "https://cloud.example/manifest";

/** The graph of a text that is expected to be readable. */
export async function graphOf(text: string, syntax: Syntax, base = BASE): Promise<Store> {
  const graph = await parse(text, syntax, base);
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  return graph.value;
}

/** Equal for graphs that say the same. */
export async function digestOf(graph: Store): Promise<string> {
  const named = await canonicalize(graph);
  if (!named.ok) throw new Error(named.refusal.code);
  return named.value.digest;
}
