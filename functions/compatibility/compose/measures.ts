// The numbers that a composition is bounded by: its packed objective, its budgets, and both at a price.
import type { Packing } from "./pack.ts";
import type { Option, Problem } from "./problem.ts";

type Components = Problem["components"];
type Weigh = (option: Option, component: number) => number;

/** A whole number that options, and each provider, add to. */
export interface Measure {
  readonly weigh: Weigh;
  readonly opening: number;
  /** Whether `atMost` is the most that it may come to, or the most by which it is above the packed objective. */
  readonly kind: "budget" | "objective";
  readonly atMost: number;
}

export interface Measures {
  /** The packed objective first. */
  readonly measures: readonly Measure[];
  /** The most that the packed objective may come to. */
  readonly ceiling: number;
}

/** What to measure the assignments of these components by. */
export function measuresOf(
  components: Components,
  { constraints, objective }: Problem,
  packing: Packing,
): Measures {
  const budgets = constraints.flatMap((one) => (one.kind === "budget" ? [one] : []));
  const [first] = objective;
  const isFirst = ({ level }: { readonly level: number }) => first?.kind === "sum" && first.level === level;
  // A budget on what is minimised first does no more than say where to begin.
  const ceilings = budgets.filter(isFirst).map(({ atMost }) => packing.upTo(atMost));
  const { weigh, opening, most } = packing;
  const others = budgets
    .filter((budget) => !isFirst(budget))
    .map(({ level, atMost }) => budgetAt(components, level, atMost));
  return {
    measures: [
      { kind: "objective", weigh, opening, atMost: 0 },
      ...others.map((budget): Measure => ({ kind: "budget", ...budget, opening: 0 })),
      ...others.flatMap((budget) => surrogate(components, packing, budget)),
    ],
    ceiling: Math.min(most, ...ceilings),
  };
}

interface Budget {
  readonly weigh: Weigh;
  readonly atMost: number;
}

/** What is spent of a budget, counted from the least that each component can. */
function budgetAt(components: Components, level: number, atMost: number): Budget {
  const least = components.map((options) =>
    options.reduce((least, { costs }) => Math.min(least, costs[level] ?? 0), Infinity),
  );
  return {
    weigh: ({ costs }, component) => (costs[level] ?? 0) - (least[component] ?? 0),
    atMost: least.reduce((spare, cost) => spare - cost, atMost),
  };
}

/** Sums up to this are exact, and a surrogate is worth having only then. */
const ROOM = 2 ** 49;

/**
 * The packed objective with what is spent of a budget at its shadow price (Glover 1968): the bound on it knows that
 * an assignment which is good and one which is cheap are not the same. None where the best choices keep the budget.
 */
function surrogate(
  components: Components,
  { weigh, opening, most }: Packing,
  budget: Budget,
): readonly Measure[] {
  const price = shadowPrice(components, weigh, budget);
  const allowance = Math.ceil(price * budget.atMost);
  if (price === 0 || allowance < 0 || most + allowance > ROOM) return [];
  return [
    {
      weigh: (option, component) =>
        weigh(option, component) + Math.min(ROOM, Math.floor(price * budget.weigh(option, component))),
      kind: "objective",
      opening,
      atMost: allowance,
    },
  ];
}

const STEPS = 16;

/** The least price, nearly, at which the choices that are best with what they spend keep the budget. */
function shadowPrice(components: Components, weigh: Weigh, budget: Budget): number {
  const choices = components.map((options, component) =>
    options.map((option) => ({ weight: weigh(option, component), spend: budget.weigh(option, component) })),
  );
  const isKept = (price: number) => {
    let spent = 0;
    for (const some of choices) {
      let [best, spend] = [Infinity, 0];
      for (const one of some) {
        const priced = one.weight + price * one.spend;
        if (priced < best) [best, spend] = [priced, one.spend];
      }
      spent += spend;
    }
    return spent <= budget.atMost;
  };
  if (isKept(0)) return 0;
  let [low, high] = [0, 2 ** -10];
  for (let step = 0; step < STEPS && !isKept(high); step++) [low, high] = [high, high * 8];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    [low, high] = isKept(middle) ? [low, middle] : [middle, high];
  }
  return high;
}
