// What a demand asks, read straight from its graph: terms as they stand, typed by the vocabulary's own statements.
import { type Store, type Term, list, objects, rdf } from "../../../functions/kernel/graph.ts";
import { type Ratio, divide, parseRatio, ratio } from "../../../functions/kernel/ratio.ts";
import { UNITS } from "./units.ts";
import { describe, nameToIri } from "./vocabulary.ts";

const MPLI = "https://w3id.org/mpli/ns#";
const SH = "http://www.w3.org/ns/shacl#";
const SCHEMA = "http://schema.org/";

export type Operator = keyof typeof OPERATORS;
const OPERATORS = {
  is: `${SH}hasValue`,
  isOneOf: `${SH}in`,
  atLeast: `${SH}minInclusive`,
  moreThan: `${SH}minExclusive`,
  atMost: `${SH}maxInclusive`,
  lessThan: `${SH}maxExclusive`,
  within: `${MPLI}within`,
  matches: `${SH}pattern`,
  datatype: `${SH}datatype`,
  kind: `${SH}class`,
} as const;

/** One operator and its values, of which one is enough: an IRI, or the lexical form of a literal. */
export interface Bound {
  readonly operator: Operator;
  readonly members: readonly string[];
}

export interface Criterion {
  readonly property: string;
  /** The property of the value's node that is compared. */
  readonly detail?: string;
  /** The local name of the vocabulary's mpli:comparison. */
  readonly comparison: string;
  readonly isInherited: boolean;
  readonly bounds: readonly Bound[];
  readonly count: number;
  readonly absent: "unknown" | "violated";
  /** Whether a statement alone is too little. */
  readonly needsEvidence: boolean;
  readonly per: string;
}

export type Condition =
  | { readonly not: Condition }
  | { readonly anyOf: readonly Condition[] }
  | { readonly allOf: readonly Condition[] }
  | Criterion;

export interface Weighed {
  readonly condition: Condition;
  readonly weight: Ratio;
}

export interface Component {
  readonly name: string;
  readonly serviceClass: string;
  readonly hoursPerMonth: Ratio;
  /** Bytes held, bytes sent in a month, requests in a month. */
  readonly storage?: Ratio;
  readonly outboundTraffic?: Ratio;
  readonly requestsPerMonth?: Ratio;
  readonly must: readonly Weighed[];
  readonly should: readonly Weighed[];
}

