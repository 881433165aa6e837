// Random problems of composition, the same for the same seed: small ones for brute force, and as markets are.
import type {
  Constraint,
  Objective,
  Option,
  Problem,
} from "../../../functions/compatibility/compose/problem.ts";
import { random } from "../../kernel/random-graph.ts";

interface Dice {
  readonly chance: (likelihood: number) => boolean;
  /** A whole number from 0, below `end`. */
  readonly below: (end: number) => number;
}

function dice(seed: number): Dice {
  const next = random(seed);
  return { chance: (likelihood) => next() < likelihood, below: (end) => Math.floor(next() * end) };
}

const GOALS: Objective = [
  { kind: "sum", level: 0 },
  { kind: "sum", level: 1 },
  { kind: "providers" },
  { kind: "sum", level: 2 },
];

/** Two to four components of two to six options; many are equal, and much is asked of them. */
export function smallProblem(seed: number): Problem {
  const { chance, below } = dice(seed);
  const size = 2 + below(3);
  const [providers, regions] = [1 + below(4), 1 + below(4)];
  const range = [1, 2, 4, 100, 2 ** 40][below(5)] ?? 1;
  // Some costs are so large that not all levels fit into one number, though little is between them.
  const step = chance(0.3) ? 2 ** 40 : 0;
  const cost = () => below(2) * step + below(range);
  const option = (): Option => ({
    provider: below(providers),
    region: chance(0.15) ? -1 : below(regions),
    costs: [cost(), below(3), cost() - 1],
  });
  const components = Array.from({ length: size }, () =>
    Array.from({ length: chance(0.02) ? 0 : 2 + below(5) }, option),
  );
  const group = () => [...components.keys()].filter(() => chance(0.6));
  const constraints: readonly (() => Constraint)[] = [
    () => ({ kind: "sameRegion", components: group() }),
    () => ({ kind: "sameProvider", components: group() }),
    () => ({ kind: "differentProvider", components: group() }),
    () => ({ kind: "maxProviders", count: 1 + below(3) }),
    () => ({ kind: "budget", level: below(2), atMost: below((range + step) * size * 0.7) }),
    () => ({ kind: "latency", components: group(), atMost: below(10) }),
  ];
  const table = Array.from({ length: regions }, (_, a) =>
    Array.from({ length: regions }, (_, b) => (chance(a === b ? 0.7 : 0.2) ? undefined : below(15))),
  );
  return {
    components,
    constraints: Array.from({ length: below(5) }, () => constraints[below(constraints.length)]?.()).filter(
      (constraint) => constraint !== undefined,
    ),
    objective: shuffled(
      GOALS.filter(() => chance(0.6)),
      below,
    ),
    latency: (a, b) => table[Math.min(a, b)]?.[Math.max(a, b)],
  };
}

export interface Market {
  readonly components: number;
  /** Of each component. */
  readonly options: number;
  readonly providers: number;
  readonly regions: number;
}

/**
 * A market: regions on a plane with latencies as the distances between them, up to 283; prices that are the
 * provider's and the component's own, in cents, at level 0; and how little they are liked, from 0 to 19, at level 1.
 */
export function marketProblem(
  seed: number,
  { components, options, providers, regions }: Market,
  constraints: readonly Constraint[],
  objective: Objective = [{ kind: "sum", level: 0 }],
): Problem {
  const { below } = dice(seed);
  const places = Array.from({ length: regions }, () => [below(200), below(200)] as const);
  const levels = Array.from({ length: providers }, () => 60 + below(100));
  return {
    components: Array.from({ length: components }, () => {
      const base = 20 + below(400);
      return Array.from({ length: options }, (): Option => {
        const provider = below(providers);
        const price = Math.round((base * (levels[provider] ?? 0) * (80 + below(40))) / 100);
        return { provider, region: below(regions), costs: [price, below(20)] };
      }).sort((a, b) => a.provider - b.provider || a.region - b.region);
    }),
    constraints,
    objective,
    latency: (a, b) => {
      const [[x, y], [u, v]] = [places[a] ?? [0, 0], places[b] ?? [0, 0]];
      return a === b ? 1 : 5 + Math.round(Math.hypot(x - u, y - v));
    },
  };
}

export function shuffled<T>(values: readonly T[], below: (end: number) => number): T[] {
  return values
    .map((value) => ({ value, key: below(2 ** 30) }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
