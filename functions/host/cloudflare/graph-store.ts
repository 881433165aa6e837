// Graphs and segments in Workers KV under their digest: immutable, so no reader ever sees one half-written or out of date.
import type { TextStore } from "../../compatibility/evidence/kept-claims.ts";
import type { SegmentStore } from "../../compatibility/ports.ts";
import type { GraphStore } from "../../discovery/ports.ts";

/** Reads are cached at the edge as long as KV allows a value that never changes to be. */
const DAY = 86_400;
/** Of what is written shortly before it is read: a place that has not heard of it yet remembers that it is not there. */
export const MINUTE = 60;

/** `cacheTtl` in seconds. */
export function kvGraphStore(kv: KVNamespace, cacheTtl = DAY): GraphStore {
  return {
    get: async (digest) => (await kv.get(key(digest), { cacheTtl })) ?? undefined,
    put: (digest, nquads) => kv.put(key(digest), nquads),
  };
}

const key = (digest: string) => `graph/${digest}`;

/** Credentials, and what they state. */
export function kvEvidenceStore(kv: KVNamespace): TextStore {
  return {
    get: async (name) => (await kv.get(`evidence/${name}`, { cacheTtl: MINUTE })) ?? undefined,
    put: (name, text) => kv.put(`evidence/${name}`, text),
  };
}

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
