// The solver of compositions finds what trying everything finds, in the same order, and says how sure it is.
import { describe, expect, it } from "vitest";
import type {
  Constraint,
  Objective,
  Option,
  Problem,
  Solution,
} from "../../../functions/compatibility/compose/problem.ts";
import { solve } from "../../../functions/compatibility/compose/solve.ts";
import { random } from "../../kernel/random-graph.ts";
import { bruteForce, bruteRemovable } from "./brute-force.ts";
import { marketProblem, shuffled, smallProblem } from "./random-problem.ts";

const PLENTY = 100_000;
const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function found(solution: Solution) {
  return "best" in solution ? [solution.best, ...solution.runnersUp] : [];
}

function option(provider: number, region: number, ...costs: number[]): Option {
  return { provider, region, costs };
}

function problem(components: readonly (readonly Option[])[], ...constraints: Constraint[]): Problem {
  return { components, constraints, objective: [{ kind: "sum", level: 0 }], latency: () => undefined };
}

describe("what trying everything finds", () => {
  it("is found: the best and the next best, in order, on 3,000 small problems", () => {
    const statuses = new Set<string>();
    for (const seed of seeds(3_000)) {
      const asked = smallProblem(seed);
      const runnersUp = seed % 6;
      const solution = solve(asked, { nodes: PLENTY, runnersUp });
      expect(found(solution), `seed ${seed}`).toEqual(bruteForce(asked).slice(0, runnersUp + 1));
      statuses.add(solution.status);
    }
    expect(statuses).toEqual(new Set(["optimal", "infeasible"]));
  });

  it("is found among constraints: the smallest sets without which there is an assignment", () => {
    const sizes = new Set<number>();
    for (const seed of seeds(3_000)) {
      const asked = smallProblem(seed);
      const solution = solve(asked, { nodes: PLENTY, runnersUp: 0 });
      if (solution.status !== "infeasible") continue;
      expect(solution, `seed ${seed}`).toMatchObject({ removable: bruteRemovable(asked), complete: true });
      sizes.add(solution.removable[0]?.length ?? 0);
    }
    expect(sizes).toEqual(new Set([0, 1, 2, 3]));
  });
});

describe("constraints", () => {
  const two = [
    [option(0, 0, 1), option(1, 1, 5), option(2, -1, 0)],
    [option(1, 1, 2), option(2, -1, 0), option(0, 2, 9)],
  ];
  const best = (asked: Problem) => found(solve(asked, { nodes: PLENTY, runnersUp: 0 }))[0]?.options;

  it.each<[Constraint, readonly number[]]>([
    [{ kind: "sameRegion", components: [0, 1] }, [1, 0]],
    [{ kind: "sameProvider", components: [0, 1] }, [2, 1]],
    [{ kind: "differentProvider", components: [0, 1] }, [0, 1]],
    [{ kind: "maxProviders", count: 1 }, [2, 1]],
    [{ kind: "latency", components: [0, 1], atMost: 0 }, [1, 0]],
    [{ kind: "budget", level: 0, atMost: 0 }, [2, 1]],
  ])("are satisfied by the best assignment that does: %o", (constraint, options) => {
    expect(best(problem(two, constraint))).toEqual(options);
  });

  it.each<[string, Constraint]>([
    ["a budget below the cheapest", { kind: "budget", level: 0, atMost: -1 }],
    ["no provider at all", { kind: "maxProviders", count: 0 }],
    ["a latency below every one", { kind: "latency", components: [0, 1], atMost: -1 }],
  ])("are not satisfied by %s, which is then the one to remove", (_, constraint) => {
    expect(solve(problem(two, constraint), { nodes: PLENTY, runnersUp: 0 })).toMatchObject({
      status: "infeasible",
      removable: [[0]],
      complete: true,
    });
  });

  it("ask nothing of a single component, even where no region is stated", () => {
    expect(best(problem(two, { kind: "sameRegion", components: [0, 0] }))).toEqual([2, 1]);
  });

  it("take the latency that the table states, within a region too", () => {
    const asked = problem(two, { kind: "latency", components: [0, 1], atMost: 3 });
    expect(best({ ...asked, latency: (a, b) => (a === b ? 4 : 3) })).toEqual([0, 0]);
  });

  it("contradict each other in ways that no choice of options shows", () => {
    const { components } = marketProblem(1, { components: 6, options: 300, providers: 50, regions: 10 }, []);
    const solution = solve(
      problem(
        components,
        { kind: "sameProvider", components: [1, 2] },
        { kind: "maxProviders", count: 3 },
        { kind: "sameProvider", components: [2, 3] },
        { kind: "differentProvider", components: [0, 1, 4, 5] },
        { kind: "differentProvider", components: [1, 3] },
      ),
      { nodes: 200, runnersUp: 0 },
    );
    expect(solution).toMatchObject({
      status: "infeasible",
      removable: [
        [0, 1],
        [0, 3],
        [1, 2],
        [1, 4],
        [2, 3],
        [3, 4],
      ],
      complete: true,
    });
  });
});

