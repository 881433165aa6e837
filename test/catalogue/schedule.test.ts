// The rule of the book, as tables: what a harvest does to a registration, and when its facts count as old.
import { expect, test } from "vitest";
import type { Registration, Snapshot } from "../../functions/catalogue/ports.ts";
import { afterHarvest, isStale, registration } from "../../functions/catalogue/schedule.ts";
import { ok, refused } from "../../functions/kernel/result.ts";

const INTERVAL = 900;
const NOW = new Date("2026-11-01T12:00:00.000Z");
const snapshot = (digest: string): Snapshot => ({
  provider: "did:web:cloud.example",
  manifest: "https://cloud.example/manifest",
  digest,
  documents: [],
  harvestedAt: NOW.toISOString(),
});
const fresh = registration("https://cloud.example", NOW);
const seconds = ({ dueAt }: Registration) => (dueAt - NOW.getTime()) / 1000;

test("a new registration is due at once", () => {
  expect(fresh).toEqual({
    origin: "https://cloud.example",
    registeredAt: "2026-11-01T12:00:00.000Z",
    failures: 0,
    dueAt: NOW.getTime(),
  });
});

test("a good harvest replaces the snapshot whole, forgets the failures, and is due again after one interval", () => {
  const before: Registration = {
    ...fresh,
    snapshot: snapshot("old"),
    failures: 3,
    problem: { code: "too-slow" },
    checkedAt: "2026-10-01T00:00:00.000Z",
  };
  const after = afterHarvest(before, ok(snapshot("new")), INTERVAL, NOW);
  expect(after).toEqual({
    ...fresh,
    snapshot: snapshot("new"),
    checkedAt: NOW.toISOString(),
    dueAt: NOW.getTime() + 900_000,
    looks: { since: NOW.getTime(), dueAt: NOW.getTime() },
  });
});

test.each([
  [0, 1],
  [1, 2],
  [2, 4],
  [3, 8],
  [4, 8],
  [2000, 8],
])("after %i failures in a row, another one waits %i intervals", (failures, intervals) => {
  const before: Registration = {
    ...fresh,
    snapshot: snapshot("good"),
    failures,
    checkedAt: "2026-10-01T00:00:00.000Z",
  };
  const after = afterHarvest(before, refused({ code: "unreachable" }), INTERVAL, NOW);
  expect(seconds(after)).toBe(intervals * INTERVAL);
  expect(after).toMatchObject({
    failures: failures + 1,
    problem: { code: "unreachable" },
    snapshot: snapshot("good"),
    checkedAt: "2026-10-01T00:00:00.000Z",
  });
});

test("the last problem replaces the one before", () => {
  const once = afterHarvest(fresh, refused({ code: "too-slow", url: "x" }), INTERVAL, NOW);
  const twice = afterHarvest(once, refused({ code: "unreachable" }), INTERVAL, NOW);
  expect(twice.problem).toEqual({ code: "unreachable" });
});

test.each([
  ["just harvested", 0, 0, false],
  ["due now", INTERVAL, 0, false],
  ["overdue by one interval", 2 * INTERVAL, 0, false],
  ["overdue by more", 2 * INTERVAL + 1, 0, true],
  ["just harvested in vain", 0, 1, true],
])("%s: facts checked %i seconds ago after %i failures are stale: %j", (_, age, failures, stale) => {
  const checkedAt = new Date(NOW.getTime() - age * 1000).toISOString();
  expect(isStale({ failures, checkedAt }, INTERVAL, NOW)).toBe(stale);
});

test("facts that were never checked are stale", () => {
  expect(isStale({ failures: 0 }, INTERVAL, NOW)).toBe(true);
});
