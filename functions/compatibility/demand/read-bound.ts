// The bounds of a requirement, typed by the property that they are on: "32 GiBy" becomes a quantity, "EU" a place.
import { type Property, classes, prefixes } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, list } from "../../kernel/graph.ts";
import { isKnownPlace } from "../../kernel/place.ts";
import { parseUnit } from "../../kernel/quantity.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Bound } from "./demand.ts";
import { nameOf, vocabularyOf } from "./names.ts";
import { type Operator, suits } from "./operators.ts";
import { type PatternRefusal, compilePattern } from "./pattern.ts";
import { type TermRefusal, type Where, excerpt, readAll, stated } from "./read-term.ts";
import { type Stated, type Value, readValue } from "../judge/values.ts";

export type BoundRefusal =
  | TermRefusal
  | (Where & { code: "operator-does-not-fit"; term: string })
  | (Where & { code: "too-many-values"; term: string; limit: number })
  | (Where & PatternRefusal);

/** Most values in `isOneOf` or `within`. */
const MAX_VALUES = 256;

/** What a relative IRI in a demand resolves against: a demand has no address, so nothing under this is a name. */
export const DEMAND_BASE = "https://demand.invalid/";

export interface ReadBound {
  readonly bound: Bound;
  /** As written, for the report. */
  readonly written: string | readonly string[];
}

interface BoundedProperty extends Property {
  readonly iri: string;
}

/** Reads the values of one operator of a requirement; `terms` are the objects of its predicate, at least one. */
export function readBound(
  graph: Store,
  operator: Operator,
  terms: readonly Term[],
  property: BoundedProperty,
  where: Where,
): Result<ReadBound, BoundRefusal> {
  if (!suits(operator, property.comparison))
    return refused({ code: "operator-does-not-fit", ...where, term: operator });
  const [first, ...others] = terms;
  if (!first || (others.length > 0 && operator !== "within"))
    return refused({ code: "several-values", ...where, term: operator });
  const members = operator === "isOneOf" ? list(graph, first) : terms;
  if (!members || members.length === 0)
    return refused(misfit(where, operator, first.value, "a list of at least one value"));
  if (members.length > MAX_VALUES)
    return refused({ code: "too-many-values", ...where, term: operator, limit: MAX_VALUES });
  if (operator === "matches") return readPattern(first, where);
  if (operator === "datatype" || operator === "kind") return readName(operator, first, where);
  const values = readAll(members, (term) => readMember(stated(term), operator, property, where));
  return values.ok ? ok(assemble(operator, values.value)) : values;
}

interface Member {
  readonly value: Value;
  readonly written: string;
}

/** The names that XML Schema has for datatypes of literals (RDF 1.1 Concepts §5.1). */
const XSD_NAMES =
  /^(string|boolean|decimal|integer|double|float|date|time|dateTime|dateTimeStamp|g(Year|Month|Day|YearMonth|MonthDay)|duration|yearMonthDuration|dayTimeDuration|byte|short|int|long|unsigned(Byte|Short|Int|Long)|(positive|nonNegative|negative|nonPositive)Integer|hexBinary|base64Binary|anyURI|language|normalizedString|token|NMTOKEN|Name|NCName)$/;

/** Whether an IRI is of a vocabulary that is known here, and yet not in it: a slip that would violate every offer. */
function isMisspelt(operator: "datatype" | "kind", iri: string): boolean {
  const [ours, xml] = [prefixes["mpli"] ?? "", prefixes["xsd"] ?? ""];
  if (operator === "kind") return iri.startsWith(ours) && !Object.hasOwn(classes, iri);
  return iri.startsWith(xml) && !XSD_NAMES.test(iri.slice(xml.length));
}

/** The IRI of a datatype, or of a class. */
function readName(operator: "datatype" | "kind", term: Term, where: Where): Result<ReadBound, BoundRefusal> {
  const { value: iri, termType } = term;
  if (termType !== "NamedNode" || iri.startsWith(DEMAND_BASE) || isMisspelt(operator, iri))
    return refused(
      misfit(where, operator, iri, `the name of a ${operator === "kind" ? "class" : "datatype"}, or an IRI`),
    );
  const bound: Bound = operator === "kind" ? { operator, class: iri } : { operator, datatype: iri };
  return ok({ bound, written: nameOf(iri) });
}

function assemble(
  operator: Exclude<Operator, "matches" | "datatype" | "kind">,
  given: readonly Member[],
): ReadBound {
  const members = given.toSorted((a, b) => (a.written < b.written ? -1 : 1));
  const written = members.map((member) => member.written);
  const values = members.map(({ value }) => value);
  switch (operator) {
    case "isOneOf":
      return { bound: { operator, values }, written };
    case "within":
      return {
        bound: { operator, areas: values.flatMap((value) => (value.kind === "token" ? [value.token] : [])) },
        written,
      };
    default:
      return { bound: { operator, value: values[0] as Value }, written: written[0] ?? "" };
  }
}

function readPattern(term: Term, where: Where): Result<ReadBound, BoundRefusal> {
  const pattern = compilePattern(term.value);
  if (!pattern.ok) return refused({ ...pattern.refusal, ...where });
  return ok({ bound: { operator: "matches", pattern: pattern.value }, written: term.value });
}

function readMember(
  given: Stated,
  operator: Operator,
  property: BoundedProperty,
  where: Where,
): Result<Member, TermRefusal> {
  const { comparison } = property;
  const named = comparison === "place" || comparison === "term" ? resolve(given, property) : given;
  const value = named && readValue(named, comparison);
  if (!named || !value || !hasDimensionOf(value, property))
    return refused(misfit(where, operator, given.value, expectationOf(property)));
  return ok({ value, written: named.type === "uri" ? nameOf(named.value) : named.value });
}

function misfit(where: Where, term: string, given: string, expected: string) {
  return {
    code: "value-does-not-fit",
    ...where,
    term,
    given: excerpt(given.replace(DEMAND_BASE, "")),
    expected,
  } as const;
}

function hasDimensionOf(value: Value, { unit }: Property): boolean {
  return (
    value.kind !== "quantity" || unit === undefined || value.quantity.dimension === parseUnit(unit)?.dimension
  );
}

const ABSOLUTE_IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|^`\\]+$/i;

/** The IRI that a name or an IRI stands for; undefined when it is of ours and does not exist, or is relative. */
function resolve(given: Stated, property: BoundedProperty): Stated | undefined {
  const names = vocabularyOf(property.iri);
  const iri = given.type === "literal" ? (names.get(given.value) ?? given.value) : given.value;
  if (given.type === "bnode" || !ABSOLUTE_IRI.test(iri) || iri.startsWith(DEMAND_BASE)) return undefined;
  const isOurs = iri.startsWith(prefixes.place ?? "") || iri.startsWith(prefixes.mpli ?? "");
  return isOurs && !isKnownPlace(iri) && ![...names.values()].includes(iri)
    ? undefined
    : { type: "uri", value: iri };
}

function expectationOf(property: BoundedProperty): string {
  switch (property.comparison) {
    case "quantity":
      return `a quantity such as "16 ${property.unit === "By" ? "GiBy" : (property.unit ?? "By")}"`;
    case "number":
      return "a number";
    case "version":
      return 'a version in quotes, such as "1.30"';
    case "place":
      return 'a country or area such as "DE" or "EU", or the IRI of a region';
    case "term":
      return (
        [...vocabularyOf(property.iri).keys()].map((name) => `a name such as "${name}", or an IRI`)[0] ??
        "an IRI"
      );
    case "boolean":
      return "true or false";
    case "text":
      return "a text";
  }
}
