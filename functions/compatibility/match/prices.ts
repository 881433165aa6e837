// What every offer of a segment costs in a month: doubles that decide wherever they are far enough apart, and exact
// amounts where they are not. The rules are those of judge/price.ts.
import { type Ratio, multiply, toNumber } from "../../kernel/ratio.ts";
import type { Component, Demand } from "../demand/demand.ts";
import { type Price, type PriceReason, priceOf } from "../judge/price.ts";
import { EMPTY_SET } from "../segment/layout.ts";
import type { Segment } from "../segment/segment.ts";
import { Charges, NO_ROW, UNCERTAIN, isNear } from "./charges.ts";
import type { Eligible } from "./eligible.ts";
import { COUNTED, OURS, Rates, TIER, UNCOUNTED, WITH_CURRENCY } from "./rates.ts";

/** A price as a scan keeps it. */
export interface QuickPrice {
  /** NaN where it is not known. */
  readonly monthly: number;
  readonly reason?: PriceReason;
  /** The row of the price lists that is the whole price, where there is one and it is certain. */
  readonly row?: number;
}

export class Prices {
  readonly segment: Segment;
  readonly #demand: Demand;
  readonly #component: Component;
  readonly #eligible: Eligible;
  readonly #rates: Rates;
  readonly #charges: Charges;
  readonly #leftOut = new Map<string, Price["leftOut"]>();

  constructor(demand: Demand, component: Component, segment: Segment, eligible: Eligible) {
    this.segment = segment;
    this.#demand = demand;
    this.#component = component;
    this.#eligible = eligible;
    this.#rates = new Rates(segment, component.usage, demand.currency);
    this.#charges = new Charges(segment, (a, b) => this.#rates.times(a) === this.#rates.times(b));
  }

