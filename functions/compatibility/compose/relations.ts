// Constraints as relations of two: which regions, or providers, two components may have beside each other.
import type { Constraint, Problem } from "./problem.ts";

export interface Relation {
  readonly kind: "region" | "provider";
  readonly components: readonly [number, number];
  /** Symmetric. */
  readonly fits: (x: number, y: number) => boolean;
}

/**
 * The relations that the constraints between single components come to, one for any two and kind: so what
 * contradicts itself fits nothing. A region that is not stated is in no relation.
 */
export function relate(problem: Problem): readonly Relation[] {
  const apart = distances(problem);
  const { constraints } = problem;
  const near = constraints.flatMap((one) =>
    one.kind === "latency" ? pairs([one.components], "region", (x, y) => apart(x, y) <= one.atMost) : [],
  );
  const all = [
    ...pairs(joined(groups(constraints, "sameRegion")), "region", (x, y) => x === y),
    ...near,
    ...pairs(joined(groups(constraints, "sameProvider")), "provider", (x, y) => x === y),
    ...pairs(groups(constraints, "differentProvider"), "provider", (x, y) => x !== y),
  ];
  return [...Map.groupBy(all, ({ kind, components }) => `${kind} ${components}`).values()].flatMap((same) =>
    same.slice(0, 1).map((one) => ({ ...one, fits: (x, y) => same.every(({ fits }) => fits(x, y)) })),
  );
}

/** How many providers it takes at least for the components whose providers differ: as many as a group of them has. */
export function fewestProviders({ components, constraints }: Problem): number {
  const apart = pairs(groups(constraints, "differentProvider"), "provider", () => false);
  const differ = (a: number, b: number) =>
    apart.some(({ components }) => components.includes(a) && components.includes(b) && a !== b);
  const all = [...components.keys()];
  const grown = all.map((first) =>
    all.reduce<readonly number[]>(
      (group, next) => (group.every((one) => differ(one, next)) ? [...group, next] : group),
      [first],
    ),
  );
  return Math.max(0, ...grown.map(({ length }) => length));
}

function groups(
  constraints: readonly Constraint[],
  kind: "sameRegion" | "sameProvider" | "differentProvider",
): readonly (readonly number[])[] {
  return constraints.flatMap((one) => (one.kind === kind ? [one.components] : []));
}

/** Groups that share a component are one. */
function joined(groups: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return groups.reduce<readonly (readonly number[])[]>((before, group) => {
    const isShared = (other: readonly number[]) => other.some((component) => group.includes(component));
    return [
      ...before.filter((other) => !isShared(other)),
      [...new Set([...before.filter(isShared).flat(), ...group])],
    ];
  }, []);
}

function pairs(
  groups: readonly (readonly number[])[],
  kind: Relation["kind"],
  fits: Relation["fits"],
): readonly Relation[] {
  return groups.flatMap((group) => {
    const members = [...new Set(group)].sort((a, b) => a - b);
    return members.flatMap((a, at) =>
      members.slice(at + 1).map((b): Relation => ({ kind, components: [a, b], fits })),
    );
  });
}

/** `problem.latency`, asked once for any two regions: NaN, which no limit admits, where it is not known. */
export function distances({ components, constraints, latency }: Problem): (a: number, b: number) => number {
  if (!constraints.some(({ kind }) => kind === "latency")) return () => Number.NaN;
  let size = 0;
  for (const options of components) for (const { region } of options) size = Math.max(size, region + 1);
  const table = new Float64Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      const apart = latency(a, b) ?? (a === b ? 0 : Number.NaN);
      table[a * size + b] = apart;
      table[b * size + a] = apart;
    }
  return (a, b) => table[a * size + b] ?? Number.NaN;
}
