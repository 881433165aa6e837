// Oxigraph for Node: the fact base of the command line and of tests.
import { Store } from "oxigraph";
import type { ClaimsBase, DocumentFacts } from "../../compatibility/ports.ts";
import { Segments, segmentMemory } from "../../compatibility/segment/segments.ts";
import { type GraphSource, type SparqlStore, documentFacts } from "../documents.ts";

/** Opens an empty store; wasm-bindgen gives every class `free`, which its type file leaves out. */
export function openStore(): SparqlStore {
  return new Store() as unknown as SparqlStore;
}

/** Answers to queries over the documents in `graphs`. */
export function oxigraphFacts(graphs: GraphSource): DocumentFacts {
  return documentFacts(openStore, graphs);
}

/** Facts of the manifests whose documents are in `graphs`; compiled once, and kept in memory alone. */
export function oxigraphFactBase(graphs: GraphSource, claims?: ClaimsBase): Segments {
  return new Segments({
    documents: oxigraphFacts(graphs),
    memory: segmentMemory(),
    ...(claims ? { claims } : {}),
  });
}
