// What a segment is made of: a dictionary of terms, sets of them, a column of sets for each path, and price lists.
import { sha256Hex } from "../../kernel/digest.ts";
import { keyOf } from "../demand/path.ts";
import type { Tariff } from "../demand/meters.ts";
import type { Prerequisite } from "../judge/obstacles.ts";
import type { RegionFacts } from "../judge/surroundings.ts";
import type { Stated } from "../judge/values.ts";
import { PATHS } from "../market/paths.ts";
import type { Codes } from "./container.ts";

/** Changes whenever the same documents would compile to something else. */
const COMPILER = 2;

/** Names this layout, the list of columns and the rules of compiling: a segment of another name is not read. */
export const FORMAT = sha256Hex(JSON.stringify([COMPILER, PATHS])).slice(0, 16);

/** Under which a store keeps the segment of a manifest. */
export function segmentKey(manifest: string): string {
  return `segment/${FORMAT}/${manifest}`;
}

/** Keys of the columns, in the order of `Directory.columns`. */
export const COLUMN_KEYS = PATHS.map(keyOf);

/** Number of the set without members: what an offer has that states nothing. */
export const EMPTY_SET = 0;

/** What terms have besides their value. */
export type TermKind = Omit<Stated, "value">;

/** An amount as a fraction, `numerator/denominator`. */
export type Fraction = string;

export interface WrittenTariff extends Omit<Tariff, "tier"> {
  readonly tier?: { readonly from: Fraction; readonly to?: Fraction };
}

export interface Directory {
  readonly offers: number;
  readonly terms: number;
  readonly kinds: readonly TermKind[];
  /** What the IRIs of all offers begin with. */
  readonly prefix: string;
  /** By column, the number of a set that all offers have; null for a column that is an array. */
  readonly columns: readonly (number | null)[];
  readonly tariffs: readonly WrittenTariff[];
  /** Amounts that the doubles in `amounts`, written shortest, do not spell; by row of the price lists. */
  readonly exact: readonly (readonly [row: number, amount: Fraction])[];
  /** Each list that some offer has; the first is that of all offers where `prerequisites` has no array. */
  readonly prerequisites: readonly (readonly Prerequisite[])[];
  readonly parents: readonly (readonly [place: string, areas: readonly string[]])[];
  readonly types: readonly (readonly [node: string, classes: readonly string[]])[];
  readonly regions: readonly (readonly [region: string, facts: RegionFacts])[];
}

/** The arrays of a segment by name; those of columns are `column0`, `column1` and so on. */
export interface Arrays {
  /** UTF-8 of all terms' values, then of the offers' IRIs without their prefix. */
  readonly text: Uint8Array;
  /** Bytes of each. */
  readonly textLengths: Codes;
  /** By term. */
  readonly termKinds: Codes;
  readonly setLengths: Codes;
  /** Terms of the sets, one set after the other. */
  readonly setMembers: Codes;
  /** By offer, the length of its price list. */
  readonly priceCounts: Codes;
  /** By row of the price lists; NaN where the amount cannot be read. */
  readonly amounts: Float64Array;
  readonly priceTariffs: Codes;
  /** Sets of the regions that the rows hold for. */
  readonly priceRegions: Codes;
  /** By offer. */
  readonly prerequisites?: Codes;
}

export const columnName = (index: number) => `column${index}`;
