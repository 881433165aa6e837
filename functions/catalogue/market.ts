// The catalogue's snapshots as the market that demands are matched against.
import { snapshotDigest } from "../compatibility/market/snapshot.ts";
import { FORMAT } from "../compatibility/segment/layout.ts";
import type { KeptSegment } from "../compatibility/segment/packs.ts";
import type { Market, Source } from "../compatibility/ports.ts";
import type { ProviderBook, Registration, Snapshot } from "./ports.ts";
import { isStale } from "./schedule.ts";

/** All harvested providers, each at its last good snapshot; the digest names exactly this state of the market. */
export async function catalogueMarket(
  book: ProviderBook,
  intervalSeconds: number,
  now: Date,
): Promise<Market> {
  const harvested = (await book.list()).filter(hasSnapshot);
  const sources = harvested
    .map((provider) => ({
      ...sourceOf(provider.snapshot, isStale(provider, intervalSeconds, now)),
      ...packOf(provider),
    }))
    .sort((a, b) => (a.provider < b.provider ? -1 : 1));
  return { digest: snapshotDigest(sources), sources };
}

/** A snapshot as a source of offers. */
export function sourceOf({ provider, name, digest, documents }: Snapshot, stale: boolean): Source {
  return { provider, ...(name ? { name } : {}), manifest: digest, stale, head: { digest }, documents };
}

function packOf(provider: Registration): Pick<Source, "pack"> {
  const pack = segmentOf(provider)?.pack;
  return pack === undefined ? {} : { pack };
}

/** The segment of a provider's last snapshot, where it is kept in the form that this node reads. */
export function segmentOf({ snapshot, segment }: Registration): KeptSegment | undefined {
  return segment?.manifest === snapshot?.digest && segment?.format === FORMAT ? segment : undefined;
}

export function hasSnapshot(provider: Registration): provider is Registration & { snapshot: Snapshot } {
  return provider.snapshot !== undefined;
}
