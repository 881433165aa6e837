// Oxigraph for workerd: compiled with the Worker, started by the first query of an isolate.
import { Store, initSync } from "oxigraph/web.js";
import module from "oxigraph/web_bg.wasm";
import type { FactBase } from "../compatibility/ports.ts";
import { Documents, type GraphSource, type SparqlStore } from "./documents.ts";

const documents = new Documents(openStore);
let isStarted = false;

/** Opens an empty store; wasm-bindgen gives every class `free`, which its type file leaves out. */
function openStore(): SparqlStore {
  if (!isStarted) initSync({ module });
  isStarted = true;
  return new Store() as unknown as SparqlStore;
}

/** Facts of the documents in `graphs`; loaded documents are shared by all requests of the isolate. */
export function oxigraphFactBase(graphs: GraphSource): FactBase {
  return documents.factBase(graphs);
}
