// The catalogue's snapshots as the market that demands are matched against.
import type { Market } from "../compatibility/ports.ts";
import { sha256Hex } from "../kernel/digest.ts";
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
      provider: provider.snapshot.provider,
      ...(provider.snapshot.name ? { name: provider.snapshot.name } : {}),
      manifest: provider.snapshot.digest,
      stale: isStale(provider, intervalSeconds, now),
      head: { digest: provider.snapshot.digest },
      documents: provider.snapshot.documents,
    }))
    .sort((a, b) => (a.provider < b.provider ? -1 : 1));
  return {
    digest: sha256Hex(sources.map(({ provider, manifest }) => `${provider} ${manifest}\n`).join("")),
    sources,
  };
}

export function hasSnapshot(provider: Registration): provider is Registration & { snapshot: Snapshot } {
  return provider.snapshot !== undefined;
}
