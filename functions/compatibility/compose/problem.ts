// What is asked of a composition: components, the options of each, what they must hold together, and what is best.

/** One offer in one region, for all copies of a component. */
export interface Option {
  /** Index of the provider, from 0; the same index is the same provider. */
  readonly provider: number;
  /** Index of the region, from 0; -1 where none is stated, which shares a region with nothing, not even itself. */
  readonly region: number;
  /** What it adds at each level, in whole numbers: money in millionths a month. Sums stay below 2^48. */
  readonly costs: readonly number[];
}

/** What the components at these indices must hold together; of fewer than two, nothing is asked. */
export type Constraint =
  | {
      readonly kind: "sameRegion" | "sameProvider" | "differentProvider";
      readonly components: readonly number[];
    }
  /** Every two are in regions at most `atMost` apart, in the unit of `Problem.latency`. */
  | { readonly kind: "latency"; readonly components: readonly number[]; readonly atMost: number }
  /** All components together have at most `count` providers. */
  | { readonly kind: "maxProviders"; readonly count: number }
  /** The sum of `costs` at `level` over all components is at most `atMost`. */
  | { readonly kind: "budget"; readonly level: number; readonly atMost: number };

/** What is minimised, the first before the second: the sum at a level of `costs`, or the number of providers. */
export type Objective = readonly (
  | { readonly kind: "sum"; readonly level: number }
  | { readonly kind: "providers" }
)[];

export interface Problem {
  /** The options of each component. Their order breaks ties: sort them, and everyone finds the same. */
  readonly components: readonly (readonly Option[])[];
  readonly constraints: readonly Constraint[];
  readonly objective: Objective;
  /** Between two stated regions, asked with `a <= b`; undefined if not known, which within a region means 0. */
  readonly latency: (a: number, b: number) => number | undefined;
}

/** One option for each component, by index, and what they come to at each level of the objective. */
export interface Assignment {
  readonly options: readonly number[];
  readonly value: readonly number[];
}

interface Found {
  readonly best: Assignment;
  /** The next best in order: by objective, then by the index of each component's option, component by component. */
  readonly runnersUp: readonly Assignment[];
}

export type Solution = {
  /** How many partial assignments were looked at: the same wherever the problem is solved. */
  readonly nodes: number;
} & (
  | ({ readonly status: "optimal" } & Found)
  /** The nodes ran out. `gap`: no assignment undercuts the best by more, at that level of the objective. */
  | ({ readonly status: "feasible"; readonly gap: readonly number[] } & Found)
  /**
   * No assignment satisfies all constraints. `removable`: the smallest sets of constraints (by index, three at most)
   * without which one does, in order; `complete` is false when the nodes ran out before all of them were found.
   */
  | {
      readonly status: "infeasible";
      readonly removable: readonly (readonly number[])[];
      readonly complete: boolean;
    }
  /** The nodes ran out before an assignment was found, or shown not to exist. */
  | { readonly status: "unknown" }
);

export interface Limits {
  /** How many partial assignments may be looked at for the answer, and as many again to say why there is none. */
  readonly nodes: number;
  /** How many assignments to give besides the best. */
  readonly runnersUp: number;
}
