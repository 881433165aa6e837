// A compiled manifest: every offer with what it inherits, as columns of numbers that stand for sets of stated terms.
import { type Comparison, mpli, schema } from "../../kernel/generated/vocabulary.ts";
import { type Ratio, parseRatio, ratio } from "../../kernel/ratio.ts";
import type { Tariff } from "../demand/meters.ts";
import { UNCHECKED } from "../evidence/support.ts";
import type { Offer } from "../judge/judge.ts";
import type { Prerequisite } from "../judge/obstacles.ts";
import type { PriceComponent } from "../judge/price.ts";
import type { Surroundings } from "../judge/surroundings.ts";
import { type Stated, type Value, readValue } from "../judge/values.ts";
import { type Codes, type Contents, offsetsOf } from "./container.ts";
import { Regions } from "./regions.ts";
import {
  type Arrays,
  COLUMN_KEYS,
  type Directory,
  EMPTY_SET,
  type Fraction,
  type WrittenTariff,
  columnName,
} from "./layout.ts";

/** By offer the number of a set; or that of all offers. */
export type Column = Codes | number;

/** The price lists of all offers, row by row: those of offer `i` are `offsets[i]` to `offsets[i + 1]`. */
export interface PriceLists {
  readonly offsets: Uint32Array;
  /** The double next to the amount; NaN where it could not be read. */
  readonly amounts: Float64Array;
  readonly tariffs: Codes;
  /** Sets of regions. */
  readonly regions: Codes;
}

const TERMS_WORTH_KEEPING = 2;

export class Segment {
  /** Number of offers; they are numbered in the order of their IRIs. */
  readonly size: number;
  /** Bytes that it takes where it is kept. */
  readonly bytes: number;
  readonly sets: number;
  readonly around: Surroundings;
  readonly tariffs: readonly Tariff[];
  readonly prices: PriceLists;
  /** Lists of prerequisites, by number. */
  readonly prerequisites: readonly (readonly Prerequisite[])[];
  /** By offer the number of its list. */
  readonly prerequisitesOf: Column;
  readonly #directory: Directory;
  readonly #arrays: Arrays;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #texts: Uint32Array;
  readonly #setOffsets: Uint32Array;
  readonly #exact: ReadonlyMap<number, Ratio>;
  readonly #values = new Map<number, readonly Stated[]>();
  readonly #read = new Map<Comparison, Map<number, Value | undefined>>();
  #regions: Regions | undefined;

