// What every form of report is made from.
import type { Declared } from "../declared.ts";
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
  /** What a report for publication calls the implementation, and its release. */
  readonly name?: string | undefined;
  readonly release?: string | undefined;
  /** Version of the kit. */
  readonly kit: string;
  /** Version of the specification. */
  readonly spec: string;
}

/** Whether nothing that the target declares failed, and the kit did its work. */
export function isClean({ results, declared }: Report): boolean {
  const passed = results.some(({ outcome }) => outcome === "passed");
  return (
    passed && !declared.problem && results.every(({ outcome }) => outcome !== "failed" && outcome !== "error")
  );
}

export function count(results: readonly CaseResult[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of results) counts[outcome]++;
  return counts;
}

export function roomsOf(results: readonly CaseResult[]): string[] {
  return [...new Set(results.map(({ case: { room } }) => room))];
}
