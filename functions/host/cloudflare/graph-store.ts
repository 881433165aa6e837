// Graphs in Workers KV under their digest: immutable, so no reader ever sees one half-written or out of date.
import type { GraphStore } from "../../discovery/ports.ts";

/** Reads are cached at the edge as long as KV allows a value that never changes to be. */
const DAY = 86_400;

export function kvGraphStore(kv: KVNamespace): GraphStore {
  return {
    get: async (digest) => (await kv.get(key(digest), { cacheTtl: DAY })) ?? undefined,
    put: (digest, nquads) => kv.put(key(digest), nquads),
  };
}

const key = (digest: string) => `graph/${digest}`;
