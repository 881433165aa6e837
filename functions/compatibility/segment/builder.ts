// Offers, one after the other, into the columns of a segment.
import { type Ratio, compareRatios, parseRatio, toNumber } from "../../kernel/ratio.ts";
import type { Tariff } from "../demand/meters.ts";
import type { Offer } from "../judge/judge.ts";
import type { PriceComponent } from "../judge/price.ts";
import type { Surroundings } from "../judge/surroundings.ts";
import type { Stated } from "../judge/values.ts";
import { spellTariff } from "../market/price-component.ts";
import { type Contents, type Numbers, narrow } from "./container.ts";
import { COLUMN_KEYS, type Directory, type Fraction, type WrittenTariff, columnName } from "./layout.ts";

/** Numbers things by their name, in the order in which they first come up. */
class Dictionary<T> {
  readonly entries: T[] = [];
  readonly #codes = new Map<string, number>();

  has(name: string): boolean {
    return this.#codes.has(name);
  }

  code(name: string, entry: () => T): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    const code = this.entries.push(entry()) - 1;
    this.#codes.set(name, code);
    return code;
  }
}

/** An offer as numbers. */
interface Row {
  readonly iri: string;
  /** By column. */
  readonly sets: readonly number[];
  readonly prices: readonly {
    readonly component: PriceComponent;
    readonly tariff: number;
    readonly regions: number;
  }[];
  readonly prerequisites: number;
}

export class SegmentBuilder {
  readonly #kinds = new Dictionary<Omit<Stated, "value">>();
  readonly #terms = new Dictionary<{ readonly value: string; readonly kind: number }>();
  readonly #sets = new Dictionary<readonly number[]>();
  readonly #tariffs = new Dictionary<Tariff>();
  readonly #prerequisites = new Dictionary<Offer["prerequisites"]>();
  readonly #rows: Row[] = [];
  readonly #lists = new WeakMap<readonly Stated[], number>();

  constructor() {
    this.#set([]);
  }

  /** Adds an offer; offers may come in any order, each once. */
  add({ iri, stated, prices, prerequisites }: Offer): void {
    this.#rows.push({
      iri,
      sets: COLUMN_KEYS.map((key) => this.#set(stated.get(key) ?? NOTHING)),
      prices: prices.map((component) => ({
        component,
        tariff: this.#tariffs.code(spellTariff(component.tariff), () => component.tariff),
        regions: this.#set(component.regions.map((value) => ({ type: "uri", value }))),
      })),
      prerequisites: this.#prerequisites.code(JSON.stringify(prerequisites), () => prerequisites),
    });
  }

  /** The segment of all offers added, in the order of their IRIs. */
  finish(around: Surroundings): Contents {
    const rows = this.#rows.sort((a, b) => (a.iri < b.iri ? -1 : 1));
    const prices = rows.flatMap((row) => row.prices);
    const columns = COLUMN_KEYS.map((_, index) => rows.map(({ sets }) => sets[index] ?? 0));
    const constants = columns.map(constantOf);
    const prefix = commonPrefix(rows.map(({ iri }) => iri));
    const amounts = prices.map(({ component }) => amountOf(component));
    const texts = [
      ...this.#terms.entries.map(({ value }) => value),
      ...rows.map(({ iri }) => iri.slice(prefix.length)),
    ].map((text) => encoder.encode(text));
    const directory: Directory = {
      offers: rows.length,
      terms: this.#terms.entries.length,
      kinds: this.#kinds.entries,
      prefix,
      columns: constants,
      tariffs: this.#tariffs.entries.map(writeTariff),
      exact: prices.flatMap(({ component: { amount } }, row) =>
        amount && !isSpelt(amount, amounts[row] ?? Number.NaN) ? [[row, fraction(amount)] as const] : [],
      ),
      prerequisites: this.#prerequisites.entries,
      parents: [...around.parents],
      types: [...around.types].filter(([node]) => this.#names(node)),
      regions: [...around.regions],
    };
    const arrays: Record<string, Numbers> = {
      text: concatenated(texts),
      textLengths: narrow(texts.map(({ length }) => length)),
      termKinds: narrow(this.#terms.entries.map(({ kind }) => kind)),
      setLengths: narrow(this.#sets.entries.map(({ length }) => length)),
      setMembers: narrow(this.#sets.entries.flat()),
      priceCounts: narrow(rows.map((row) => row.prices.length)),
      amounts: Float64Array.from(amounts),
      priceTariffs: narrow(prices.map(({ tariff }) => tariff)),
      priceRegions: narrow(prices.map(({ regions }) => regions)),
      ...(this.#prerequisites.entries.length > 1
        ? { prerequisites: narrow(rows.map((row) => row.prerequisites)) }
        : {}),
    };
    for (const [index, column] of columns.entries())
      if (constants[index] === null) arrays[columnName(index)] = narrow(column);
    return { directory, arrays };
  }

  /** Offers of one document share the very lists that they inherit or reach through the same regions. */
  #set(values: readonly Stated[]): number {
    const known = this.#lists.get(values);
    if (known !== undefined) return known;
    const members = values.map((value) => this.#term(value));
    const set = this.#sets.code(members.join(), () => members);
    this.#lists.set(values, set);
    return set;
  }

  #term({ type, value, datatype, inherited }: Stated): number {
    const kind = this.#kinds.code(`${type} ${datatype ?? ""} ${inherited ?? ""}`, () => ({
      type,
      ...(datatype === undefined ? {} : { datatype }),
      ...(inherited ? { inherited } : {}),
    }));
    return this.#terms.code(`${kind} ${value}`, () => ({ value, kind }));
  }

  /** Whether some term is the IRI. */
  #names(iri: string): boolean {
    return this.#kinds.entries.some(({ type }, code) => type === "uri" && this.#terms.has(`${code} ${iri}`));
  }
}

const NOTHING: readonly Stated[] = [];

const encoder = new TextEncoder();

const amountOf = ({ amount }: PriceComponent) => (amount ? toNumber(amount) : Number.NaN);

/** Whether a double, written shortest, is the amount: so it is for all of up to 15 digits. */
function isSpelt(amount: Ratio, double: number): boolean {
  const spelt = parseRatio(String(double));
  return spelt !== undefined && compareRatios(spelt, amount) === 0;
}

const fraction = ({ numerator, denominator }: Ratio): Fraction => `${numerator}/${denominator}`;

function writeTariff({ tier, ...rest }: Tariff): WrittenTariff {
  if (!tier) return rest;
  return { ...rest, tier: { from: fraction(tier.from), ...(tier.to ? { to: fraction(tier.to) } : {}) } };
}

/** The number that a whole column has; null where it has several. An empty column has that of the empty set. */
function constantOf(column: readonly number[]): number | null {
  const [first = 0] = column;
  return column.every((code) => code === first) ? first : null;
}

/** What all of some sorted IRIs begin with, up to a slash. */
function commonPrefix(sorted: readonly string[]): string {
  const [first = "", last = ""] = [sorted[0], sorted.at(-1)];
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, first.lastIndexOf("/", length - 1) + 1);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
