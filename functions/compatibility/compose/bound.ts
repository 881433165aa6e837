// How light an assignment of what is open can be: the bound that lets the search pass over most of them.

/** A provider that may yet be added, and what adding it saves by the present multipliers. */
interface Supplier {
  saving: number;
  added: boolean;
}

interface Supply {
  readonly supplier: Supplier;
  readonly weight: number;
}

/** What can meet a component: the lightest choice of settled providers, Infinity if none, and of each other. */
interface Need {
  readonly settled: number;
  /** The lightest first. */
  readonly supplies: readonly Supply[];
}

export interface Bound {
  /** No assignment weighs less. */
  readonly weight: number;
  /** What each component pays before another provider is worth adding; where the next bound may begin. */
  readonly multipliers: readonly number[];
  /** What a choice of this provider for this component adds to `weight` at least, beside its own weight. */
  readonly surplus: (component: number, provider: number) => number;
}

/** The providers of any assignment, how many it may add to them, and the bound that is as good as any above. */
export interface Room {
  readonly settled: ReadonlySet<number>;
  readonly more: number;
  readonly enough: number;
}

/** How many multipliers are tried: from a greedy start, and from those of the node above. */
const [FIRST_ROUNDS, ROUNDS] = [12, 6];

/**
 * Bounds the weight of assignments, given the lightest choice that each component has of each provider, the lightest
 * first. Relations are left out; the limit on providers is relaxed in the manner of Lagrange, as for the p-median
 * problem (Cornuéjols, Fisher and Nemhauser 1977): each component pays its multiplier, and the best suppliers give
 * back what they save on that. All numbers are whole, so that nothing is lost to rounding.
 */
export function bound(
  lightest: readonly ReadonlyMap<number, number>[],
  { settled, more, enough }: Room,
  start?: readonly number[],
): Bound {
  const suppliers = new Map<number, Supplier>();
  const needs = lightest.map((one) => needOf(one, settled, suppliers));
  const all = [...suppliers.values()];
  const preferred = new Set(needs.flatMap(preferredSupplier));
  const multipliers = preferred.size <= more ? needs.map(least) : ascend(needs, all, { more, enough }, start);
  const weight = relax(needs, all, more, multipliers);
  const savings = all.filter(({ added }) => added).map(({ saving }) => saving);
  const lowest = savings.length < more ? 0 : Math.min(...savings);
  return {
    weight,
    multipliers,
    surplus: (component, provider) => {
      const multiplier = multipliers[component] ?? 0;
      const supplier = suppliers.get(provider);
      if (!supplier) return -multiplier;
      const replaced = supplier.added ? 0 : lowest - supplier.saving;
      return replaced - Math.min(multiplier, lightest[component]?.get(provider) ?? Infinity);
    },
  };
}

function needOf(
  lightest: ReadonlyMap<number, number>,
  settled: ReadonlySet<number>,
  suppliers: Map<number, Supplier>,
): Need {
  let own = Infinity;
  const supplies: Supply[] = [];
  for (const [provider, weight] of lightest)
    if (settled.has(provider)) own = Math.min(own, weight);
    else {
      const supplier = suppliers.get(provider) ?? { saving: 0, added: false };
      suppliers.set(provider, supplier);
      supplies.push({ supplier, weight });
    }
  return { settled: own, supplies };
}

function least({ settled, supplies }: Need): number {
  return Math.min(settled, supplies[0]?.weight ?? Infinity);
}

function preferredSupplier({ settled, supplies: [first] }: Need): readonly Supplier[] {
  return first && first.weight < settled ? [first.supplier] : [];
}

/** The bound that these multipliers give; marks the suppliers that it adds. */
function relax(
  needs: readonly Need[],
  suppliers: readonly Supplier[],
  more: number,
  multipliers: readonly number[],
): number {
  for (const supplier of suppliers) {
    supplier.saving = 0;
    supplier.added = false;
  }
  for (const [component, { supplies }] of needs.entries()) {
    const multiplier = multipliers[component] ?? 0;
    for (const { supplier, weight } of supplies) {
      if (weight >= multiplier) break;
      supplier.saving += multiplier - weight;
    }
  }
  let total = sum(multipliers);
  for (let left = more; left > 0; left--) {
    let best: Supplier | undefined;
    for (const supplier of suppliers)
      if (!supplier.added && supplier.saving > (best?.saving ?? 0)) best = supplier;
    if (!best) break;
    best.added = true;
    total -= best.saving;
  }
  return total;
}

/** What each component weighs when suppliers are added greedily, by how much they save together. */
function greedy(needs: readonly Need[], suppliers: readonly Supplier[], more: number): readonly number[] {
  let weights = needs.map(({ settled, supplies }) => Math.min(settled, supplies.at(-1)?.weight ?? Infinity));
  for (let left = more; left > 0; left--) {
    const before = sum(weights);
    relax(needs, suppliers, 1, weights);
    weights = met(needs).map((weight, at) => Math.min(weight, weights[at] ?? weight));
    if (sum(weights) === before) break;
  }
  return weights;
}

/** What each component weighs with the suppliers added; Infinity where none of them has it. */
function met(needs: readonly Need[]): readonly number[] {
  return needs.map(({ settled, supplies }) =>
    Math.min(settled, supplies.find(({ supplier }) => supplier.added)?.weight ?? Infinity),
  );
}

/** The best multipliers found by following the subgradient (Held, Wolfe and Crowder 1974). */
function ascend(
  needs: readonly Need[],
  suppliers: readonly Supplier[],
  { more, enough }: Omit<Room, "settled">,
  start: readonly number[] | undefined,
): readonly number[] {
  const within = (values: readonly number[]) =>
    needs.map((need, at) =>
      Math.max(least(need), Math.min(need.settled, Math.round(values[at] ?? 0), Math.max(enough, 0))),
    );
  let multipliers = within(start ?? greedy(needs, suppliers, more));
  let [best, highest, lowest, pace] = [multipliers, -Infinity, enough, 1];
  for (let round = start ? ROUNDS : FIRST_ROUNDS; round > 0 && highest < lowest; round--) {
    const weight = relax(needs, suppliers, more, multipliers);
    if (weight > highest) [best, highest] = [multipliers, weight];
    else pace /= 2;
    lowest = Math.min(lowest, sum(met(needs)));
    const slopes = needs.map(({ settled, supplies }, at) => {
      const pays = multipliers[at] ?? 0;
      const suppliers = supplies.filter(({ supplier, weight }) => supplier.added && weight < pays).length;
      return suppliers === 0 && pays >= settled ? 0 : 1 - suppliers;
    });
    const steepness = sum(slopes.map((slope) => slope * slope));
    if (steepness === 0) break;
    const step = (pace * (lowest - weight)) / steepness;
    multipliers = within(slopes.map((slope, at) => (multipliers[at] ?? 0) + step * slope));
  }
  return best;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
