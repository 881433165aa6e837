// The rule of the book: what a harvest does to a registration, and when to look again. Pure.
import type { Coded, Result } from "../kernel/result.ts";
import { carriedOver, dueAtOnce } from "./evidence-schedule.ts";
import type { Registration, Snapshot } from "./ports.ts";

const MAX_BACKOFF = 8;

/** A new registration, due at once. */
export function registration(origin: string, now: Date): Registration {
  return { origin, registeredAt: now.toISOString(), failures: 0, dueAt: now.getTime() };
}

/**
 * The registration after a harvest. A good one replaces the snapshot whole; a failed one keeps the last good
 * snapshot and waits longer each time, up to eight intervals (MPLI-CAT).
 */
export function afterHarvest(
  { problem: _, ...before }: Registration,
  outcome: Result<Snapshot, Coded>,
  intervalSeconds: number,
  now: Date,
): Registration {
  if (outcome.ok) {
    const dueAt = now.getTime() + intervalSeconds * 1000;
    const snapshot = outcome.value;
    const evidence = before.evidence && carriedOver(before.evidence, before.snapshot, snapshot);
    const checked = { checkedAt: now.toISOString(), failures: 0, dueAt, looks: dueAtOnce(now) };
    return { ...before, snapshot, ...checked, ...(evidence ? { evidence } : {}) };
  }
  const failures = before.failures + 1;
  const wait = Math.min(2 ** (failures - 1), MAX_BACKOFF) * intervalSeconds * 1000;
  return {
    ...before,
    failures,
    problem: outcome.refusal,
    dueAt: now.getTime() + wait,
    // Of a provider that is away, too: credentials and their status are most often elsewhere (MPLI-EVID-002).
    ...(before.snapshot ? { looks: dueAtOnce(now) } : {}),
  };
}

/**
 * A provider's facts are stale when its last harvest failed or the next is overdue by a whole interval. What counts
 * is the last good harvest: `dueAt` moves on even when a harvest takes its isolate down with it (MPLI-CAT-026).
 */
export function isStale(
  { failures, checkedAt = "" }: Pick<Registration, "failures" | "checkedAt">,
  intervalSeconds: number,
  now: Date,
): boolean {
  const seconds = (now.getTime() - Date.parse(checkedAt)) / 1000;
  return failures > 0 || !(seconds <= 2 * intervalSeconds);
}
