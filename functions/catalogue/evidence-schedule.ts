// When credentials are looked at: each once an interval, whatever becomes of harvests, and few at a time. Pure.
import { MOST_CREDENTIALS, linksOf } from "./links.ts";
import type { CheckedCredential, KeptEvidence, Looks, Snapshot } from "./ports.ts";

/** Which credentials are looked at now. */
export interface Portion {
  /** Those that were not looked at since; milliseconds since the epoch. */
  readonly since: number;
  /** Those that have waited longest. */
  readonly most: number;
  /** After so many seconds no other is begun. */
  readonly seconds: number;
}

export const ALL: Portion = { since: Number.POSITIVE_INFINITY, most: MOST_CREDENTIALS, seconds: 60 };

/**
 * What one provider gets of a wake-up. Each credential takes at most nine fetches. The rest is due at once again, behind
 * all who are due by then, so that a provider with many credentials takes nobody's turn.
 */
export const AT_ONCE = { most: 16, seconds: 20 } as const;

/** After a harvest, whatever came of it. */
export const dueAtOnce = (now: Date): Looks => ({ dueAt: now.getTime(), since: now.getTime() });

/** While a look is under way: should it take its isolate down with it, others have their turn first. */
export function underWay({ since }: Looks, intervalSeconds: number, now: Date): Looks {
  return { since, dueAt: now.getTime() + intervalSeconds * 1000 };
}

export interface Looked {
  readonly looks: Looks;
  readonly snapshot: Snapshot;
  /** What was known before the look. */
  readonly before: KeptEvidence | undefined;
  /** Absent where the look broke. */
  readonly found: KeptEvidence | undefined;
}

/** After a look: at once again where something is left of what was to be looked at, otherwise after an interval. */
export function afterLook(
  { looks: { since }, snapshot, before, found }: Looked,
  intervalSeconds: number,
  now: Date,
): Looks {
  const links = linksOf(snapshot);
  const left = (known: KeptEvidence | undefined) => wantedOf(links, known, { ...ALL, since }).length;
  // A look that gets nowhere is not repeated at once.
  if (found && left(found) > 0 && left(found) < left(before)) return { since, dueAt: now.getTime() };
  const dueAt = Math.max(since + intervalSeconds * 1000, now.getTime());
  return { since: dueAt, dueAt };
}

/** The addresses to look at, those first that have waited longest. */
export function wantedOf(
  links: readonly string[],
  evidence: Pick<KeptEvidence, "credentials"> | undefined,
  { since, most }: Pick<Portion, "since" | "most">,
): string[] {
  const times = new Map(evidence?.credentials.map((one) => [one.address, lookedAt(one)]));
  const at = (address: string) => times.get(address) ?? Number.NEGATIVE_INFINITY;
  return links
    .filter((address) => at(address) < since)
    .sort((a, b) => at(a) - at(b) || 0)
    .slice(0, most);
}

const lookedAt = ({ checkedAt }: CheckedCredential) =>
  checkedAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(checkedAt);

/** Whether credentials are linked that were never looked at. */
export function isLeft(links: readonly string[], credentials: readonly CheckedCredential[]): boolean {
  const known = new Set(credentials.map(({ address }) => address));
  return links.some((address) => !known.has(address));
}

/**
 * What was known of the credentials of one version, for the next: of those that it links as well. The signature of a
 * version is none of another (MPLI-EVID-017).
 */
export function carriedOver(
  evidence: KeptEvidence,
  before: Snapshot | undefined,
  snapshot: Snapshot,
): KeptEvidence {
  if (before?.digest === snapshot.digest) return evidence;
  const { signed: _, pending: __, ...kept } = evidence;
  const links = linksOf(snapshot);
  const credentials = kept.credentials.filter(({ address }) => links.includes(address));
  return { ...kept, ...(isLeft(links, credentials) ? { pending: true } : {}), credentials };
}
