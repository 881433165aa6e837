// What a match keeps of the offers scanned for one component: counts, why offers fall short, and the best in order.
import { type Component, type Demand, type Path, criteriaOf } from "../demand/demand.ts";
import { REGION, isPrice, keyOf } from "../demand/path.ts";
import { type Verdict, VERDICTS, regionMusts } from "../judge/judge.ts";
import { REASON_CODES, type Reason } from "../judge/reasons.ts";
import { at } from "../segment/segment.ts";
import { judgementsOn } from "./assemble.ts";
import { isSatisfied } from "./reasons.ts";
import { preferenceOrders } from "./preferences.ts";
import { type Candidate, type Entry, type Order, rankBy } from "./rank.ts";
import type { Hindrance, Scan } from "./scan.ts";

/** How often something kept offers from being compatible. */
export interface Counter {
  readonly reasons: ReadonlyMap<Reason, number>;
  /** Offers that nothing else kept from it. */
  readonly alone: number;
}

/** Offers that lack the same number of things. */
export interface NearMisses {
  /** How many musts are not satisfied, and how many obstacles there are. */
  readonly missing: number;
  readonly candidates: readonly Candidate[];
}

/** Most kinds of near misses that are looked at for one number of things that are missing. */
const MOST_NEAR_MISSES = 2_000;

export class Tally {
  readonly component: Component;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** For each must, in their order. */
  readonly musts: readonly Counter[];
  readonly status: Counter;
  readonly prerequisite: Counter;
  readonly #scans: readonly Scan[];
  readonly #limit: number;
  readonly #order: Order;

  constructor(demand: Demand, component: Component, scans: readonly Scan[], limit: number) {
    this.component = component;
    this.#scans = scans;
    this.#limit = limit;
    this.#order = rankBy(preferenceOrders(demand, scans));
    this.counts = countVerdicts(scans);
    this.musts = component.must.map((_, index) => countMust(scans, index));
    this.status = countObstacles(scans, "status");
    this.prerequisite = countObstacles(scans, "prerequisite");
  }

