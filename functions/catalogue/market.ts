// The catalogue's snapshots as the market that demands are matched against.
import { snapshotDigest } from "../compatibility/market/snapshot.ts";
import { FORMAT } from "../compatibility/segment/layout.ts";
import type { KeptSegment } from "../compatibility/segment/packs.ts";
import type { CredentialState, Market, Source } from "../compatibility/ports.ts";
import type { KeptEvidence, ProviderBook, Registration, Snapshot } from "./ports.ts";
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
      ...standingEvidence(provider.evidence, intervalSeconds, now),
    }))
    .sort((a, b) => (a.provider < b.provider ? -1 : 1));
  return { digest: snapshotDigest(sources), sources };
}

/** A snapshot as a source of offers. */
export function sourceOf({ provider, name, digest, documents }: Snapshot, stale: boolean): Source {
  return { provider, ...(name ? { name } : {}), manifest: digest, stale, head: { digest }, documents };
}

/** Intervals. */
const OUTDATED_AFTER = 2;

/** The evidence as it stands at a time: what has ended since the last look does not count. */
export function standingEvidence(
  evidence: KeptEvidence | undefined,
  intervalSeconds: number,
  now: Date,
): Pick<Source, "evidence"> {
  const at = now.getTime();
  // What was revoked since is not known: whatever nobody has looked at for so long counts as not looked at.
  const age = (at - Date.parse(evidence?.checkedAt ?? "")) / 1000;
  if (!evidence || evidence.pending || !(age <= OUTDATED_AFTER * intervalSeconds)) return {};
  const { credentials, pending: _, ...checked } = evidence;
  const states = credentials.flatMap(
    ({ digest, fault, statusAsOf, checkedAt, until = Number.POSITIVE_INFINITY }): CredentialState[] => {
      if (digest === undefined) return [];
      const ends = fault ?? (until <= at ? "expired" : undefined);
      return [
        {
          credential: digest,
          ...(ends ? { fault: ends } : {}),
          ...(statusAsOf ? { statusAsOf } : {}),
          ...(checkedAt ? { checkedAt } : {}),
        },
      ];
    },
  );
  return { evidence: { ...checked, at, states } };
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
