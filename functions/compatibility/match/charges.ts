// The lowest charge of each kind in each region for one offer at a time, in doubles; and which row of the prices it is.
import { PERIODS } from "../demand/periods.ts";
import { CHARGED_BY } from "../judge/price.ts";
import { EMPTY_SET } from "../segment/layout.ts";
import type { Segment } from "../segment/segment.ts";

/** Two doubles that differ by more than this share differ for certain: some dozen roundings make 10^-14 at most. */
const CERTAIN = 1e-9;

export const isNear = (a: number, b: number) =>
  Math.abs(a - b) <= CERTAIN * Math.max(Math.abs(a), Math.abs(b));

export const NO_ROW = -1;
/** Several rows, or two of which either may be the cheaper one. */
export const UNCERTAIN = -2;

const KINDS = CHARGED_BY.length;
/** The kinds that are periods, as bits; they stand before the meters. */
const BY_PERIOD = (1 << PERIODS.length) - 1;

export class Charges {
  readonly #segment: Segment;
  readonly #regions: Segment["regions"];
  /** Number of the region that stands for prices that name none. */
  readonly #general: number;
  /** By region and kind. */
  readonly #lowest: Float64Array;
  readonly #rows: Int32Array;
  /** By region and kind, the turn in which the two above were written. */
  readonly #writtenIn: Int32Array;
  /** By region, the last turn in which a price named it. */
  readonly #turns: Int32Array;
  readonly #isSameRate: (a: number, b: number) => boolean;
  /** The regions that prices of this offer name. */
  readonly named: number[] = [];
  #turn = 0;
  /** The kinds that are charged in this turn, as bits. */
  #kinds = 0;
  /** What the last total came to, and the row that it is. */
  total = 0;
  row = NO_ROW;

  /** `isSameRate` says of two rows whether they fall due equally often. */
  constructor(segment: Segment, isSameRate: (a: number, b: number) => boolean) {
    this.#segment = segment;
    this.#regions = segment.regions;
    this.#general = this.#regions.iris.length;
    const slots = (this.#general + 1) * KINDS;
    this.#lowest = new Float64Array(slots);
    this.#rows = new Int32Array(slots);
    this.#writtenIn = new Int32Array(slots);
    this.#turns = new Int32Array(this.#general + 1);
    this.#isSameRate = isSameRate;
  }

  /** Begins with another offer. */
  begin(): void {
    this.#turn++;
    this.named.length = 0;
    this.#kinds = 0;
  }

  /** Adds what a row charges in a set of regions; without any, wherever no row names the region. */
  add(row: number, kind: number, charge: number, set: number): void {
    this.#kinds |= 1 << kind;
    if (set === EMPTY_SET) {
      this.#put(this.#general, row, kind, charge);
      return;
    }
    const { offsets, numbers } = this.#regions;
    const end = offsets[set + 1] ?? 0;
    for (let at = offsets[set] ?? 0; at < end; at++) {
      const region = numbers[at] ?? 0;
      if (this.#turns[region] !== this.#turn) {
        this.#turns[region] = this.#turn;
        this.named.push(region);
      }
      this.#put(region, row, kind, charge);
    }
  }

  /** Whether a price names the region. */
  isNamed(region: number): boolean {
    return this.#turns[region] === this.#turn;
  }

  /** Sums up what a region costs, or all that prices do not name; false where that is no price. */
  sum(region = this.#general): boolean {
    this.total = 0;
    this.row = NO_ROW;
    let summed = 0;
    for (let kind = 0; this.#kinds >> kind !== 0; kind++) {
      let slot = region * KINDS + kind;
      if (this.#writtenIn[slot] !== this.#turn) slot = this.#general * KINDS + kind;
      if (this.#writtenIn[slot] !== this.#turn) continue;
      summed |= 1 << kind;
      this.total += this.#lowest[slot] ?? 0;
      this.row = this.row === NO_ROW ? (this.#rows[slot] ?? UNCERTAIN) : UNCERTAIN;
    }
    // What is charged by a meter alone is no price where others are charged by a period.
    return summed !== 0 && ((this.#kinds & BY_PERIOD) === 0 || (summed & BY_PERIOD) !== 0);
  }

  /** Of two rows that charge nearly the same the one that charges less; uncertain where doubles cannot tell. */
  lowerOf(a: number, b: number): number {
    if (a < 0 || b < 0 || !this.#isSameRate(a, b)) return UNCERTAIN;
    if (!this.#segment.isSpelt(a) || !this.#segment.isSpelt(b)) return UNCERTAIN;
    const { amounts } = this.#segment.prices;
    return (amounts[b] ?? 0) < (amounts[a] ?? 0) ? b : a;
  }

  #put(region: number, row: number, kind: number, charge: number): void {
    const slot = region * KINDS + kind;
    if (this.#writtenIn[slot] !== this.#turn) {
      this.#writtenIn[slot] = this.#turn;
      this.#lowest[slot] = charge;
      this.#rows[slot] = row;
      return;
    }
    const lowest = this.#lowest[slot] ?? 0;
    if (charge > lowest * (1 + CERTAIN)) return;
    const isLower = charge < lowest * (1 - CERTAIN);
    this.#rows[slot] = isLower ? row : this.lowerOf(this.#rows[slot] ?? UNCERTAIN, row);
    if (charge < lowest) this.#lowest[slot] = charge;
  }
}
