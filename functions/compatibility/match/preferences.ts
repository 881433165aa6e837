// What a demand prefers among offers that fare alike: nearest, greenest, cheapest; in order, or weighed against each other.
import { type Ratio, divide, multiply, ratio, subtract, toNumber } from "../../kernel/ratio.ts";
import type { Coordinates, Demand, Preference } from "../demand/demand.ts";
import { greenness, kilometres } from "../judge/preferences.ts";
import type { RegionFacts } from "../judge/surroundings.ts";
import { type Entry, type Order, amountOf, comparePrices } from "./rank.ts";
import type { Scan } from "./scan.ts";

/** A figure of an offer, less is better; infinite where it is not known. */
type Figure = (entry: Entry) => number;

/** The orders that a demand's preferences come to over all candidates of a component. */
export function preferenceOrders(demand: Demand, scans: readonly Scan[]): Order[] {
  const { preferences } = demand;
  if (preferences.some(({ weight }) => weight !== undefined)) return [byTotal(demand, scans)];
  return preferences.flatMap(({ criterion }) => {
    if (criterion === "cheapest") return [comparePrices];
    const figure = figureOf(criterion, demand);
    return figure ? [byFigure(figure)] : [];
  });
}

/** Few providers are a matter of several components. */
function figureOf(criterion: Preference["criterion"], { near }: Demand): Figure | undefined {
  if (criterion === "nearest" && near) return ofRegions((facts) => distances(facts, near));
  return criterion === "greenest" ? ofRegions(grades) : undefined;
}

/** The least of the figures of the regions in question. Many offers have the same regions: each list is figured once. */
function ofRegions(figures: (facts: readonly RegionFacts[]) => readonly number[]): Figure {
  const known = new WeakMap<readonly number[], number>();
  return ({ scan: { segment, eligible, offers }, candidate }) => {
    const { regions } = eligible.of(offers[candidate] ?? 0);
    const found = known.get(regions);
    if (found !== undefined) return found;
    const facts = regions.map(
      (region) => segment.around.regions.get(segment.regions.iris[region] ?? "") ?? {},
    );
    const least = Math.min(...figures(facts));
    known.set(regions, least);
    return least;
  };
}

const distances = (facts: readonly RegionFacts[], near: Coordinates) =>
  facts.flatMap((region) => kilometres(near, region) ?? []);

/** An offer without a region does not say what it runs on. */
const grades = (facts: readonly RegionFacts[]) => (facts.length > 0 ? facts.map(greenness) : [1]);

const byFigure =
  (figure: Figure): Order =>
  (a, b) => {
    const [left, right] = [figure(a), figure(b)];
    return left === right ? 0 : left - right;
  };

const MILLION = 1_000_000;

/** By the weighted sum of all figures, each scaled over all candidates to 0 up to a million. */
function byTotal(demand: Demand, scans: readonly Scan[]): Order {
  const totals = new Map(scans.map((scan) => [scan, new Float64Array(scan.offers.length)]));
  for (const { criterion, weight = 0 } of demand.preferences) {
    const scaled =
      criterion === "cheapest" ? scaledPrice(scans) : scaledFigure(figureOf(criterion, demand), scans);
    for (const [scan, total] of totals)
      for (let candidate = 0; candidate < total.length; candidate++)
        total[candidate] = (total[candidate] ?? 0) + weight * scaled({ scan, candidate });
  }
  const totalOf = ({ scan, candidate }: Entry) => totals.get(scan)?.[candidate] ?? 0;
  return (a, b) => totalOf(a) - totalOf(b);
}

type Scaled = (entry: Entry) => number;

function scaledFigure(figure: Figure | undefined, scans: readonly Scan[]): Scaled {
  if (!figure) return () => 0;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const entry of entriesOf(scans)) {
    const value = figure(entry);
    if (value === Number.POSITIVE_INFINITY) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return (entry) => {
    const value = figure(entry);
    if (value === Number.POSITIVE_INFINITY) return MILLION;
    // Whole numbers: 2 × 20,015 km × a million is far below 2^53.
    return least === most
      ? 0
      : Math.floor((2 * (value - least) * MILLION + (most - least)) / (2 * (most - least)));
  };
}

function scaledPrice(scans: readonly Scan[]): Scaled {
  const priced = [...entriesOf(scans)].filter(
    ({ scan, candidate }) => scan.price(candidate).reason === undefined,
  );
  const [cheapest, dearest] = [extreme(priced, 1), extreme(priced, -1)];
  if (!cheapest || !dearest) return () => MILLION;
  const [least, most] = [amountOf(cheapest), amountOf(dearest)];
  const range = subtract(most, least);
  const [start, width] = [toNumber(least), toNumber(range)];
  // How far the double of a scaled price may be off; beyond that, its rounding is certain.
  const doubt = (1e-9 * toNumber(most) * MILLION) / width;
  return (entry) => {
    const { reason, monthly } = entry.scan.price(entry.candidate);
    if (reason !== undefined) return MILLION;
    if (range.numerator === 0n) return 0;
    const quick = ((monthly - start) / width) * MILLION;
    const isCertain = Math.abs(quick - Math.floor(quick) - 0.5) > doubt;
    return isCertain ? Math.floor(quick + 0.5) : rounded(divide(subtract(amountOf(entry), least), range));
  };
}

/** A share in millionths, halves up. */
function rounded(share: Ratio): number {
  const { numerator, denominator } = multiply(share, ratio(BigInt(MILLION)));
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** The cheapest of some entries; with a sign of -1 the dearest. */
function extreme(entries: readonly Entry[], sign: 1 | -1): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (best, next) => (best && sign * comparePrices(best, next) <= 0 ? best : next),
    undefined,
  );
}

function* entriesOf(scans: readonly Scan[]): Generator<Entry> {
  for (const scan of scans)
    for (let candidate = 0; candidate < scan.offers.length; candidate++) yield { scan, candidate };
}
