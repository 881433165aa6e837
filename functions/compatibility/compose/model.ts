// A problem made ready for the search: options weighed and in order, those that can only lose left out.
import { type Measure, measuresOf } from "./measures.ts";
import { type Packing, packing } from "./pack.ts";
import type { Objective, Problem } from "./problem.ts";
import { fewestProviders, type Relation, relate } from "./relations.ts";

/** An option, weighed. Provider or region is 0 for all options of a component where it makes no difference. */
export interface Choice {
  readonly index: number;
  readonly provider: number;
  readonly region: number;
  readonly costs: readonly number[];
  /** By measure. */
  readonly weights: readonly number[];
}

export interface Model {
  /** The choices of each component, the lightest for the objective first. */
  readonly choices: readonly (readonly Choice[])[];
  readonly relations: readonly Relation[];
  /** The most providers allowed together; Infinity when as many as there are components. */
  readonly maxProviders: number;
  /** The fewest that there can be. */
  readonly minProviders: number;
  readonly objective: Objective;
  readonly packing: Packing;
  readonly measures: readonly Measure[];
  /** The most that the packed objective may come to. */
  readonly ceiling: number;
}

/**
 * Compiles `problem` so that its best `keep` assignments survive. `left`: the options of each component, by index,
 * that these are known to be among; all unless given.
 */
export function compile(
  problem: Problem,
  keep: number,
  left: readonly (readonly number[])[] = problem.components.map((options) => [...options.keys()]),
): Model {
  const { components, constraints, objective } = problem;
  const open = left.map((indices, component) =>
    indices.flatMap((index) => components[component]?.[index] ?? []),
  );
  const relations = relate(problem);
  const counts = constraints.flatMap((one) => (one.kind === "maxProviders" ? [one.count] : []));
  const limit = Math.min(...counts, Infinity);
  const maxProviders = limit < components.length ? limit : Infinity;
  const isCounted = maxProviders < Infinity || objective.some(({ kind }) => kind === "providers");
  const packed = packing(open, objective);
  const { measures, ceiling } = measuresOf(open, problem, packed);
  const choices = open.map((options, component) => {
    const isIn = (kind: Relation["kind"]) =>
      relations.some((relation) => relation.kind === kind && relation.components.includes(component));
    const [byRegion, byProvider] = [isIn("region"), isCounted || isIn("provider")];
    const all = options.map(
      (option, at): Choice => ({
        index: left[component]?.[at] ?? at,
        provider: byProvider ? option.provider : 0,
        region: byRegion ? option.region : 0,
        costs: option.costs,
        weights: measures.map(({ weigh }) => weigh(option, component)),
      }),
    );
    return undominated(all.filter(({ region }) => region >= 0).sort(inOrder(objective)), keep);
  });
  const minProviders = fewestProviders(problem);
  return { choices, relations, maxProviders, minProviders, objective, packing: packed, measures, ceiling };
}

/** By weight for the objective, which may be rounded; then by its levels, then by index. */
function inOrder(objective: Objective): (a: Choice, b: Choice) => number {
  const levels = objective.flatMap((goal) => (goal.kind === "sum" ? [goal.level] : []));
  return (a, b) => {
    const difference = (a.weights[0] ?? 0) - (b.weights[0] ?? 0);
    if (difference !== 0) return difference;
    const level = levels.find((level) => a.costs[level] !== b.costs[level]);
    return level === undefined ? a.index - b.index : (a.costs[level] ?? 0) - (b.costs[level] ?? 0);
  };
}

/**
 * Of choices in order, those that fewer than `keep` others can stand in for in any assignment, to its advantage: of
 * the same provider and region, before it in order, and no heavier on any budget.
 */
function undominated(choices: readonly Choice[], keep: number): readonly Choice[] {
  const classes = new Map<number, Choice[]>();
  const providers = choices.reduce((most, { provider }) => Math.max(most, provider), 0) + 1;
  return choices.filter((choice) => {
    const key = choice.region * providers + choice.provider;
    const before = classes.get(key);
    if (!before) return classes.set(key, [choice]);
    const isStandIn = ({ weights }: Choice) =>
      weights.every((weight, measure) => weight <= (choice.weights[measure] ?? 0));
    if (before.length >= keep && before.filter(isStandIn).length >= keep) return false;
    return before.push(choice);
  });
}
