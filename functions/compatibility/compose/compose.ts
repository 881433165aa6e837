// A demand of several components against a market: the best way to have them all, one offer in one region for each.
import { multiply, toNumber } from "../../kernel/ratio.ts";
import type { Component, Demand, Joint } from "../demand/demand.ts";
import { HOURS_PER_MONTH, timesAMonth } from "../demand/periods.ts";
import type { Candidate } from "../match/rank.ts";
import { type Choice, LEVELS, type Level, choicesOf } from "./choices.ts";
import type { Constraint, Objective, Problem, Solution } from "./problem.ts";
import { solve } from "./solve.ts";

/** How many partial compositions are looked at before the search gives up, each a tenth of a millisecond or so. */
const WORK_BUDGET = 10_000;

/** A component with the ways to have it. */
export interface Choices {
  readonly component: Component;
  readonly choices: readonly Choice[];
}

export interface Composed {
  /** In the order of the demand's components. */
  readonly components: readonly Choices[];
  /** Names of the components that there is no choice for. */
  readonly missing: readonly string[];
  /** Absent when a component is missing: then there is nothing to search. */
  readonly solution?: Solution;
}

/**
 * Composes a demand from the compatible candidates of each component, given in the order of the components. A
 * constraint of the solution has the index of the joint requirement that it stands for.
 */
export function compose(
  demand: Demand,
  candidates: readonly (readonly Candidate[])[],
  limits: { readonly runnersUp: number; readonly nodes?: number },
): Composed {
  const components = demand.components.map((component, index) => ({
    component,
    choices: choicesOf(demand, component, candidates[index] ?? []),
  }));
  const missing = components.flatMap(({ component, choices }) =>
    choices.length > 0 ? [] : [component.name],
  );
  if (missing.length > 0) return { components, missing };
  const solution = solve(problemOf(demand, components), { nodes: WORK_BUDGET, ...limits });
  return { components, missing, solution };
}

function problemOf(demand: Demand, components: readonly Choices[]): Problem {
  const all = components.flatMap(({ choices }) => choices);
  const providers = numbered(all.map(({ candidate }) => candidate.source.provider));
  const regions = numbered(all.flatMap(({ region }) => region ?? []));
  const names = new Map(components.map(({ component }, index) => [component.name, index]));
  return {
    components: components.map(({ choices }) =>
      choices.map(({ candidate, region, costs }) => ({
        provider: providers.get(candidate.source.provider) ?? 0,
        region: region === undefined ? -1 : (regions.get(region) ?? -1),
        costs,
      })),
    ),
    constraints: demand.together.map((joint) => constraintOf(joint, names)),
    objective: objectiveOf(demand),
    latency: latencyOf(demand, regions),
  };
}

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort().map((name, index) => [name, index]));
}

const level = (name: Level) => ({ kind: "sum", level: LEVELS.indexOf(name) }) as const;

/** What is not known comes after what is. */
const BY = {
  cheapest: ["unpriced", "price"],
  nearest: ["unlocated", "nearest"],
  greenest: ["greenest"],
} as const satisfies Record<string, readonly Level[]>;

/** Wishes first, then preferences, then whatever is not priced, then the price. */
function objectiveOf({ preferences }: Demand): Objective {
  const isWeighted = preferences.some(({ weight }) => weight !== undefined);
  const preferred = preferences.flatMap(({ criterion }): Objective => {
    if (criterion === "fewestProviders") return [{ kind: "providers" }];
    if (isWeighted) return [];
    return BY[criterion].map(level);
  });
  return [
    level("score"),
    ...(isWeighted ? [level("weighted")] : []),
    ...preferred,
    level("unpriced"),
    level("price"),
  ];
}

const MILLION = 1_000_000n;

function constraintOf(joint: Joint, names: ReadonlyMap<string, number>): Constraint {
  switch (joint.kind) {
    case "maxProviders":
      return joint;
    case "budget": {
      const { numerator, denominator } = multiply(joint.atMost, timesAMonth(joint.per, HOURS_PER_MONTH));
      return {
        kind: "budget",
        level: LEVELS.indexOf("price"),
        atMost: Number((numerator * MILLION) / denominator),
      };
    }
    case "closeTogether":
      return {
        kind: "latency",
        components: indices(joint.components, names),
        atMost: toNumber(joint.latency.exact),
      };
    default:
      return { kind: joint.kind, components: indices(joint.components, names) };
  }
}

const indices = (components: readonly string[], names: ReadonlyMap<string, number>) =>
  components.flatMap((name) => names.get(name) ?? []);

/** Seconds between two regions by the demand's own table; a region is no distance from itself unless the table says so. */
function latencyOf(
  { latencies }: Demand,
  regions: ReadonlyMap<string, number>,
): (a: number, b: number) => number | undefined {
  const table = new Map<string, number>();
  for (const { between, latency } of latencies) {
    const [first, second] = between.map((place) => regions.get(place));
    if (first === undefined || second === undefined) continue;
    table
      .set(`${first} ${second}`, toNumber(latency.exact))
      .set(`${second} ${first}`, toNumber(latency.exact));
  }
  return (a, b) => table.get(`${a} ${b}`) ?? (a === b ? 0 : undefined);
}
