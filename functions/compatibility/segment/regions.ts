// The regions that the offers and prices of a segment name, numbered, so that prices by region are arrays.
import { REGION, keyOf } from "../demand/path.ts";
import type { Column, Segment } from "./segment.ts";

export class Regions {
  /** IRIs by number. */
  readonly iris: readonly string[];
  /** By offer, the set of regions that it states. */
  readonly stated: Column;
  /** Numbers of the regions of set `s`: from `offsets[s]` to `offsets[s + 1]`; only of sets that name regions. */
  readonly numbers: Uint32Array;
  readonly offsets: Uint32Array;
  readonly #lists: (readonly number[] | undefined)[] = [];

  constructor(segment: Segment) {
    this.stated = segment.column(keyOf(REGION));
    const used = new Set(typeof this.stated === "number" ? [this.stated] : this.stated);
    for (const set of segment.prices.regions) used.add(set);
    const numberOf = new Map<string, number>();
    const numbers: number[] = [];
    this.offsets = new Uint32Array(segment.sets + 1);
    for (let set = 0; set < segment.sets; set++) {
      for (const { value } of used.has(set) ? segment.values(set) : []) {
        if (!numberOf.has(value)) numberOf.set(value, numberOf.size);
        numbers.push(numberOf.get(value) ?? 0);
      }
      this.offsets[set + 1] = numbers.length;
    }
    this.numbers = Uint32Array.from(numbers);
    this.iris = [...numberOf.keys()];
  }

  /** Numbers of the regions of a set, in its order; the same list whenever it is asked for. */
  of(set: number): readonly number[] {
    return (this.#lists[set] ??= [...this.numbers.subarray(this.offsets[set], this.offsets[set + 1])]);
  }
}
