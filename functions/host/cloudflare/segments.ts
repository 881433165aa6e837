// The segments of an isolate: one memory for all requests, Workers KV behind it, and Oxigraph to compile what is in neither.
import { waitUntil } from "cloudflare:workers";
import type { OwnMarket } from "../../compatibility/market/own-market.ts";
import type { Source } from "../../compatibility/ports.ts";
import { Segments, segmentMemory } from "../../compatibility/segment/segments.ts";
import type { Publication } from "../../discovery/ports.ts";
import { oxigraphFacts } from "../oxigraph.ts";
import type { Env } from "./env.ts";
import { kvGraphStore, kvSegmentStore } from "./graph-store.ts";

const memory = segmentMemory();

export function segmentsOf({ GRAPHS }: Pick<Env, "GRAPHS">): Segments {
  return new Segments({
    documents: oxigraphFacts(kvGraphStore(GRAPHS)),
    memory,
    store: kvSegmentStore(GRAPHS),
    log: (message, error) => console.error(message, error),
  });
}

/** Has segments at hand before anyone asks for them. Whatever fails here is made up for by the first who does. */
export async function openAhead(sources: readonly Source[], segments: Segments): Promise<void> {
  try {
    const opened = await segments.open(sources);
    if (!opened.ok) console.error("not compiled ahead", opened.refusal);
  } catch (error) {
    console.error("not compiled ahead", error);
  }
}

/** A publication whose new versions are compiled once they are out; the answer does not wait for it. */
export function compiledAhead(publication: Publication, market: OwnMarket, segments: Segments): Publication {
  const compile = async () => {
    const own = await market();
    if (own.ok) await openAhead(own.value.sources, segments);
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
