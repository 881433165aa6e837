// What is known of a node of the search: the choices that still matter to it, and the least they come to.
import { bound } from "./bound.ts";
import type { Choice, Model } from "./model.ts";
import { type Domain, narrow, restrict, settledProviders } from "./narrow.ts";

export interface Node {
  readonly domains: readonly Domain[];
  /** The most providers of any assignment that matters. */
  readonly maxProviders: number;
  /** The packed objective of any assignment is at least this, and at least `above` with a choice. */
  readonly least: number;
  readonly above: (component: number, choice: Choice) => number;
  /** By measure, see `Bound`. */
  readonly multipliers: readonly (readonly number[])[];
}

/** What any assignment of some domains comes to at least by one measure, and at most if it matters. */
interface Floor {
  readonly measure: number;
  readonly least: number;
  readonly limit: number;
  /** What it comes to with a choice of this provider for this component, the choice's own weight left out. */
  readonly beside: (component: number, provider: number) => number;
  readonly multipliers: readonly number[];
}

/**
 * Removes the choices that are in no assignment whose packed objective is at most `ceiling`; undefined when there is
 * no such assignment. `parent`: the node that `start` is part of.
 */
export function settle(
  model: Model,
  start: readonly Domain[],
  ceiling: number,
  parent?: Node,
): Node | undefined {
  let [domains, narrowed, multipliers] = [start, parent?.domains, parent?.multipliers ?? []];
  for (;;) {
    const maxProviders = Math.min(model.maxProviders, affordableProviders(model, domains, ceiling));
    if (maxProviders < model.minProviders) return undefined;
    const open = narrow(model, domains, maxProviders, narrowed);
    if (!open) return undefined;
    const settled = settledProviders(open);
    const scene = { domains: open, settled, more: maxProviders - settled.size, ceiling };
    const floors: Floor[] = [];
    let light = open;
    for (const measure of model.measures.keys()) {
      const floor = floorOf(model, scene, measure, multipliers[measure]);
      if (floor.least > floor.limit) return undefined;
      light = light.map((one, component) => lightEnough(one, component, floor));
      floors.push(floor);
    }
    multipliers = floors.map(({ multipliers }) => multipliers);
    if (light.every((one, component) => one === open[component]))
      return { domains: open, maxProviders, multipliers, ...objectiveFloor(model, floors) };
    [domains, narrowed] = [light, open];
  }
}

/** What the measures of the objective say together. */
function objectiveFloor({ measures }: Model, all: readonly Floor[]): Pick<Node, "least" | "above"> {
  const floors = all.filter(({ measure }) => measures[measure]?.kind === "objective");
  const least = Math.max(...floors.map(({ least }) => least));
  return {
    least,
    above: (component, { provider, weights }) =>
      floors.reduce(
        (most, { measure, beside }) => Math.max(most, (weights[measure] ?? 0) + beside(component, provider)),
        least,
      ),
  };
}

interface Scene {
  readonly domains: readonly Domain[];
  readonly settled: ReadonlySet<number>;
  /** How many providers may be added. */
  readonly more: number;
  readonly ceiling: number;
}

function floorOf(
  { measures, minProviders }: Model,
  { domains, settled, more, ceiling }: Scene,
  measure: number,
  multipliers: readonly number[] | undefined,
): Floor {
  const { kind, opening, atMost } = measures[measure] ?? { kind: "budget", opening: 0, atMost: Infinity };
  const isMet = domains.every(({ providers }) => providers.some((provider) => settled.has(provider)));
  const weightOf = (providers: number) =>
    opening * Math.max(providers, minProviders) - (kind === "objective" ? atMost : 0);
  const base = weightOf(settled.size + (isMet ? 0 : 1));
  const limit = kind === "objective" ? ceiling : atMost;
  const found = bound(
    domains.map(({ lightest }) => lightest[measure] ?? new Map<number, number>()),
    { settled, more, enough: limit + 1 - base },
    multipliers,
  );
  const least = base + found.weight;
  const another = weightOf(settled.size + 1) - base;
  return {
    measure,
    least,
    limit,
    beside: (component, provider) =>
      least + found.surplus(component, provider) + (settled.has(provider) ? 0 : another),
    multipliers: found.multipliers,
  };
}

/** How many providers the ceiling leaves room for, when they weigh something. */
function affordableProviders(
  { packing: { opening } }: Model,
  domains: readonly Domain[],
  ceiling: number,
): number {
  if (opening === 0) return Infinity;
  const least = domains.reduce((sum, { choices }) => sum + (choices[0]?.weights[0] ?? 0), 0);
  return Math.floor((ceiling - least) / opening);
}

/** The choices that weigh no more than their provider may. */
function lightEnough(before: Domain, component: number, { measure, limit, beside }: Floor): Domain {
  const limits = new Map(before.providers.map((provider) => [provider, limit - beside(component, provider)]));
  return restrict(before, ({ provider, weights }) => (weights[measure] ?? 0) <= (limits.get(provider) ?? 0));
}
