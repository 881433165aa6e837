// Oxigraph for Node: the fact base of the command line and of tests.
import { Store } from "oxigraph";
import type { FactBase } from "../../compatibility/ports.ts";
import { Documents, type GraphSource, type SparqlStore } from "../documents.ts";

const documents = new Documents(openStore);

/** Opens an empty store; wasm-bindgen gives every class `free`, which its type file leaves out. */
export function openStore(): SparqlStore {
  return new Store() as unknown as SparqlStore;
}

/** Facts of the documents in `graphs`; loaded documents are shared by the whole process. */
export function oxigraphFactBase(graphs: GraphSource): FactBase {
  return documents.factBase(graphs);
}