describe("without components or options", () => {
  it("nothing to compose is composed", () => {
    expect(solve(problem([]), { nodes: PLENTY, runnersUp: 3 })).toMatchObject({
      status: "optimal",
      best: { options: [], value: [0] },
      runnersUp: [],
    });
  });

  it("a component without options has no assignment, whatever is removed", () => {
    const asked = problem([[option(0, 0, 1)], []], { kind: "maxProviders", count: 1 });
    expect(solve(asked, { nodes: PLENTY, runnersUp: 0 })).toMatchObject({
      status: "infeasible",
      removable: [],
    });
  });
});

const MARKET = { components: 8, options: 200, providers: 40, regions: 20 };
const STAR = seeds(7).map((other): Constraint => ({ kind: "latency", components: [0, other], atMost: 60 }));
const TIGHT: readonly Constraint[] = [...STAR, { kind: "maxProviders", count: 3 }];

const PREFERENCES: Objective = [{ kind: "sum", level: 1 }, { kind: "sum", level: 0 }, { kind: "providers" }];

describe("when the nodes run out", () => {
  const asked = marketProblem(5, MARKET, TIGHT, PREFERENCES);

  it.each([0, 5])(
    "gives the best it has, and a gap that the optimum lies within (%i runners-up)",
    (runnersUp) => {
      const exact = solve(asked, { nodes: PLENTY, runnersUp });
      if (exact.status !== "optimal") throw new Error("not solved");
      const statuses = new Set<string>();
      for (let nodes = 0; nodes <= exact.nodes; nodes++) {
        const cut = solve(asked, { nodes, runnersUp });
        statuses.add(cut.status);
        expect(cut.nodes).toBeLessThanOrEqual(nodes);
        if (cut.status !== "feasible") continue;
        for (const [at, gap] of cut.gap.entries()) {
          expect(gap).toBeGreaterThanOrEqual(0);
          expect(exact.best.value[at]).toBeGreaterThanOrEqual((cut.best.value[at] ?? 0) - gap);
        }
      }
      expect(statuses).toEqual(new Set(["unknown", "feasible", "optimal"]));
    },
  );

  it("says that not all removable constraints were looked for", () => {
    const impossible: Constraint = { kind: "budget", level: 0, atMost: 0 };
    const { components, latency } = asked;
    const constraints = [...TIGHT, impossible];
    const solution = solve({ components, constraints, latency, objective: [] }, { nodes: 2, runnersUp: 0 });
    expect(solution).toMatchObject({ status: "infeasible", complete: false });
  });
});

it.each<[string, readonly Constraint[]]>([
  ["latencies to one of them", TIGHT],
  ["latencies between all of them", [{ kind: "latency", components: [0, ...seeds(7)], atMost: 60 }]],
  ["a budget that few can keep", [...TIGHT, { kind: "budget", level: 0, atMost: 130_000 }]],
  ["a budget and nothing else", [{ kind: "budget", level: 0, atMost: 100_000 }]],
])("takes few nodes for eight components of a thousand options: %s", (_, constraints) => {
  const market = { components: 8, options: 1_000, providers: 100, regions: 30 };
  for (const seed of seeds(3)) {
    const asked = marketProblem(seed, market, constraints, PREFERENCES);
    expect(solve(asked, { nodes: 1_000, runnersUp: 3 }).status, `seed ${seed}`).toBe("optimal");
  }
});

it("takes few nodes where everything costs the same, and gives the first of all", () => {
  const { components, latency } = marketProblem(1, MARKET, []);
  const same = components.map((options) => options.map((one) => ({ ...one, costs: [7] })));
  const asked = { ...problem(same, ...TIGHT), latency };
  const solution = solve(asked, { nodes: 1_000, runnersUp: 3 });
  expect(solution.status).toBe("optimal");
  const keys = found(solution).map(({ options }) =>
    options.map((index) => String(index).padStart(3, "0")).join(),
  );
  expect(keys).toEqual(keys.toSorted());
});

it("finds the same whatever order options and constraints come in, once options are sorted", () => {
  const next = random(9);
  const below = (end: number) => Math.floor(next() * end);
  // No two options are alike, or their order would not be total.
  const key = ({ provider, region, costs }: Option) => [provider, region, ...costs].join();
  const sorted = (options: readonly Option[]) =>
    [...new Map(options.map((one) => [key(one), one])).values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const seed of seeds(10)) {
    const asked = marketProblem(seed, { ...MARKET, options: 60 }, TIGHT);
    const { components, constraints } = asked;
    const other = {
      ...asked,
      components: components.map((options) => sorted(shuffled(options, below))),
      constraints: shuffled(constraints, below),
    };
    const solution = solve({ ...asked, components: components.map(sorted) }, { nodes: PLENTY, runnersUp: 3 });
    expect(solution.status).toBe("optimal");
    expect(found(solve(other, { nodes: PLENTY, runnersUp: 3 }))).toEqual(found(solution));
  }
});
