// A composition as an integer linear program, in the LP format of CPLEX, for a solver that knows nothing of ours.
import type { Constraint, Option, Problem } from "../../../functions/compatibility/compose/problem.ts";

interface Variable {
  readonly name: string;
  readonly component: number;
  readonly option: Option;
}

/** The program that minimises the sum at `level`; `fixed` are sums at other levels that must be as they are. */
export function linearProgram(
  problem: Problem,
  level: number,
  fixed: readonly { readonly level: number; readonly value: number }[] = [],
): string {
  const variables = problem.components.flatMap((options, component) =>
    options.map((option, index): Variable => ({ name: `x${component}_${index}`, component, option })),
  );
  const providers = [...new Set(variables.map(({ option }) => option.provider))];
  const rows = [
    ...problem.components.map((_, component) => `${sum(variables.filter(of(component)))} = 1`),
    ...fixed.map(({ level, value }) => `${weighted(variables, level)} = ${value}`),
    ...problem.constraints.flatMap((constraint) => rowsOf(problem, constraint, variables, providers)),
  ];
  return [
    "Minimize",
    ` ${weighted(variables, level)}`,
    "Subject To",
    ...rows.map((row, index) => ` r${index}: ${row}`),
    "Binary",
    ...[...variables.map(({ name }) => name), ...providers.map((provider) => `y${provider}`)].map(
      (name) => ` ${name}`,
    ),
    "End",
  ].join("\n");
}

function rowsOf(
  problem: Problem,
  constraint: Constraint,
  variables: readonly Variable[],
  providers: readonly number[],
): readonly string[] {
  switch (constraint.kind) {
    case "budget":
      return [`${weighted(variables, constraint.level)} <= ${constraint.atMost}`];
    case "maxProviders":
      return [
        ...variables.map(({ name, option }) => `${name} - y${option.provider} <= 0`),
        `${providers.map((provider) => `y${provider}`).join(" + ")} <= ${constraint.count}`,
      ];
    default:
      return pairs(constraint.components).flatMap(([a, b]) => {
        const fits = fitting(problem, constraint);
        const theirs = variables.filter(of(b));
        return variables.filter(of(a)).flatMap(({ name, option }) => {
          const barred = theirs.filter((other) => !fits(option, other.option));
          // At most one of the others is chosen, so that one row says it for all of them.
          return barred.length > 0 ? [`${name} + ${sum(barred)} <= 1`] : [];
        });
      });
  }
}

type Pairwise = Exclude<Constraint, { kind: "budget" | "maxProviders" }>;

function fitting({ latency }: Problem, constraint: Pairwise): (a: Option, b: Option) => boolean {
  switch (constraint.kind) {
    case "sameProvider":
      return (a, b) => a.provider === b.provider;
    case "differentProvider":
      return (a, b) => a.provider !== b.provider;
    case "sameRegion":
      return (a, b) => a.region === b.region;
    case "latency":
      return (a, b) => (latency(a.region, b.region) ?? Infinity) <= constraint.atMost;
  }
}

function pairs(members: readonly number[]): readonly (readonly [number, number])[] {
  return members.flatMap((a, at) => members.slice(at + 1).map((b) => [a, b] as const));
}

const of =
  (component: number) =>
  (variable: Variable): boolean =>
    variable.component === component;

function sum(variables: readonly Variable[]): string {
  return variables.map(({ name }) => name).join(" + ");
}

function weighted(variables: readonly Variable[], level: number): string {
  return variables.map(({ name, option }) => `${option.costs[level] ?? 0} ${name}`).join(" + ");
}
