// The levels of an objective packed into one number that orders as they do, as far as their ranges let it be exact.
import type { Objective, Option } from "./problem.ts";

/** Sums of some dozen numbers up to this are exact. */
const ROOM = 2 ** 48;

/** One whole number for an objective: of two assignments, the better never has the greater. */
export interface Packing {
  /** How many of the first levels it tells apart exactly: equal numbers mean equal values there. */
  readonly exact: number;
  /** What an option adds to it, rounded down. */
  readonly weigh: (option: Option, component: number) => number;
  /** What one more provider adds to it. */
  readonly opening: number;
  /** The number of an assignment of this value: what its options add, and what rounding took from them. */
  readonly pack: (value: readonly number[]) => number;
  /** The greatest number of any assignment, */
  readonly most: number;
  /** and of any whose first value is at most `value`. */
  readonly upTo: (value: number) => number;
  /** The least first value of any assignment whose number is at least `weight`. */
  readonly least: (weight: number) => number;
}

/** A level, counted in units from the least value that it can have. */
interface Level {
  /** Above all counts. */
  readonly radix: number;
  readonly unit: number;
  readonly base: number;
  /** What an option counts; absent for the number of providers. */
  readonly count?: (option: Option, component: number) => number;
}

/** A level in the number: so many counts make a digit, and a digit weighs so much. */
interface Place extends Level {
  readonly grain: number;
  readonly scale: number;
}

/** Packs as many levels as there is room for, and of the next as much as there is. */
export function packing(components: readonly (readonly Option[])[], objective: Objective): Packing {
  const places: Place[] = [];
  let room = ROOM;
  for (const goal of objective) {
    const level = goal.kind === "sum" ? sumLevel(components, goal.level) : providersLevel(components.length);
    const grain = grainOf(level.radix, room);
    if (grain > 1 && (grain >= level.radix || !level.count)) break;
    const digits = Math.ceil(level.radix / grain);
    places.push({ ...level, grain, scale: 1 });
    for (const [at, place] of places.slice(0, -1).entries())
      places[at] = { ...place, scale: place.scale * digits };
    // Levels after one that is rounded decide between assignments that the number takes for equal.
    if (grain > 1) break;
    room = Math.floor(room / digits);
  }
  return packed(places);
}

function packed(places: readonly Place[]): Packing {
  const total = (count: (place: Place, at: number) => number) =>
    places.reduce((sum, place, at) => sum + Math.floor(count(place, at) / place.grain) * place.scale, 0);
  const [{ unit, base, grain, scale } = { unit: 1, base: 0, grain: 1, scale: 1 }] = places;
  return {
    exact: places.filter(({ grain }) => grain === 1).length,
    weigh: (option, component) => total(({ count }) => count?.(option, component) ?? 0),
    opening: total(({ count }) => (count ? 0 : 1)),
    pack: (value) => total(({ unit, base }, at) => ((value[at] ?? 0) - base) / unit),
    most: total(({ radix }) => radix - 1),
    upTo: (value) => (Math.floor(Math.floor((value - base) / unit) / grain) + 1) * scale - 1,
    least: (weight) => Math.floor(weight / scale) * grain * unit + base,
  };
}

/** The least power of two that counts below `radix` are rounded to, for at most `room` to be told apart. */
function grainOf(radix: number, room: number): number {
  let grain = 1;
  while (Math.ceil(radix / grain) > room) grain *= 2;
  return grain;
}

function providersLevel(components: number): Level {
  return { radix: components + 1, unit: 1, base: 0 };
}

/** Counts from the least of each component, in the greatest unit that divides all differences. */
function sumLevel(components: readonly (readonly Option[])[], level: number): Level {
  const costs = components.map((options) => options.map((option) => option.costs[level] ?? 0));
  const least = costs.map((some) => some.reduce((least, cost) => Math.min(least, cost), Infinity));
  let [divisor, range] = [0, 0];
  for (const [component, some] of costs.entries()) {
    const from = least[component] ?? 0;
    for (const cost of some) divisor = greatestCommonDivisor(cost - from, divisor);
    range += some.reduce((most, cost) => Math.max(most, cost - from), 0);
  }
  const unit = divisor || 1;
  return {
    radix: range / unit + 1,
    unit,
    base: least.reduce((sum, cost) => sum + cost, 0),
    count: ({ costs }, component) => ((costs[level] ?? 0) - (least[component] ?? 0)) / unit,
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
