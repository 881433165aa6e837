// Where to branch: the component, and whether by its regions, its providers or its options.
import type { Choice, Model } from "./model.ts";
import { type Domain, settledProviders, valuesOf } from "./narrow.ts";
import type { Relation } from "./relations.ts";
import type { Node } from "./settle.ts";

/** One way on: fewer choices for one component, and the least that an assignment with one of them comes to. */
export interface Branch {
  readonly component: number;
  readonly choices: readonly Choice[];
  readonly least: number;
}

/**
 * The branches of a node, the best first. By regions before providers, and by these before options: there are fewer
 * of them, and once they are settled what is left is a sum.
 */
export function branches(model: Model, node: Node): readonly Branch[] {
  const { domains } = node;
  for (const kind of ["region", "provider"] as const) {
    const component = mostContested(domains, kind, contests(model, node, kind));
    if (component !== undefined) return split(node, component, (choice) => choice[kind]);
  }
  return split(node, undecided(node), ({ index }) => index);
}

/** One branch for each option of the first component that has several, in the order of options. */
export function branchesByIndex(node: Node): readonly Branch[] {
  const component = undecided(node);
  return (node.domains[component]?.choices ?? [])
    .toSorted((a, b) => a.index - b.index)
    .map((choice) => ({ component, choices: [choice], least: node.least }));
}

function undecided({ domains }: Node): number {
  return domains.findIndex(({ choices }) => choices.length > 1);
}

function split(
  { domains, above }: Node,
  component: number,
  key: (choice: Choice) => number,
): readonly Branch[] {
  return [...Map.groupBy(domains[component]?.choices ?? [], key).values()]
    .map((choices) => ({
      component,
      choices,
      least: choices.reduce((least, choice) => Math.min(least, above(component, choice)), Infinity),
    }))
    .sort((a, b) => a.least - b.least);
}

/** By component: in how many ways the regions, or providers, that are open to it may still break a constraint. */
function contests(model: Model, node: Node, kind: Relation["kind"]): readonly number[] {
  const counted = kind === "provider" && isCountOpen(model, node) ? 1 : 0;
  const counts: number[] = node.domains.map(() => counted);
  for (const { kind: of, components, fits } of model.relations) {
    if (of !== kind) continue;
    const [mine = [], theirs = []] = components.map((component) => {
      const one = node.domains[component];
      return one && valuesOf(one, kind);
    });
    if (mine.every((x) => theirs.every((y) => fits(x, y)))) continue;
    for (const component of components) counts[component] = (counts[component] ?? 0) + 1;
  }
  return counts;
}

/** Whether it still matters which providers are chosen, for there to be few. */
function isCountOpen({ objective }: Model, { domains, maxProviders }: Node): boolean {
  const all = new Set(domains.flatMap(({ providers }) => providers));
  const isMinimised = objective.some(({ kind }) => kind === "providers");
  return all.size > maxProviders || (isMinimised && all.size > settledProviders(domains).size);
}

/** The component with most contests, then with the fewest values to choose from; undefined when there is none. */
function mostContested(
  domains: readonly Domain[],
  kind: Relation["kind"],
  counts: readonly number[],
): number | undefined {
  let [best, most, fewest]: [number | undefined, number, number] = [undefined, 0, 0];
  for (const [component, one] of domains.entries()) {
    const [count, size] = [counts[component] ?? 0, valuesOf(one, kind).length];
    if (size > 1 && (count > most || (count > 0 && count === most && size < fewest)))
      [best, most, fewest] = [component, count, size];
  }
  return best;
}
