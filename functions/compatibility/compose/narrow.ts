// Forward checking: the choices still open to each component, less those that no choice of the others goes with.
import type { Choice, Model } from "./model.ts";
import type { Relation } from "./relations.ts";

/** What is still open to one component: its choices, the lightest first, their regions and their providers. */
export interface Domain {
  readonly choices: readonly Choice[];
  readonly regions: readonly number[];
  readonly providers: readonly number[];
  /** By measure: the least weight of each provider's choices, the lightest first. */
  readonly lightest: readonly ReadonlyMap<number, number>[];
}

export function domain(choices: readonly Choice[]): Domain {
  const regions = new Set<number>();
  const lightest = (choices[0]?.weights ?? []).map(() => new Map<number, number>());
  for (const { region, provider, weights } of choices) {
    regions.add(region);
    for (let measure = 0; measure < weights.length; measure++) {
      const weight = weights[measure] ?? 0;
      const before = lightest[measure]?.get(provider);
      if (before === undefined || weight < before) lightest[measure]?.set(provider, weight);
    }
  }
  const sorted = lightest.map((some, measure) =>
    measure === 0 ? some : new Map([...some].sort(([, a], [, b]) => a - b)),
  );
  return { choices, regions: [...regions], providers: [...(lightest[0]?.keys() ?? [])], lightest: sorted };
}

/** The choices that are kept: the same domain when that is all of them. */
export function restrict(before: Domain, isKept: (choice: Choice) => boolean): Domain {
  const choices = before.choices.filter(isKept);
  return choices.length === before.choices.length ? before : domain(choices);
}

/** The providers that some component is left no other than. */
export function settledProviders(domains: readonly Domain[]): ReadonlySet<number> {
  const settled = new Set<number>();
  for (const { providers } of domains) if (providers.length === 1) settled.add(providers[0] ?? 0);
  return settled;
}

/** The least of a number that choices have, component by component. */
export function leastOf(domains: readonly Domain[], part: (choice: Choice) => number): readonly number[] {
  return domains.map(({ choices }) =>
    choices.reduce((least, choice) => Math.min(least, part(choice)), Infinity),
  );
}

/**
 * Removes what cannot be part of any assignment of at most `maxProviders` providers, until nothing more goes;
 * undefined when a component is left nothing. Where each is left one choice, these satisfy all constraints but
 * budgets. `narrowed`: domains that were narrowed before, if `start` is what is left of them.
 */
export function narrow(
  { relations }: Model,
  start: readonly Domain[],
  maxProviders: number,
  narrowed?: readonly Domain[],
): readonly Domain[] | undefined {
  for (let [before, domains] = [narrowed, start]; ; ) {
    if (domains.some(({ choices }) => choices.length === 0)) return undefined;
    if (settledProviders(domains).size > maxProviders) return undefined;
    const next = amongSettled(related(relations, domains, before), maxProviders);
    if (next.every((one, component) => one === domains[component])) return next;
    [before, domains] = [domains, next];
  }
}

/** What is left of each component beside those that have lost regions or providers since `before`. */
function related(
  relations: readonly Relation[],
  domains: readonly Domain[],
  before: readonly Domain[] | undefined,
): readonly Domain[] {
  const next = [...domains];
  const revise = (from: number, to: number, { kind, fits }: Relation) => {
    const [source, target] = [domains[from], next[to]];
    if (!source || !target) return;
    const theirs = valuesOf(source, kind);
    if (before?.[from] && theirs.length === valuesOf(before[from], kind).length) return;
    const lost = new Set(valuesOf(target, kind).filter((x) => !theirs.some((y) => fits(x, y))));
    if (lost.size > 0) next[to] = restrict(target, (choice) => !lost.has(choice[kind]));
  };
  for (const relation of relations) {
    const [a, b] = relation.components;
    revise(a, b, relation);
    revise(b, a, relation);
  }
  return next;
}

export function valuesOf({ regions, providers }: Domain, kind: Relation["kind"]): readonly number[] {
  return kind === "region" ? regions : providers;
}

function amongSettled(domains: readonly Domain[], maxProviders: number): readonly Domain[] {
  const settled = settledProviders(domains);
  if (settled.size < maxProviders) return domains;
  return domains.map((one) =>
    one.providers.every((provider) => settled.has(provider))
      ? one
      : restrict(one, ({ provider }) => settled.has(provider)),
  );
}
