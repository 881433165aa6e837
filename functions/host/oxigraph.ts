// Oxigraph for workerd: compiled with the Worker, started by the first query of an isolate.
import { Store, initSync } from "oxigraph/web.js";
import module from "oxigraph/web_bg.wasm";
import type { DocumentFacts } from "../compatibility/ports.ts";
import { type GraphSource, type SparqlStore, documentFacts } from "./documents.ts";

let isStarted = false;

/** Opens an empty store; wasm-bindgen gives every class `free`, which its type file leaves out. */
function openStore(): SparqlStore {
  if (!isStarted) initSync({ module });
  isStarted = true;
  return new Store() as unknown as SparqlStore;
}

/** Answers to queries over the documents in `graphs`. */
export function oxigraphFacts(graphs: GraphSource): DocumentFacts {
  return documentFacts(openStore, graphs);
}
