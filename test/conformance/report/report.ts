// What every form of report is made from.
import type { Declared } from "../declared.ts";
import { byFrequency } from "../frequency.ts";
import { OUTCOMES, type Outcome } from "../outcome.ts";
import type { CaseResult } from "../run.ts";
import type { Statements } from "../statements.ts";

export interface Report {
  /** Origin of the node that was examined. */
  readonly target: string;
  readonly started: Date;
  readonly declared: Declared;
  readonly results: readonly CaseResult[];
  readonly statements: Statements;
  /** Why the run ended before all cases were examined. */
  readonly stopped?: string | undefined;
  /** What a report for publication calls the implementation, and its release. */
  readonly name?: string | undefined;
  readonly release?: string | undefined;
  /** Version of the kit. */
  readonly kit: string;
  /** Version of the specification. */
  readonly spec: string;
}

/** Whether nothing that the target declares failed, and the kit did its work. */
export function isClean({ results, declared, stopped }: Report): boolean {
  const passed = results.some(({ outcome }) => outcome === "passed");
  const isSpoilt = declared.problem !== undefined || stopped !== undefined;
  return passed && !isSpoilt && results.every(({ outcome }) => outcome !== "failed" && outcome !== "error");
}

/** How many cases of what was asked for could not be run, and why, the most frequent reason first. */
export function untestedOf({ results }: Pick<Report, "results">): readonly (readonly [string, number])[] {
  const untested = results.filter(({ outcome, isUnasked }) => outcome === "untested" && !isUnasked);
  return byFrequency(untested.map(({ reason = "" }) => reason));
}

export function count(results: readonly CaseResult[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of results) counts[outcome]++;
  return counts;
}

export function roomsOf(results: readonly CaseResult[]): string[] {
  return [...new Set(results.map(({ case: { room } }) => room))];
}
