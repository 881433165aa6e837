// Single settings of a demand (a count, a currency, a weight): read, or refused by name with what was expected.
import { mpli, prefixes, rdf as rdfTerms, sh, xsd } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, objects } from "../../kernel/graph.ts";
import { type Ratio, compareRatios, parseRatio, ratio } from "../../kernel/ratio.ts";
import { type Coded, type Result, ok, refused } from "../../kernel/result.ts";
import { nameOf } from "./names.ts";
import { OPERATORS, OPERATOR_NAMES } from "./operators.ts";
import type { Stated } from "../judge/values.ts";

/** Which part of a demand is being read; goes into its refusals. */
export interface Where {
  readonly component?: string;
  /** The property that a requirement is on. */
  readonly on?: string;
}

export type TermRefusal =
  | (Where & { code: "value-does-not-fit"; term: string; given: string; expected: string })
  | (Where & { code: "several-values"; term: string });

const LONGEST_EVIDENCE = 100;

/** The part of a stranger's text that a refusal repeats. */
export function excerpt(text: string): string {
  return text.slice(0, LONGEST_EVIDENCE);
}

/** A kind of setting: what its value becomes, and how to describe it to someone who got it wrong. */
export interface Kind<T> {
  readonly expected: string;
  /** Gets the lexical form or IRI; undefined when it does not fit. */
  readonly read: (value: string) => T | undefined;
}

export function decimal(expected: string, above: bigint, atMost: bigint, decimals = 30): Kind<Ratio> {
  const read = (value: string) => {
    const number = parseRatio(value);
    const fits =
      number &&
      compareRatios(number, ratio(above)) > 0 &&
      compareRatios(number, ratio(atMost)) <= 0 &&
      10n ** BigInt(decimals) % number.denominator === 0n;
    return fits ? number : undefined;
  };
  return { expected, read };
}

/** A whole number from 1. */
export function wholeNumber(atMost: number): Kind<number> {
  const read = (value: string) =>
    /^[1-9]\d{0,8}$/.test(value) && Number(value) <= atMost ? Number(value) : undefined;
  return { expected: `a whole number from 1 to ${atMost}`, read };
}

/** One of some words, or the term of ours that has it for a name: "month" and `mpli:month`. */
export function word<const W extends string>(words: readonly W[]): Kind<W> {
  const read = (value: string) => words.find((each) => value === each || value === prefixes.mpli + each);
  return { expected: `one of ${words.join(", ")}`, read };
}

/** The single value of `predicate` on `node`, or undefined where it has none; `term` is its name in JSON. */
export function readTerm<T>(
  graph: Store,
  node: Term,
  [term, predicate]: readonly [term: string, predicate: NamedNode],
  kind: Kind<T>,
  where: Where,
): Result<T | undefined, TermRefusal> {
  const [value, ...others] = objects(graph, node, predicate);
  if (others.length > 0) return refused({ code: "several-values", ...where, term });
  if (value === undefined) return ok(undefined);
  const read = kind.read(value.value);
  if (read !== undefined) return ok(read);
  return refused({
    code: "value-does-not-fit",
    ...where,
    term,
    given: excerpt(value.value),
    expected: kind.expected,
  });
}

/** Terms whose key in a demand's JSON is not the name of a property of offers. */
const KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    on: sh.path,
    ...Object.fromEntries(OPERATOR_NAMES.map((name) => [name, OPERATORS[name].predicate])),
    having: sh.qualifiedValueShape,
    atLeastCount: sh.qualifiedMinCount,
    anyOf: sh.or,
    allOf: sh.and,
    not: sh.not,
    evidence: mpli.minimumEvidence,
    absent: mpli.absent,
    per: mpli.per,
    weight: mpli.weight,
    latency: mpli.latency,
  }).map(([key, { value }]) => [value, key]),
);

/** The first term of a node that is none of `known`, by its name. */
export function strayTerm(graph: Store, node: Term, known: readonly NamedNode[]): string | undefined {
  return graph
    .getPredicates(node, null, null)
    .filter((used) => !used.equals(rdfTerms.type) && !known.some((one) => one.equals(used)))
    .map(({ value }) => KEYS.get(value) ?? excerpt(nameOf(value)))
    .sort()[0];
}

/** Reads every item, or refuses with the first that is refused. */
export function readAll<T, U, R extends Coded>(
  items: Iterable<T>,
  read: (item: T) => Result<U, R>,
): Result<U[], R> {
  const values: U[] = [];
  for (const item of items) {
    const result = read(item);
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

/** A term of the demand's graph in the form in which values are compared. */
export function stated(term: Term): Stated {
  if (term.termType !== "Literal")
    return { type: term.termType === "NamedNode" ? "uri" : "bnode", value: term.value };
  const { value, datatype } = term;
  // JSON-LD spells the number 0.5 as the double "5.0E-1"; a report that repeats it should read 0.5.
  const isDouble = datatype.equals(xsd.double) && Number.isFinite(Number(value));
  return { type: "literal", value: isDouble ? String(Number(value)) : value, datatype: datatype.value };
}