  /** `contents` must be what a builder made; `checkContents` tells. */
  constructor({ directory, arrays }: Contents, bytes: number) {
    this.#directory = directory as Directory;
    this.#arrays = arrays as unknown as Arrays;
    const { offers, columns, tariffs, exact, prerequisites, parents, types, regions } = this.#directory;
    this.size = offers;
    this.bytes = bytes;
    this.#columns = new Map(
      COLUMN_KEYS.map((key, index) => [key, columns[index] ?? (arrays[columnName(index)] as Codes)]),
    );
    this.#texts = offsetsOf(this.#arrays.textLengths);
    this.#setOffsets = offsetsOf(this.#arrays.setLengths);
    this.sets = this.#arrays.setLengths.length;
    this.around = {
      support: UNCHECKED,
      parents: new Map(parents),
      types: new Map(types),
      regions: new Map(regions),
    };
    this.tariffs = tariffs.map(readTariff);
    this.prerequisites = prerequisites;
    this.prerequisitesOf = this.#arrays.prerequisites ?? 0;
    const { amounts, priceTariffs, priceRegions, priceCounts } = this.#arrays;
    this.prices = { offsets: offsetsOf(priceCounts), amounts, tariffs: priceTariffs, regions: priceRegions };
    this.#exact = new Map(exact.map(([row, amount]) => [row, readFraction(amount)]));
  }

  /** The column of a path (`keyOf`); of a path that none has, the one without values. */
  column(key: string): Column {
    return this.#columns.get(key) ?? EMPTY_SET;
  }

  /** The terms of a set by number, in their order. */
  members(set: number): Codes {
    return this.#arrays.setMembers.subarray(this.#setOffsets[set], this.#setOffsets[set + 1]);
  }

  /** How many terms a set has. */
  sizeOf(set: number): number {
    return this.#arrays.setLengths[set] ?? 0;
  }

  /** The number of a set's term at this place, from 0 to below `sizeOf`. */
  member(set: number, index: number): number {
    return this.#arrays.setMembers[(this.#setOffsets[set] ?? 0) + index] ?? 0;
  }

  get terms(): number {
    return this.#directory.terms;
  }

  term(number: number): Stated {
    const kind = this.#directory.kinds[this.#arrays.termKinds[number] ?? 0];
    return { type: "literal", ...kind, value: this.#text(number) };
  }

  /** What a term is compared as, read once. */
  value(number: number, comparison: Comparison): Value | undefined {
    const known = this.#read.get(comparison) ?? new Map<number, Value | undefined>();
    this.#read.set(comparison, known);
    if (known.has(number)) return known.get(number);
    const value = readValue(this.term(number), comparison);
    known.set(number, value);
    return value;
  }

  /** The terms of a set. */
  values(set: number): readonly Stated[] {
    const known = this.#values.get(set);
    if (known) return known;
    const values = Array.from(this.members(set), (term) => this.term(term));
    // Sets of several are few, and shared by many offers.
    if (values.length >= TERMS_WORTH_KEEPING) this.#values.set(set, values);
    return values;
  }

  iri(offer: number): string {
    return this.#directory.prefix + this.#text(this.#directory.terms + offer);
  }

  /** The number of the offer with this IRI, where it is here. */
  numberOf(iri: string): number | undefined {
    let [low, high] = [0, this.size - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.iri(middle);
      if (found === iri) return middle;
      if (found < iri) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  get regions(): Regions {
    return (this.#regions ??= new Regions(this));
  }

  /** Whether the double of a row, written shortest, is the stated amount itself. */
  isSpelt(row: number): boolean {
    return !this.#exact.has(row);
  }

  /** The amount in a row of the price lists; undefined where it could not be read. */
  amountOf(row: number): Ratio | undefined {
    return this.#exact.get(row) ?? parseRatio(String(this.prices.amounts[row]));
  }

  /** Everything that is known of an offer, as the rules read it; what takes long is read when it is asked for. */
  offer(number: number): Offer {
    const valuesOf = ({ value }: { readonly value: string }) => this.values(at(this.column(value), number));
    const [[name], [status]] = [valuesOf(schema.name), valuesOf(mpli.offerStatus)];
    const later = { stated: () => this.#statedBy(number), prices: () => this.pricesOf(number) };
    let stated: Offer["stated"] | undefined;
    let prices: Offer["prices"] | undefined;
    return {
      iri: this.iri(number),
      ...(name === undefined ? {} : { name: name.value }),
      ...(status === undefined ? {} : { status: status.value }),
      classes: valuesOf(mpli.serviceClass).map(({ value }) => value),
      get stated() {
        return (stated ??= later.stated());
      },
      get prices() {
        return (prices ??= later.prices());
      },
      prerequisites: this.prerequisites[at(this.prerequisitesOf, number)] ?? [],
    };
  }

  #statedBy(offer: number): Offer["stated"] {
    const stated = new Map<string, readonly Stated[]>();
    for (const [key, column] of this.#columns) {
      const set = at(column, offer);
      if (set !== EMPTY_SET) stated.set(key, this.values(set));
    }
    return stated;
  }

  /** The price list of an offer; of rows with the sets of regions that `isIn` lets in. */
  pricesOf(offer: number, isIn: (set: number) => boolean = () => true): PriceComponent[] {
    const { offsets, regions } = this.prices;
    const found: PriceComponent[] = [];
    for (let row = offsets[offer] ?? 0; row < (offsets[offer + 1] ?? 0); row++)
      if (isIn(regions[row] ?? EMPTY_SET)) found.push(this.price(row));
    return found;
  }

  /** A row of the price lists. */
  price(row: number): PriceComponent {
    const { tariffs, regions } = this.prices;
    const amount = this.amountOf(row);
    return {
      ...(amount ? { amount } : {}),
      tariff: this.tariffs[tariffs[row] ?? 0] as Tariff,
      regions: this.values(regions[row] ?? EMPTY_SET).map(({ value }) => value),
    };
  }

  #text(number: number): string {
    return decoder.decode(this.#arrays.text.subarray(this.#texts[number], this.#texts[number + 1]));
  }
}

// A byte order mark at the beginning of a text is part of it.
const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/** The entry of a column for an offer. */
export function at(column: Column, offer: number): number {
  return typeof column === "number" ? column : (column[offer] ?? EMPTY_SET);
}

function readTariff({ tier, ...rest }: WrittenTariff): Tariff {
  if (!tier) return rest;
  return {
    ...rest,
    tier: { from: readFraction(tier.from), ...(tier.to ? { to: readFraction(tier.to) } : {}) },
  };
}

function readFraction(text: Fraction): Ratio {
  const [numerator = "0", denominator = "1"] = text.split("/");
  return ratio(BigInt(numerator), BigInt(denominator));
}
