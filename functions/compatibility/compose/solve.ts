// The exact solver of compositions: one option for each component, all constraints kept, the objective least. Pure.
import { explain } from "./explain.ts";
import { compile, type Model } from "./model.ts";
import type { Assignment, Limits, Problem, Solution } from "./problem.ts";
import { search } from "./search.ts";

/** How many nodes are looked at before starting again with what was learnt, and how many times more each time. */
const [FIRST_RUN, GROWTH] = [64, 4];

/**
 * Solves `problem` exactly, or as far as `limits.nodes` go. The same problem gets the same answer everywhere: of
 * equals, the one comes first whose options have the lower indices, component by component.
 */
export function solve(problem: Problem, limits: Limits): Solution {
  const keep = limits.runnersUp + 1;
  let nodes = 0;
  let [found, left]: [readonly Assignment[], readonly (readonly number[])[] | undefined] = [[], undefined];
  for (let run = FIRST_RUN; ; run *= GROWTH) {
    const model = compile(problem, keep, left);
    const state = search(model, { keep, limit: Math.min(run, limits.nodes - nodes), known: found });
    nodes += state.nodes;
    [found, left] = [state.found, state.left];
    const [best, ...runnersUp] = found;
    if (state.open === Infinity)
      return best ? { status: "optimal", best, runnersUp, nodes } : refuse(problem, limits, nodes);
    if (nodes >= limits.nodes) {
      if (!best) return { status: "unknown", nodes };
      return { status: "feasible", best, runnersUp, gap: gapOf(problem, model, best, state.open), nodes };
    }
  }
}

function refuse(problem: Problem, limits: Limits, nodes: number): Solution {
  const explained = explain(problem, limits.nodes);
  return { status: "infeasible", ...explained, nodes: nodes + explained.nodes };
}

/** By how much the best may be undercut: at the first level by what was left open, at others by any options. */
function gapOf(
  { components, objective }: Problem,
  { packing }: Model,
  { value }: Assignment,
  open: number,
): readonly number[] {
  if (open > packing.pack(value)) return value.map(() => 0);
  return objective.map((goal, at) => {
    const least = goal.kind === "sum" ? leastSum(components, goal.level) : 1;
    return (value[at] ?? 0) - (at === 0 ? Math.max(least, packing.least(open)) : least);
  });
}

function leastSum(components: Problem["components"], level: number): number {
  const least = components.map((options) =>
    options.reduce((least, { costs }) => Math.min(least, costs[level] ?? 0), Infinity),
  );
  return least.reduce((sum, cost) => sum + cost, 0);
}
