// The truth tables of requirements that count or join others, as data: each row with values that bring it about.
import type { Outcome } from "./demands.ts";
import type { JsonObject } from "../http.ts";

const S = "satisfied";
const U = "unknown";
const V = "violated";

/** Outcome of a requirement for this many alternatives, by the outcomes of those that are stated (MPLI-COMP-070). */
export const COUNTS: readonly (readonly [
  atLeastCount: number,
  stated: readonly Outcome[],
  outcome: Outcome,
])[] = [
  [2, [S, S], S],
  [2, [S, S, S], S],
  [2, [S, S, U], S],
  [2, [S, S, V], S],
  [2, [S, U], U],
  [2, [S, U, V], U],
  [2, [S, U, U], U],
  [2, [S], V],
  [2, [S, V], V],
  [2, [S, V, V], V],
  [2, [U, U], U],
  [2, [U, U, V], U],
  [2, [U], V],
  [2, [U, V], V],
  [2, [V], V],
  [2, [V, V], V],
  [1, [S, V], S],
  [1, [U, V], U],
  [1, [V, V], V],
  [3, [S, S, S], S],
  [3, [S, S, U], U],
  [3, [S, S, V], V],
  [3, [S, U, U], U],
  [3, [S, U, V], V],
  [1000, [S, S, S], V],
];

/** Versions by what "at least 16.4.2" comes to on them. */
export const STATED = {
  satisfied: ["17", "18", "19"],
  unknown: ["16", "16.4"],
  violated: ["15", "14"],
} as const;

/** Outcome of two parts of `anyOf` and of `allOf` (MPLI-COMP-071). */
export const JOINED: readonly (readonly [one: Outcome, other: Outcome, anyOf: Outcome, allOf: Outcome])[] = [
  [S, S, S, S],
  [S, U, S, U],
  [S, V, S, V],
  [U, S, S, U],
  [U, U, U, U],
  [U, V, U, V],
  [V, S, S, V],
  [V, U, U, V],
  [V, V, V, V],
];

/** Outcome of `not` by that of its part (MPLI-COMP-071). */
export const NOT: readonly (readonly [part: Outcome, not: Outcome])[] = [
  [S, V],
  [U, U],
  [V, S],
];

const OTHERS = { engineVersion: "atLeast", runtimeVersion: "atMost", conformantVersion: "moreThan" } as const;
const BOUNDS = {
  atLeast: { satisfied: "15", unknown: "16.4", violated: "17" },
  atMost: { satisfied: "17", unknown: "16.4", violated: "15" },
  moreThan: { satisfied: "14", unknown: "16.2", violated: "18" },
} as const satisfies Record<string, Record<Outcome, string>>;

/** Facts on which each of `part` comes to its outcome. */
export const SIXTEEN: JsonObject = Object.fromEntries(Object.keys(OTHERS).map((on) => [on, "16"]));

/** A requirement of its own for each place among the parts, with this outcome on an offer that states `SIXTEEN`. */
export function part(outcome: Outcome, on: keyof typeof OTHERS = "engineVersion"): JsonObject {
  const operator = OTHERS[on];
  return { on, [operator]: BOUNDS[operator][outcome] };
}
