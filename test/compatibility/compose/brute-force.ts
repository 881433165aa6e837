// The slow, obvious solver that the fast one must agree with: every assignment, looked at in turn.
import type {
  Assignment,
  Constraint,
  Option,
  Problem,
} from "../../../functions/compatibility/compose/problem.ts";

/** All assignments that satisfy the constraints, the best first. */
export function bruteForce(problem: Problem): readonly Assignment[] {
  return everyAssignment(problem.components)
    .filter(({ chosen }) => problem.constraints.every((constraint) => holds(problem, constraint, chosen)))
    .map(({ options, chosen }) => ({ options, value: valueOf(problem, chosen) }))
    .sort((a, b) => compare([...a.value, ...a.options], [...b.value, ...b.options]));
}

/** The smallest sets of constraints, up to three, without which there is an assignment; by trying all. */
export function bruteRemovable(problem: Problem): readonly (readonly number[])[] {
  const { constraints } = problem;
  for (const size of [1, 2, 3]) {
    const removable = subsets([...constraints.keys()], size).filter((removed) => {
      const kept = constraints.filter((_, index) => !removed.includes(index));
      return bruteForce({ ...problem, constraints: kept }).length > 0;
    });
    if (removable.length > 0) return removable;
  }
  return [];
}

interface Candidate {
  readonly options: readonly number[];
  readonly chosen: readonly Option[];
}

function everyAssignment(components: Problem["components"]): readonly Candidate[] {
  return components.reduce<readonly Candidate[]>(
    (partial, some) =>
      partial.flatMap(({ options, chosen }) =>
        some.map((option, index) => ({ options: [...options, index], chosen: [...chosen, option] })),
      ),
    [{ options: [], chosen: [] }],
  );
}

function valueOf({ objective }: Problem, chosen: readonly Option[]): readonly number[] {
  return objective.map((goal) => (goal.kind === "sum" ? total(chosen, goal.level) : providersOf(chosen)));
}

function holds({ latency }: Problem, constraint: Constraint, chosen: readonly Option[]): boolean {
  switch (constraint.kind) {
    case "maxProviders":
      return providersOf(chosen) <= constraint.count;
    case "budget":
      return total(chosen, constraint.level) <= constraint.atMost;
    case "sameProvider":
      return everyTwo(constraint.components, chosen, (a, b) => a.provider === b.provider);
    case "differentProvider":
      return everyTwo(constraint.components, chosen, (a, b) => a.provider !== b.provider);
    case "sameRegion":
      return everyTwo(constraint.components, chosen, (a, b) => a.region >= 0 && a.region === b.region);
    case "latency":
      return everyTwo(constraint.components, chosen, (a, b) => {
        if (a.region < 0 || b.region < 0) return false;
        const apart = latency(a.region, b.region) ?? (a.region === b.region ? 0 : Infinity);
        return apart <= constraint.atMost;
      });
  }
}

function everyTwo(
  components: readonly number[],
  chosen: readonly Option[],
  fits: (a: Option, b: Option) => boolean,
): boolean {
  const members = chosen.filter((_, component) => components.includes(component));
  return members.every((a, at) => members.slice(at + 1).every((b) => fits(a, b)));
}

function total(chosen: readonly Option[], level: number): number {
  return chosen.reduce((sum, { costs }) => sum + (costs[level] ?? 0), 0);
}

function providersOf(chosen: readonly Option[]): number {
  return new Set(chosen.map(({ provider }) => provider)).size;
}

function subsets(from: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return from.flatMap((first, at) => subsets(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}