  of(offer: number): QuickPrice {
    const { offsets, amounts, tariffs, regions } = this.segment.prices;
    const from = offsets[offer] ?? 0;
    const to = offsets[offer + 1] ?? 0;
    if (from === to) return unknown("not-stated");
    if (this.#demand.currency === undefined) return unknown("no-currency-asked");
    let seen = 0;
    let kinds = 0;
    let isGeneral = false;
    for (let row = from; row < to; row++) {
      const tariff = tariffs[row] ?? 0;
      const kind = this.#rates.kindOf(tariff);
      if (kind === UNCOUNTED || Number.isNaN(amounts[row])) continue;
      const traits = this.#rates.traitsOf[tariff] ?? 0;
      if ((traits & TIER) !== 0) return this.#slowly(offer);
      seen |= traits | COUNTED;
      if ((traits & OURS) === 0) continue;
      kinds |= 1 << kind;
      isGeneral ||= regions[row] === EMPTY_SET;
    }
    if ((seen & OURS) !== 0) {
      const isOneKind = (kinds & (kinds - 1)) === 0;
      return isOneKind && !isGeneral ? this.#lowestRow(offer, from, to) : this.#lowest(offer, from, to);
    }
    if ((seen & COUNTED) === 0) return unknown("usage-based");
    return unknown((seen & WITH_CURRENCY) === 0 ? "currency-not-stated" : "currency-differs");
  }

  /** The price of an offer, exactly and with all that it is made of; `quick` is the same price as `of` gave it. */
  exact(offer: number, quick: QuickPrice): Price {
    const leftOut = this.#leftOutOf(offer);
    if (quick.reason !== undefined) return { known: false, reason: quick.reason, leftOut };
    return { ...this.#among(offer, this.#cheapest(offer, quick)), leftOut };
  }

  /** The exact amount of a known price. */
  amount(offer: number, quick: QuickPrice): Ratio {
    const { row } = quick;
    const times = row === undefined ? undefined : this.#rates.times(row);
    const amount = times && row !== undefined ? this.segment.amountOf(row) : undefined;
    if (times && amount) return multiply(amount, times);
    const price = this.exact(offer, quick);
    if (!price.known) throw new Error("a price was known and is not");
    return price.monthly;
  }

  /** How often the amount of a price falls due that is a single row whose double spells it. */
  timesOf({ row }: QuickPrice): Ratio | undefined {
    return row === undefined || !this.segment.isSpelt(row) ? undefined : this.#rates.times(row);
  }

  /** The amount of a price that is a single row. */
  spelt({ row = 0 }: QuickPrice): number {
    return this.segment.prices.amounts[row] ?? Number.NaN;
  }

  /** Tiers add up instead of competing; few offers have them. */
  #slowly(offer: number): QuickPrice {
    const price = this.#among(offer, undefined);
    return price.known ? { monthly: toNumber(price.monthly) } : unknown(price.reason);
  }

  /** Fills in what all rows of an offer charge. */
  #charge(from: number, to: number): void {
    const { amounts, tariffs, regions } = this.segment.prices;
    this.#charges.begin();
    for (let row = from; row < to; row++) {
      const tariff = tariffs[row] ?? 0;
      const amount = amounts[row] ?? Number.NaN;
      const kind = this.#rates.kindOf(tariff);
      if (kind === UNCOUNTED || Number.isNaN(amount) || ((this.#rates.traitsOf[tariff] ?? 0) & OURS) === 0)
        continue;
      this.#charges.add(row, kind, amount * (this.#rates.timesOf[tariff] ?? 0), regions[row] ?? EMPTY_SET);
    }
  }

  /** Where all rows charge by the same, and each names its regions, one row is the price; most rows need no look. */
  #lowestRow(offer: number, from: number, to: number): QuickPrice {
    const { amounts, tariffs, regions } = this.segment.prices;
    const { offsets, numbers } = this.segment.regions;
    const { isIn } = this.#eligible.of(offer);
    let monthly = Number.POSITIVE_INFINITY;
    let lowest = NO_ROW;
    for (let row = from; row < to; row++) {
      const tariff = tariffs[row] ?? 0;
      if (this.#rates.kindOf(tariff) === UNCOUNTED || ((this.#rates.traitsOf[tariff] ?? 0) & OURS) === 0)
        continue;
      const charge = (amounts[row] ?? Number.NaN) * (this.#rates.timesOf[tariff] ?? 0);
      const isHigher = charge > monthly && !isNear(charge, monthly);
      if (isHigher || Number.isNaN(charge)) continue;
      const set = regions[row] ?? EMPTY_SET;
      let at = offsets[set] ?? 0;
      const end = offsets[set + 1] ?? 0;
      while (at < end && isIn[numbers[at] ?? 0] !== 1) at++;
      if (at === end) continue;
      const isLower = lowest === NO_ROW || !isNear(charge, monthly);
      lowest = isLower ? row : this.#charges.lowerOf(lowest, row);
      if (charge < monthly) monthly = charge;
    }
    return found(monthly, lowest);
  }

  #lowest(offer: number, from: number, to: number): QuickPrice {
    this.#charge(from, to);
    const charges = this.#charges;
    const { size, isIn, anywhere } = this.#eligible.of(offer);
    let monthly = Number.POSITIVE_INFINITY;
    let row = NO_ROW;
    const consider = (region?: number) => {
      if (!charges.sum(region)) return;
      if (row !== NO_ROW && isNear(charges.total, monthly)) row = charges.lowerOf(row, charges.row);
      else if (charges.total < monthly) row = charges.row;
      if (charges.total < monthly) monthly = charges.total;
    };
    let left = size;
    for (const region of charges.named)
      if (isIn[region] === 1) {
        left--;
        consider(region);
      }
    // Regions that no price names cost all the same.
    if (anywhere || left > 0) consider();
    return found(monthly, row);
  }

  /** The regions that may be the cheapest one: those of which doubles cannot tell; undefined where tiers are charged. */
  #cheapest(offer: number, { monthly }: QuickPrice): readonly number[] | undefined {
    const { offsets, tariffs } = this.segment.prices;
    const [from = 0, to = 0] = [offsets[offer], offsets[offer + 1]];
    for (let row = from; row < to; row++)
      if (((this.#rates.traitsOf[tariffs[row] ?? 0] ?? 0) & TIER) !== 0) return undefined;
    this.#charge(from, to);
    const charges = this.#charges;
    const isLowest = (region?: number) => charges.sum(region) && isNear(charges.total, monthly);
    const { regions } = this.#eligible.of(offer);
    const unnamed = this.#firstOf(regions.filter((region) => !charges.isNamed(region)));
    return [
      ...regions.filter((region) => charges.isNamed(region) && isLowest(region)),
      ...(unnamed !== undefined && isLowest() ? [unnamed] : []),
    ];
  }

  /** Of regions with the same price the first by IRI counts. */
  #firstOf(regions: readonly number[]): number | undefined {
    const { iris } = this.segment.regions;
    return regions.reduce<number | undefined>(
      (first, next) => (first !== undefined && (iris[first] ?? "") < (iris[next] ?? "") ? first : next),
      undefined,
    );
  }

  /** The price by the rules, of the rows that count in some regions; of all rows and regions in question without any. */
  #among(offer: number, only: readonly number[] | undefined): Price {
    const { segment } = this;
    const { regions, anywhere } = this.#eligible.of(offer);
    const isIn = new Set(only);
    const components = segment.pricesOf(offer, (set) => {
      const named = segment.regions.of(set);
      return !only || named.length === 0 || named.some((region) => isIn.has(region));
    });
    return priceOf(components, {
      currency: this.#demand.currency,
      usage: this.#component.usage,
      regions: [
        ...(anywhere ? [undefined] : []),
        ...(only ?? regions).map((region) => segment.regions.iris[region]),
      ],
    });
  }

  /** What a price leaves out depends on the tariffs alone, and on whether amounts can be read. */
  #leftOutOf(offer: number): Price["leftOut"] {
    const { offsets, tariffs, amounts } = this.segment.prices;
    const kinds = new Map<number, number>();
    for (let row = offsets[offer] ?? 0; row < (offsets[offer + 1] ?? 0); row++)
      kinds.set(2 * (tariffs[row] ?? 0) + Number(Number.isNaN(amounts[row])), row);
    const key = [...kinds.keys()].sort((a, b) => a - b).join(" ");
    const known = this.#leftOut.get(key);
    if (known) return known;
    const rows = [...kinds.values()].map((row) => this.segment.price(row));
    const { currency } = this.#demand;
    const { leftOut } = priceOf(rows, { currency, usage: this.#component.usage, regions: [] });
    this.#leftOut.set(key, leftOut);
    return leftOut;
  }
}

const unknown = (reason: PriceReason): QuickPrice => ({ monthly: Number.NaN, reason });

function found(monthly: number, row: number): QuickPrice {
  if (row === NO_ROW) return unknown("not-priced-there");
  return row === UNCERTAIN ? { monthly } : { monthly, row };
}
