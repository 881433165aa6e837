// SPARQL over immutable documents: each graph is loaded once an isolate, and kept while a budget of triples lasts.
import type { FactBase, Row } from "../compatibility/ports.ts";
import { ok, refused } from "../kernel/result.ts";

/** Canonical N-Quads by digest. */
export interface GraphSource {
  get(digest: string): Promise<string | undefined>;
}

/** The part of Oxigraph's store that is used; its memory is WebAssembly's, so it must be freed by hand. */
export interface SparqlStore {
  load(nquads: string, options: { format: string; lenient: boolean }): void;
  query(sparql: string, options: { results_format: string }): unknown;
  free(): void;
}

/** Most triples kept; 150,000 in thirty documents took 46 MB of an isolate's 128. */
export const TRIPLE_BUDGET = 150_000;

interface Loaded {
  readonly store: SparqlStore;
  readonly triples: number;
}

/** Loaded documents by digest, least recently used first. */
export class Documents {
  readonly #open: () => SparqlStore;
  readonly #budget: number;
  readonly #loaded = new Map<string, Loaded>();
  #triples = 0;

  constructor(open: () => SparqlStore, budget = TRIPLE_BUDGET) {
    this.#open = open;
    this.#budget = budget;
  }

  /** Facts of the documents that `graphs` holds. Digests name content, so several sources may share the cache. */
  factBase(graphs: GraphSource): FactBase {
    return {
      select: async (document, sparql) => {
        if (!this.#loaded.has(document)) {
          const nquads = await graphs.get(document);
          if (nquads === undefined) return refused({ code: "document-not-at-hand", digest: document });
          this.#load(document, nquads);
        }
        return ok(this.#query(document, sparql));
      },
    };
  }

  /** Number of documents in memory. */
  get size(): number {
    return this.#loaded.size;
  }

  /** Runs to its end without waiting for anything, so that no other request can free the store under it. */
  #query(document: string, sparql: string): Row[] {
    const entry = this.#loaded.get(document);
    if (!entry) throw new Error("a document was queried before it was loaded");
    this.#loaded.delete(document);
    this.#loaded.set(document, entry);
    const results = entry.store.query(sparql, { results_format: "json" });
    return (JSON.parse(String(results)) as { results: { bindings: Row[] } }).results.bindings;
  }

  #load(document: string, nquads: string): void {
    if (this.#loaded.has(document)) return;
    const triples = countLines(nquads);
    this.#makeRoom(triples);
    const store = this.#open();
    // One string in one transaction is 10 to 40 times faster than any other way in; it was checked when it was named.
    store.load(nquads, { format: "application/n-quads", lenient: true });
    this.#loaded.set(document, { store, triples });
    this.#triples += triples;
  }

  #makeRoom(triples: number): void {
    for (const [document, { store, triples: freed }] of this.#loaded) {
      if (this.#triples + triples <= this.#budget) return;
      this.#loaded.delete(document);
      this.#triples -= freed;
      store.free();
    }
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
