// A solver of integer linear programs that others wrote (HiGHS) finds the same optimum on problems of middle size.
import highsLoader from "highs";
import { expect, it } from "vitest";
import type { Constraint, Objective, Problem } from "../../../functions/compatibility/compose/problem.ts";
import { solve } from "../../../functions/compatibility/compose/solve.ts";
import { linearProgram } from "./linear-program.ts";
import { type Market, marketProblem } from "./random-problem.ts";

const highs = await highsLoader();
const OBJECTIVE: Objective = [
  { kind: "sum", level: 1 },
  { kind: "sum", level: 0 },
];

/** The least sums at the levels of `OBJECTIVE`, the first before the second; undefined when there are none. */
function linearOptimum(problem: Problem): readonly number[] | undefined {
  const fixed: { level: number; value: number }[] = [];
  for (const goal of OBJECTIVE) {
    if (goal.kind !== "sum") continue;
    const { Status, ObjectiveValue } = highs.solve(linearProgram(problem, goal.level, fixed), {
      mip_rel_gap: 0,
      mip_abs_gap: 0,
    });
    if (Status === "Infeasible") return undefined;
    expect(Status).toBe("Optimal");
    fixed.push({ level: goal.level, value: Math.round(ObjectiveValue) });
  }
  return fixed.map(({ value }) => value);
}

const all = (count: number) => Array.from({ length: count }, (_, index) => index);
const latency = (atMost: number, ...components: number[]): Constraint => ({
  kind: "latency",
  components,
  atMost,
});
const star = (count: number, atMost: number) =>
  all(count)
    .slice(1)
    .map((other) => latency(atMost, 0, other));
const most = (count: number): Constraint => ({ kind: "maxProviders", count });
const budget = (atMost: number): Constraint => ({ kind: "budget", level: 0, atMost });

const KINDS: readonly (readonly [string, Market, readonly Constraint[]])[] = [
  [
    "latencies to one component, and few providers",
    { components: 5, options: 50, providers: 10, regions: 6 },
    [...star(5, 60), most(2)],
  ],
  [
    "latencies between all components",
    { components: 5, options: 50, providers: 12, regions: 10 },
    [latency(80, ...all(5)), most(3)],
  ],
  [
    "a budget that is hard to keep",
    { components: 6, options: 60, providers: 12, regions: 6 },
    [...star(6, 90), most(3), budget(90_000)],
  ],
  [
    "the same region and provider for some, different providers for others",
    { components: 6, options: 50, providers: 8, regions: 5 },
    [
      { kind: "sameRegion", components: [0, 1, 2] },
      { kind: "sameProvider", components: [2, 3] },
      { kind: "differentProvider", components: [3, 4, 5] },
      latency(70, 4, 5),
      most(3),
    ],
  ],
  [
    "many options and nothing but a budget",
    { components: 8, options: 200, providers: 30, regions: 10 },
    [budget(105_000)],
  ],
];

it.each(KINDS)("finds the same optimum: %s", { timeout: 120_000 }, (_, market, constraints) => {
  let solvable = 0;
  for (const seed of [1, 2, 3, 4, 5]) {
    const problem = marketProblem(seed, market, constraints, OBJECTIVE);
    const expected = linearOptimum(problem);
    const solution = solve(problem, { nodes: 50_000, runnersUp: 2 });
    if (expected)
      expect(solution, `seed ${seed}`).toMatchObject({ status: "optimal", best: { value: expected } });
    else expect(solution.status, `seed ${seed}`).toBe("infeasible");
    if (expected) solvable++;
  }
  expect(solvable).toBeGreaterThan(0);
});
