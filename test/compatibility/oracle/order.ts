// The order of the results of a component, by the chapter's words: verdict, score, preferences, price, names.
import {
  type Ratio,
  add,
  compareRatios,
  divide,
  multiply,
  ratio,
  rounded,
  subtract,
} from "../../../functions/kernel/ratio.ts";
import type { Asked, Point } from "./asked.ts";
import type { Judged } from "./offers.ts";

export const VERDICTS = ["compatible", "undetermined", "incompatible"] as const;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts the candidates of one component. */
export function inOrder(candidates: readonly Judged[], { prefer, near }: Asked): Judged[] {
  const known = prefer.filter(({ criterion }) => criterion in CRITERIA);
  const values = known.map(({ criterion }) => {
    const of = CRITERIA[criterion as keyof typeof CRITERIA];
    return new Map(candidates.map((each) => [each, of(each, near)]));
  });
  const isWeighted = known.some(({ weight }) => weight !== undefined);
  const totals = new Map(
    candidates.map((each) => [
      each,
      known
        .map(({ weight = ratio(1n) }, index) => multiply(weight, scaled(values[index] ?? new Map(), each)))
        .reduce(add, ratio(0n)),
    ]),
  );
  const byPreference = (a: Judged, b: Judged) =>
    isWeighted
      ? compareRatios(totals.get(a) ?? ratio(0n), totals.get(b) ?? ratio(0n))
      : (values.map((of) => knownFirst(of.get(a), of.get(b))).find((order) => order !== 0) ?? 0);
  return candidates.toSorted(
    (a, b) =>
      VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
      compareRatios(b.score, a.score) ||
      byPreference(a, b) ||
      knownFirst(CRITERIA.cheapest(a), CRITERIA.cheapest(b)) ||
      byText(a.provider, b.provider) ||
      byText(a.offer, b.offer),
  );
}

function knownFirst(a: Ratio | undefined, b: Ratio | undefined): number {
  return a && b ? compareRatios(a, b) : Number(!a) - Number(!b);
}

/** What each criterion looks at, the lowest first; undefined where it is not known. */
const CRITERIA = {
  cheapest: ({ price }: Judged) => ("monthly" in price ? price.monthly : undefined),
  nearest: ({ regions }: Judged, near?: Point) => {
    const distances = regions.flatMap(({ point }) => (point && near ? [kilometres(near, point)] : []));
    return distances.length > 0 ? ratio(BigInt(Math.min(...distances))) : undefined;
  },
  greenest: ({ regions }: Judged) => {
    if (regions.some(({ isRenewable }) => isRenewable === true)) return ratio(0n);
    const areAllFossil = regions.length > 0 && regions.every(({ isRenewable }) => isRenewable === false);
    return ratio(areAllFossil ? 2n : 1n);
  },
} as const;

/** "(value − lowest) ÷ (highest − lowest) × 1,000,000, rounded, halves up; 0 where all are the same." */
function scaled(values: ReadonlyMap<Judged, Ratio | undefined>, candidate: Judged): Ratio {
  const value = values.get(candidate);
  const known = [...values.values()].filter((each) => each !== undefined).sort(compareRatios);
  const [lowest, highest] = [known[0], known.at(-1)];
  if (!value || !lowest || !highest) return ratio(1_000_000n);
  if (compareRatios(lowest, highest) === 0) return ratio(0n);
  const share = divide(subtract(value, lowest), subtract(highest, lowest));
  return ratio(BigInt(Math.round(rounded(share) * 1_000_000)));
}

/** The law of haversines. */
function kilometres(from: Point, to: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const squaredSine = (angle: number) => Math.sin(angle / 2) ** 2;
  const haversine =
    squaredSine(radians(to.latitude - from.latitude)) +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      squaredSine(radians(to.longitude - from.longitude));
  return Math.round(6371 * 2 * Math.asin(Math.sqrt(haversine)));
}
