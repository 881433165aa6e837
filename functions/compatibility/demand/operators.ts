// The ways a requirement can bound a value: one row an operator, with its SHACL property and what it may be asked of.
import { type Comparison, mpli, sh } from "../../kernel/generated/vocabulary.ts";
import type { Reason } from "../judge/reasons.ts";
import type { Standing } from "../judge/values.ts";

const ORDERED = ["quantity", "number", "version"] as const;
const EQUAL = [...ORDERED, "text", "boolean", "place", "term"] as const;

interface OperatorRow {
  /** The property that carries it in the graph. */
  readonly predicate: { readonly value: string };
  /** In sentences. */
  readonly words: string;
  /** Kinds of comparison that it makes sense for. */
  readonly suits: readonly Comparison[];
}

/** By the name that it has in a demand's JSON. */
export const OPERATORS = {
  is: { predicate: sh.hasValue, words: "", suits: EQUAL },
  isOneOf: { predicate: sh.in, words: "one of", suits: EQUAL },
  atLeast: { predicate: sh.minInclusive, words: "at least", suits: ORDERED },
  moreThan: { predicate: sh.minExclusive, words: "more than", suits: ORDERED },
  atMost: { predicate: sh.maxInclusive, words: "at most", suits: ORDERED },
  lessThan: { predicate: sh.maxExclusive, words: "less than", suits: ORDERED },
  within: { predicate: mpli.within, words: "within", suits: ["place"] },
  matches: { predicate: sh.pattern, words: "matching", suits: ["text"] },
  datatype: {
    predicate: sh.datatype,
    words: "of datatype",
    suits: ["quantity", "number", "version", "text", "boolean"],
  },
  kind: { predicate: sh.class, words: "of class", suits: ["place", "term"] },
} as const satisfies Record<string, OperatorRow>;

export type Operator = keyof typeof OPERATORS;
export type ComparingOperator = Exclude<Operator, "isOneOf" | "within" | "matches" | "datatype" | "kind">;

export const OPERATOR_NAMES = Object.keys(OPERATORS) as Operator[];

export function suits(operator: Operator, comparison: Comparison): boolean {
  const row: OperatorRow = OPERATORS[operator];
  return row.suits.includes(comparison);
}

const NO_ORDER = { different: "not-equal", incomparable: "incomparable-unit" } as const;
const LOW = { ...NO_ORDER, below: "below-minimum", above: "met", wider: "too-coarse" } as const;
const HIGH = { ...NO_ORDER, below: "met", above: "above-maximum", wider: "too-coarse" } as const;

/**
 * What each operator answers to each standing. A bound on a version names a line: 16.4 is at most "16", and not more
 * than it. "wider-from-start" is the statement "16" against the bound "16.0": all of it is at least that.
 */
export const ANSWERS: Readonly<Record<ComparingOperator, Readonly<Record<Standing, Reason>>>> = {
  is: {
    ...NO_ORDER,
    below: "not-equal",
    within: "met",
    above: "not-equal",
    wider: "too-coarse",
    "wider-from-start": "too-coarse",
  },
  atLeast: { ...LOW, within: "met", "wider-from-start": "met" },
  moreThan: { ...LOW, within: "below-minimum", "wider-from-start": "too-coarse" },
  atMost: { ...HIGH, within: "met", "wider-from-start": "too-coarse" },
  lessThan: { ...HIGH, within: "above-maximum", "wider-from-start": "above-maximum" },
};
