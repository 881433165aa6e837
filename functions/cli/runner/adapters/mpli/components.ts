// What an offer is made of: orders at other nodes, which may need each other.
import type { JsonObject } from "../../../../trust/token/jws.ts";
import type { Job } from "../../job.ts";

export interface Component {
  readonly name: string;
  /** IRI of the offer that is ordered. */
  readonly offer: string;
  /** Origin of the node where it is ordered. */
  readonly node: string;
  readonly currency: string;
  /** What it may cost in a month, at most: a decimal number. Above it nothing is ordered. */
  readonly atMost?: string;
  /** The same in each order. */
  readonly values: JsonObject;
  /** Names of its parameters, and the parameter of the customer's order that each gets. */
  readonly parameters: Readonly<Record<string, string>>;
  /** IRIs of terms that are accepted. */
  readonly terms: readonly string[];
  /** Names of components that have to be there before. */
  readonly dependsOn: readonly string[];
}

/** Components in steps: each needs only those of the steps before it. Undefined where they need each other in a circle. */
export function stepsOf<C extends Pick<Component, "name" | "dependsOn">>(
  components: readonly C[],
): readonly (readonly C[])[] | undefined {
  const steps: C[][] = [];
  const done = new Set<string>();
  for (let left = [...components]; left.length > 0; ) {
    const step = left.filter(({ dependsOn }) => dependsOn.every((name) => done.has(name)));
    if (step.length === 0) return undefined;
    for (const { name } of step) done.add(name);
    left = left.filter((each) => !step.includes(each));
    steps.push(step);
  }
  return steps;
}

/** The parameters of a component's order. */
export function parametersOf({ values, parameters }: Component, { parameters: given }: Job): JsonObject {
  const passed = Object.entries(parameters).flatMap(([name, from]) => {
    const value = Object.hasOwn(given, from) ? given[from] : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...values, ...Object.fromEntries(passed) };
}
