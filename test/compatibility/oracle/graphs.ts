// A manifest beside the published vocabulary in one SPARQL store: what the oracle asks its questions of.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Store, namedNode } from "oxigraph";

export interface Term {
  readonly type: "uri" | "literal" | "bnode";
  readonly value: string;
  readonly datatype?: string;
}

export type Row = Readonly<Record<string, Term | undefined>>;

/** Graphs are queried as one; `GRAPH <urn:vocabulary>` asks the vocabulary alone. */
export interface Graphs {
  select(query: string): readonly Row[];
  free(): void;
}

export const PREFIXES = `
PREFIX mpli: <https://w3id.org/mpli/ns#>
PREFIX place: <https://w3id.org/mpli/place/>
PREFIX schema: <http://schema.org/>
PREFIX cdt: <https://w3id.org/cdt/>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

/** The published ontology and the published places, in Turtle. */
export const VOCABULARY = ["mpli", "places"].map((name) =>
  readFileSync(join(import.meta.dirname, `../../../schemas/vocab/${name}.ttl`), "utf8"),
);

/** The part of Oxigraph's store that its types leave out or leave open. */
interface SparqlStore {
  load(text: string, options: { format: string; to_graph_name: unknown }): void;
  query(query: string, options: { results_format: string; use_default_graph_as_union: boolean }): unknown;
  free(): void;
}

/** Opens a store of the vocabulary and one document in canonical N-Quads without named graphs. */
export function openGraphs(ntriples = ""): Graphs {
  const store = new Store() as unknown as SparqlStore;
  for (const turtle of VOCABULARY)
    store.load(turtle, { format: "text/turtle", to_graph_name: namedNode("urn:vocabulary") });
  store.load(ntriples, { format: "application/n-triples", to_graph_name: namedNode("urn:manifest") });
  return {
    select: (query) => {
      const results = store.query(PREFIXES + query, {
        results_format: "json",
        use_default_graph_as_union: true,
      });
      return (JSON.parse(String(results)) as { results: { bindings: Row[] } }).results.bindings;
    },
    free: () => store.free(),
  };
}
