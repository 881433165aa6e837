// The segments of an isolate: one memory for all requests, Workers KV behind it, and Oxigraph to compile what is in neither.
import { waitUntil } from "cloudflare:workers";
import type { OwnMarket } from "../../compatibility/market/own-market.ts";
import { keptClaims } from "../../compatibility/evidence/kept-claims.ts";
import type { ClaimsBase, Source } from "../../compatibility/ports.ts";
import type { Segment } from "../../compatibility/segment/segment.ts";
import { Segments, segmentMemory } from "../../compatibility/segment/segments.ts";
import type { Publication } from "../../discovery/ports.ts";
import { oxigraphFacts } from "../oxigraph.ts";
import type { Env } from "./env.ts";
import { kvEvidenceStore, kvGraphStore, kvSegmentStore } from "./graph-store.ts";

const memory = segmentMemory();
let claims: ClaimsBase | undefined;

export function segmentsOf({ GRAPHS }: Pick<Env, "GRAPHS">): Segments {
  return new Segments({
    documents: oxigraphFacts(kvGraphStore(GRAPHS)),
    memory,
    store: kvSegmentStore(GRAPHS),
    claims: claimsIn(GRAPHS),
    log: (message, error) => console.error(message, error),
  });
}

/** What credentials state, with the isolate's own memory of it. */
export function claimsIn(kv: KVNamespace): ClaimsBase {
  return (claims ??= keptClaims(kvEvidenceStore(kv)));
}

/**
 * Has the segment of a source at hand before anyone asks for it. Whatever fails here is made up for by the first who
 * does.
 */
export async function openAhead(source: Source, segments: Segments): Promise<Segment | undefined> {
  try {
    const opened = await segments.open([source]);
    if (opened.ok) return opened.value[0];
    console.error("not compiled ahead", opened.refusal);
  } catch (error) {
    console.error("not compiled ahead", error);
  }
  return undefined;
}

/** A publication whose new versions are compiled once they are out; the answer does not wait for it. */
export function compiledAhead(publication: Publication, market: OwnMarket, segments: Segments): Publication {
  const compile = async () => {
    const own = await market();
    for (const source of own.ok ? own.value.sources : []) await openAhead(source, segments);
  };
  return {
    ...publication,
    async publish(proposal) {
      const outcome = await publication.publish(proposal);
      if (outcome.ok) waitUntil(compile());
      return outcome;
    },
  };
}
