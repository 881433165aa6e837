// Graphs and segments in Workers KV under their digest: immutable, so no reader ever sees one half-written or out of date.
import type { SegmentStore } from "../../compatibility/ports.ts";
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

export function kvSegmentStore(kv: KVNamespace): SegmentStore {
  return {
    async get(name) {
      const bytes = await kv.get(name, { type: "arrayBuffer", cacheTtl: DAY });
      return bytes ? new Uint8Array(bytes) : undefined;
    },
    put: (name, segment) => kv.put(name, segment),
    delete: (name) => kv.delete(name),
  };
}