export interface Asked {
  readonly currency?: string;
  readonly presents: readonly string[];
  readonly accepts: readonly string[];
  readonly country?: string;
  readonly near?: Point;
  readonly prefer: readonly Preference[];
  readonly components: readonly Component[];
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Preference {
  readonly criterion: string;
  readonly weight?: Ratio;
}

const iri = (value: string) => rdf.namedNode(value);
const all = (graph: Store, node: Term, property: string) => objects(graph, node, iri(property));
const only = (graph: Store, node: Term, property: string) => all(graph, node, property)[0];

/** Reads the demand of a graph that the door has let in. */
export function readAsked(graph: Store): Asked {
  const demand = graph.getSubjects(null, iri(`${MPLI}Demand`), null)[0] as Term;
  const texts = (property: string) => all(graph, demand, property).map(({ value }) => value);
  const currency = only(graph, demand, `${SCHEMA}priceCurrency`)?.value;
  const customer = only(graph, demand, `${MPLI}customer`);
  const country = customer && only(graph, customer, `${MPLI}country`)?.value;
  const near = only(graph, demand, `${MPLI}near`);
  const degrees = (name: string) => Number(near && only(graph, near, `${SCHEMA}${name}`)?.value);
  return {
    ...(near ? { near: { latitude: degrees("latitude"), longitude: degrees("longitude") } } : {}),
    prefer: readPreferences(graph, only(graph, demand, `${MPLI}prefer`)),
    ...(currency === undefined ? {} : { currency }),
    ...(country === undefined ? {} : { country: nameToIri(country, "AsPlace") }),
    presents: texts(`${MPLI}presents`),
    accepts: texts(`${MPLI}accepts`),
    components: all(graph, demand, `${MPLI}component`).map((node) => readComponent(graph, node)),
  };
}

function readPreferences(graph: Store, head: Term | undefined): Preference[] {
  return ((head && list(graph, head)) ?? []).map((member) => {
    const criterion = only(graph, member, `${MPLI}criterion`)?.value ?? member.value;
    const weight = decimal(only(graph, member, `${MPLI}weight`));
    return { criterion, ...(weight ? { weight } : {}) };
  });
}

function readComponent(graph: Store, node: Term): Component {
  const weighed = (property: string) =>
    all(graph, node, property).map((requirement) => ({
      condition: readCondition(graph, requirement),
      weight: decimal(only(graph, requirement, `${MPLI}weight`)) ?? ratio(1n),
    }));
  const usage = only(graph, node, `${MPLI}usage`);
  const used = (name: string) => usage && only(graph, usage, `${MPLI}${name}`);
  const [storage, traffic, requests] = [
    amount(used("storage"), ratio(8n)),
    amount(used("outboundTraffic"), ratio(96n)),
    decimal(used("requestsPerMonth")),
  ];
  return {
    name: only(graph, node, `${SCHEMA}name`)?.value ?? "service",
    serviceClass: only(graph, node, `${MPLI}serviceClass`)?.value ?? "",
    hoursPerMonth: decimal(used("hoursPerMonth")) ?? ratio(730n),
    ...(storage ? { storage } : {}),
    ...(traffic ? { outboundTraffic: traffic } : {}),
    ...(requests ? { requestsPerMonth: requests } : {}),
    must: weighed(`${MPLI}must`),
    should: weighed(`${MPLI}should`),
  };
}

const decimal = (term: Term | undefined) => (term ? parseRatio(plain(term)) : undefined);

/** A quantity, divided by what the table's base unit is per. */
function amount(term: Term | undefined, per: Ratio): Ratio | undefined {
  const scaled = term && scale(term.value);
  return scaled && divide(scaled, per);
}

/** "2 GiBy" in the base unit of its dimension. */
export function scale(quantity: string): Ratio | undefined {
  const [number = "", code = ""] = quantity.split(" ");
  const [value, unit] = [parseRatio(number), UNITS.get(code)];
  return value && unit ? divide(value, divide(ratio(1n), ratio(BigInt(unit.size)))) : undefined;
}

function readCondition(graph: Store, node: Term): Condition {
  const members = (property: string) => {
    const head = only(graph, node, property);
    return head ? (list(graph, head) ?? []).map((member) => readCondition(graph, member)) : undefined;
  };
  const [anyOf, allOf, not] = [members(`${SH}or`), members(`${SH}and`), only(graph, node, `${SH}not`)];
  if (anyOf) return { anyOf };
  if (allOf) return { allOf };
  return not ? { not: readCondition(graph, not) } : readCriterion(graph, node);
}

function readCriterion(graph: Store, node: Term): Criterion {
  const path = only(graph, node, `${SH}path`) as Term;
  const steps = list(graph, path) ?? [path];
  const [property = "", second] = steps.map(({ value }) => value);
  // Every place that a place lies in, itself included: `is` at the end of that is what `within` asks of the place.
  const isUpward = steps[1]?.termType === "BlankNode";
  const vocabulary = describe(property);
  const detail = isUpward ? undefined : (second ?? vocabulary.comparedBy);
  const comparison = second !== undefined && !isUpward ? describe(second).comparison : vocabulary.comparison;
  const having = only(graph, node, `${SH}qualifiedValueShape`);
  const party = only(graph, node, `${MPLI}minimumEvidence`);
  const isAsserted = party === undefined || saysAsserted(graph, party);
  const absent = only(graph, node, `${MPLI}absent`)?.value;
  return {
    property,
    ...(detail === undefined ? {} : { detail }),
    comparison,
    isInherited: vocabulary.isInherited,
    bounds: readBounds(graph, having ?? node, comparison, isUpward),
    count: Number(only(graph, node, `${SH}qualifiedMinCount`)?.value ?? 1),
    absent: absent === "violated" || (absent === undefined && vocabulary.isClosed) ? "violated" : "unknown",
    needsEvidence: !isAsserted,
    per: (only(graph, node, `${MPLI}per`)?.value ?? "month").replace(MPLI, ""),
  };
}

function saysAsserted(graph: Store, evidence: Term): boolean {
  if (evidence.termType !== "BlankNode") return evidence.value.replace(MPLI, "") === "asserted";
  const party = only(graph, evidence, `${MPLI}party`)?.value;
  return party === "asserted";
}

function readBounds(graph: Store, node: Term, comparison: string, isUpward: boolean): Bound[] {
  return (Object.keys(OPERATORS) as Operator[]).flatMap((operator) => {
    const terms = all(graph, node, OPERATORS[operator]);
    const [first] = terms;
    if (!first) return [];
    const members = operator === "isOneOf" ? (list(graph, first) ?? []) : terms;
    const isName = operator === "datatype" || operator === "kind";
    return [
      {
        operator: isUpward ? ("within" as const) : operator,
        members: members.map((term) => (isName ? term.value : nameToIri(plain(term), comparison))),
      },
    ];
  });
}

/** A number in JSON arrives as a double; it means what was written. */
function plain(term: Term): string {
  const isDouble = term.termType === "Literal" && term.datatype.value.endsWith("#double");
  return isDouble ? String(Number(term.value)) : term.value;
}
