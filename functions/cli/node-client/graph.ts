// A document of a node as a graph, and the manifest in it.
import { mpli, rdf as rdfTerms } from "../../kernel/generated/vocabulary.ts";
import { type Store, subjects } from "../../kernel/graph.ts";
import { syntaxOf } from "../../kernel/media.ts";
import { parse } from "../../kernel/syntax.ts";
import { Stop } from "../terminal/stop.ts";
import { ask } from "./node.ts";

/** Reads the graph at `address`. */
export async function readGraph(address: string): Promise<Store> {
  const answer = await ask(address, { headers: { Accept: "application/n-triples" } });
  const syntax = syntaxOf(answer.headers.get("content-type") ?? undefined);
  const graph = syntax && (await parse(await answer.text(), syntax, answer.url));
  if (graph?.ok) return graph.value;
  throw new Stop(2, `${address} did not answer with a graph that can be read.`);
}

/** IRI of the manifest in the graph that was read at `address`. */
export function manifestIn(graph: Store, address: string): string {
  const root = subjects(graph, rdfTerms.type, mpli.Manifest)[0]?.value;
  if (root !== undefined) return root;
  throw new Stop(2, `${address} holds no manifest. Give the address of a provider's node.`);
}
