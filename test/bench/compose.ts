// The solver of compositions alone: eight components of a thousand options, under what demands ask of components together.
import type { Constraint, Objective } from "../../functions/compatibility/compose/problem.ts";
import { solve } from "../../functions/compatibility/compose/solve.ts";
import { marketProblem } from "../compatibility/compose/random-problem.ts";
import { type Figure, atMost, median, noted } from "./figures.ts";

const MARKET = { components: 8, options: 1_000, providers: 100, regions: 30 };
/** Level 0 is the price, level 1 how little an option is liked. */
const CHEAPEST: Objective = [{ kind: "sum", level: 0 }];
const LIKED: Objective = [{ kind: "sum", level: 1 }, ...CHEAPEST];
const LIMITS = { nodes: 10_000, runnersUp: 3 };
const PROBLEMS = 20;

const few = { kind: "maxProviders", count: 3 } as const;
const near = (components: readonly number[], atMost: number): Constraint => ({
  kind: "latency",
  components,
  atMost,
});

const ASKED: readonly (readonly [name: string, constraints: readonly Constraint[], Objective?])[] = [
  ["all near the first, three providers", [few, ...[1, 2, 3, 4, 5, 6, 7].map((at) => near([0, at], 40))]],
  ["every two near each other, three providers", [few, near([0, 1, 2, 3, 4, 5, 6, 7], 60)]],
  [
    "the same region, two providers",
    [
      { kind: "maxProviders", count: 2 },
      { kind: "sameRegion", components: [0, 1, 2, 3, 4, 5, 6, 7] },
    ],
  ],
  ["a tight budget against what is liked", [few, { kind: "budget", level: 0, atMost: 150_000 }], LIKED],
];

export async function compose(): Promise<Figure[]> {
  return ASKED.flatMap(([name, constraints, objective = CHEAPEST]) => {
    const times: number[] = [];
    const ended = new Map<string, number>();
    // The first round warms the code up.
    for (const isMeasured of [false, true])
      for (let seed = 1; seed <= PROBLEMS; seed++) {
        const problem = marketProblem(seed, MARKET, constraints, objective);
        const started = performance.now();
        const { status } = solve(problem, LIMITS);
        if (!isMeasured) continue;
        times.push(performance.now() - started);
        ended.set(status, (ended.get(status) ?? 0) + 1);
      }
    const statuses = [...ended].map(([status, count]) => `${count} ${status}`).join(", ");
    return [
      atMost(`8 × 1,000, ${name}: median of ${PROBLEMS} (${statuses})`, median(times), "ms", 50),
      noted("the slowest of these", Math.max(...times), "ms"),
    ];
  });
}
