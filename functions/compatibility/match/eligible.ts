// Which regions of an offer a price may be taken for, judged once a region and once a set of regions.
import type { Component } from "../demand/demand.ts";
import { leftOpen, regionMusts, regionOutcome } from "../judge/judge.ts";
import type { Outcome } from "../judge/truth.ts";
import { EMPTY_SET } from "../segment/layout.ts";
import { type Segment, at } from "../segment/segment.ts";

export interface InQuestion {
  /** Numbers of the regions in question for an offer. */
  readonly regions: readonly number[];
  /** How many these are. */
  readonly size: number;
  /** By region, whether it is one of them. */
  readonly isIn: Uint8Array;
  /** Whether prices that name no region count by themselves. */
  readonly anywhere: boolean;
}

export class Eligible {
  readonly #segment: Segment;
  readonly #musts: ReturnType<typeof regionMusts>;
  readonly #outcomes: (Outcome | undefined)[] = [];
  readonly #bySet: (InQuestion | undefined)[] = [];

  constructor(component: Component, segment: Segment) {
    this.#segment = segment;
    this.#musts = regionMusts(component);
  }

  of(offer: number): InQuestion {
    const stated = at(this.#segment.regions.stated, offer);
    if (stated === EMPTY_SET) return this.#inQuestion(this.#priced(offer), true);
    return (this.#bySet[stated] ??= this.#inQuestion(this.#segment.regions.of(stated), false));
  }

  #inQuestion(regions: readonly number[], anywhere: boolean): InQuestion {
    const open = this.#open(regions, !anywhere);
    const isIn = new Uint8Array(this.#segment.regions.iris.length);
    for (const region of open) isIn[region] = 1;
    return { regions: open, size: new Set(open).size, isIn, anywhere };
  }

  /** The regions that a price list names. */
  #priced(offer: number): readonly number[] {
    const { prices, regions } = this.#segment;
    const found = new Set<number>();
    for (let row = prices.offsets[offer] ?? 0; row < (prices.offsets[offer + 1] ?? 0); row++)
      for (const region of regions.of(prices.regions[row] ?? EMPTY_SET)) found.add(region);
    return [...found];
  }

  #open(regions: readonly number[], areStated: boolean): readonly number[] {
    if (this.#musts.length === 0) return regions;
    const { iris } = this.#segment.regions;
    const all = () => regions.map((region) => iris[region] ?? "");
    const areMetApart = () =>
      areStated && regionOutcome(this.#musts, all(), this.#segment.around) === "satisfied";
    return leftOpen(regions, (region) => this.#outcome(region), areMetApart);
  }

  #outcome(region: number): Outcome {
    const { regions, around } = this.#segment;
    return (this.#outcomes[region] ??= regionOutcome(this.#musts, [regions.iris[region] ?? ""], around));
  }
}
