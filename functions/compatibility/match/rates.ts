// What the tariffs of a segment come to under the usage that a component states: read when they are first met.
import { type Ratio, toNumber } from "../../kernel/ratio.ts";
import type { Usage } from "../demand/demand.ts";
import { chargedBy } from "../demand/meters.ts";
import { CHARGED_BY } from "../judge/price.ts";
import type { Segment } from "../segment/segment.ts";

/** Traits of tariffs; an offer with one that is counted has the last as well. */
export const [OURS, TIER, WITH_CURRENCY, COUNTED] = [1, 2, 4, 8];

/** The kind of a tariff that the usage does not count. */
export const UNCOUNTED = -1;
const UNREAD = -2;

export class Rates {
  /** By tariff, how often its amount falls due in a month; once its kind is known. */
  readonly timesOf: Float64Array;
  /** By tariff. */
  readonly traitsOf: Uint8Array;
  readonly #kindOf: Int8Array;
  readonly #times: (Ratio | undefined)[] = [];
  readonly #segment: Segment;
  readonly #usage: Usage;

  constructor(segment: Segment, usage: Usage, currency: string | undefined) {
    this.#segment = segment;
    this.#usage = usage;
    this.timesOf = new Float64Array(segment.tariffs.length);
    this.#kindOf = new Int8Array(segment.tariffs.length).fill(UNREAD);
    this.traitsOf = Uint8Array.from(segment.tariffs, (tariff) => {
      const isOurs = tariff.currency !== undefined && tariff.currency === currency;
      return (isOurs ? OURS : 0) | (tariff.tier ? TIER : 0) | (tariff.currency ? WITH_CURRENCY : 0);
    });
  }

  /** What a tariff is charged by, as an index into CHARGED_BY. */
  kindOf(tariff: number): number {
    const kind = this.#kindOf[tariff] ?? UNCOUNTED;
    return kind === UNREAD ? this.#read(tariff) : kind;
  }

  /** How often the amount in a row of the price lists falls due in a month, exactly; equal for equal tariffs. */
  times(row: number): Ratio | undefined {
    const tariff = this.#segment.prices.tariffs[row] ?? 0;
    return this.kindOf(tariff) === UNCOUNTED ? undefined : this.#times[tariff];
  }

  #read(tariff: number): number {
    const stated = this.#segment.tariffs[tariff];
    const charged = stated && chargedBy(stated, this.#usage);
    const isCounted = charged !== undefined && typeof charged !== "string";
    const kind = isCounted ? CHARGED_BY.indexOf(charged.by) : UNCOUNTED;
    if (isCounted) this.timesOf[tariff] = toNumber(charged.times);
    this.#times[tariff] = isCounted ? charged.times : undefined;
    this.#kindOf[tariff] = kind;
    return kind;
  }
}