  /** The first offers in the order of the report, as the scans know them. */
  ranked(): Entry[] {
    return first(this.#scans, this.#limit, this.#order);
  }

  /** The first candidates in the order of the report. */
  best(): Candidate[] {
    return this.#judged(this.ranked());
  }

  /** Every compatible candidate, in the order of the report. */
  compatible(): Candidate[] {
    const isCompatible = ({ scan, candidate }: Entry) => scan.verdicts[candidate] === 0;
    return this.#judged(first(this.#scans, this.counts.compatible, this.#order, isCompatible));
  }

  /**
   * Offers still sold that are not compatible, those first that fewest musts and obstacles keep out: for each such
   * number one list. Of offers that lack the same by the same stated values, the cheapest and the dearest stand for all.
   */
  *nearMisses(): Generator<NearMisses> {
    for (const [missing, entries] of levelsOf(this.#scans, this.component))
      yield { missing, candidates: this.#judged(entries.slice(0, MOST_NEAR_MISSES)) };
  }

  #judged(entries: readonly Entry[]): Candidate[] {
    const judgements = judgementsOn(entries, this.component);
    return entries.flatMap(({ scan: { source } }, index) => {
      const judgement = judgements[index];
      return judgement ? [{ judgement, source }] : [];
    });
  }
}

/** The first `limit` entries of all scans in an order, out of those that `isIn` lets in. */
function first(
  scans: readonly Scan[],
  limit: number,
  order: Order,
  isIn: (entry: Entry) => boolean = () => true,
): Entry[] {
  let kept: Entry[] = [];
  let last: Entry | undefined;
  const cut = () => {
    kept = kept.sort(order).slice(0, limit);
    last = kept.length === limit ? kept.at(-1) : undefined;
  };
  for (const scan of scans)
    for (let candidate = 0; candidate < scan.offers.length; candidate++) {
      const entry = { scan, candidate };
      if (!isIn(entry) || (last && order(last, entry) < 0)) continue;
      kept.push(entry);
      if (kept.length >= 2 * limit + 64) cut();
    }
  cut();
  return kept;
}

/** Near misses by how much they miss, ascending. */
function levelsOf(scans: readonly Scan[], component: Component): (readonly [number, Entry[]])[] {
  const levels = new Map<number, Map<string, Entry>>();
  const { must } = component;
  // Where other regions may be cheaper, no price list stands for another.
  const hasOtherRegions = regionMusts(component).length > 0;
  const asked = must.map(({ condition }) => criteriaOf(condition).map(({ path }) => path));
  for (const [number, scan] of scans.entries())
    for (let candidate = 0; candidate < scan.offers.length; candidate++) {
      const { obstacles, isWithdrawn } = scan.hindrance(candidate);
      if (scan.verdicts[candidate] === 0 || isWithdrawn) continue;
      const missing = (scan.misses[candidate] ?? 0) + obstacles.length;
      const level = levels.get(missing) ?? new Map<string, Entry>();
      levels.set(missing, level);
      const lacks = must.flatMap((_, index) =>
        isSatisfied(scan.reasons[index]?.[candidate] ?? 0) ? [] : [index],
      );
      const paths = lacks.flatMap((index) => asked[index] ?? []);
      const isPriced = paths.some(isPrice);
      const setOf = (path: Path) => at(scan.segment.column(keyOf(path)), scan.offers[candidate] ?? 0);
      const sets = [...paths, ...(isPriced ? [REGION] : [])].map(setOf);
      const self = isPriced && hasOtherRegions ? candidate : "";
      const key = [number, scan.hindranceKey(candidate), lacks, sets, self].join(" ");
      const entry = { scan, candidate };
      // Bounds on the price may be too low as well as too high.
      const kinds = isPriced ? [lower, higher] : [lower];
      for (const [index, better] of kinds.entries()) {
        const name = `${index} ${key}`;
        const known = level.get(name);
        if (!known || (isPriced && better(priceOf(entry), priceOf(known)))) level.set(name, entry);
      }
    }
  return [...levels]
    .sort(([a], [b]) => a - b)
    .map(([missing, level]) => [missing, [...new Set(level.values())]] as const);
}

const lower = (a: number, b: number) => a < b || Number.isNaN(b);
const higher = (a: number, b: number) => a > b || Number.isNaN(b);
const priceOf = ({ scan, candidate }: Entry) => scan.price(candidate).monthly;

function countVerdicts(scans: readonly Scan[]): Record<Verdict, number> {
  const counts = VERDICTS.map(() => 0);
  for (const { verdicts } of scans)
    for (const verdict of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const [compatible = 0, undetermined = 0, incompatible = 0] = counts;
  return { compatible, undetermined, incompatible };
}

/** By a must's index, how often each reason kept an offer from meeting it. */
function countMust(scans: readonly Scan[], must: number): Counter {
  const times = new Uint32Array(REASON_CODES.length);
  let alone = 0;
  for (const scan of scans) {
    const reasons = scan.reasons[must] ?? [];
    for (let candidate = 0; candidate < reasons.length; candidate++) {
      const code = reasons[candidate] ?? 0;
      if (isSatisfied(code)) continue;
      times[code] = (times[code] ?? 0) + 1;
      if (scan.misses[candidate] === 1 && scan.hindrance(candidate).obstacles.length === 0) alone++;
    }
  }
  const counted = REASON_CODES.flatMap((reason, code) =>
    times[code] ? [[reason, times[code]] as const] : [],
  );
  return { reasons: new Map(counted), alone };
}

/** Each offer counts once for each reason of its obstacles of this kind. */
function countObstacles(scans: readonly Scan[], on: "status" | "prerequisite"): Counter {
  const times = new Map<Reason, number>();
  let alone = 0;
  for (const scan of scans) {
    const known = new Map<Hindrance, Obstructed>();
    for (let candidate = 0; candidate < scan.offers.length; candidate++) {
      const hindrance = scan.hindrance(candidate);
      if (hindrance.obstacles.length === 0) continue;
      const { reasons, isAlone } = known.get(hindrance) ?? obstructed(hindrance, on);
      known.set(hindrance, { reasons, isAlone });
      for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1);
      if (scan.misses[candidate] === 0 && isAlone) alone++;
    }
  }
  return { reasons: times, alone };
}

interface Obstructed {
  readonly reasons: ReadonlySet<Reason>;
  /** Whether obstacles of this kind are all there are. */
  readonly isAlone: boolean;
}

function obstructed({ obstacles }: Hindrance, on: "status" | "prerequisite"): Obstructed {
  const ours = obstacles.filter((obstacle) => obstacle.on === on);
  return {
    reasons: new Set(ours.map(({ reason }) => reason)),
    isAlone: ours.length > 0 && ours.length === obstacles.length,
  };
}
