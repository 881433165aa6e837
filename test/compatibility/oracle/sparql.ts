// The meaning of one criterion as one SPARQL query over all offers of a manifest: obvious rather than fast.
import { type Bound, type Criterion, type Operator, scale } from "./asked.ts";
import type { Graphs, Row, Term } from "./graphs.ts";
import { type Outcome, all, someOf } from "./logic.ts";
import { UNITS, UNIT_VALUES } from "./units.ts";
import { type VersionOperator, judgeVersion } from "./versions.ts";

/** A stated value, and what became of it. */
export interface JudgedValue {
  readonly value: Term;
  readonly outcome: Outcome;
}

/** The values that each offer states for a criterion, its provider's included, with the outcome of each. */
export function judgeValues(
  graphs: Graphs,
  criterion: Criterion,
): ReadonlyMap<string, readonly JudgedValue[]> {
  const { property, detail, isInherited } = criterion;
  const path = detail === undefined ? `<${property}>` : `<${property}>/<${detail}>`;
  const inherited = isInherited ? ` UNION { ?manifest mpli:provider/${path} ?value }` : "";
  return judge(graphs, criterion, `?manifest mpli:offer ?offer . { ?offer ${path} ?value }${inherited}`);
}

/** The same for each region that an offer names, in its own statements or in its prices. */
export function judgeRegions(
  graphs: Graphs,
  criterion: Criterion,
): ReadonlyMap<string, readonly JudgedValue[]> {
  return judge(
    graphs,
    criterion,
    "?manifest mpli:offer ?offer . ?offer mpli:region|(mpli:price/mpli:appliesIn) ?value",
  );
}

function judge(
  graphs: Graphs,
  { bounds, comparison, needsEvidence }: Criterion,
  pattern: string,
): ReadonlyMap<string, readonly JudgedValue[]> {
  const kind = KINDS[comparison];
  if (!kind) throw new Error(`no way to compare ${comparison}`);
  const columns = bounds.flatMap(({ operator, members }, index) =>
    members.map((member, at) => `BIND(${answer(kind, operator, member)} AS ?b${index}_${at})`),
  );
  // Each value is judged once, and then goes to all offers that state it.
  const rows = graphs.select(`SELECT * WHERE {
  {
    SELECT DISTINCT * WHERE {
      { SELECT DISTINCT ?value WHERE { GRAPH <urn:manifest> { ${pattern} } } }
      ${kind.bindings ?? ""}
      BIND(COALESCE(${kind.isReadable}, false) AS ?readable)
      ${columns.join("\n      ")}
    }
  }
  { SELECT DISTINCT ?offer ?value WHERE { GRAPH <urn:manifest> { ${pattern} } } }
}`);
  const judged = new Map<string, JudgedValue[]>();
  for (const row of rows) {
    const outcome = all(bounds.map((bound, index) => boundOutcome(row, bound, index)));
    const value = row.value as Term;
    const offer = row.offer?.value ?? "";
    judged.set(offer, [
      ...(judged.get(offer) ?? []),
      { value, outcome: needsEvidence && outcome === "satisfied" ? "unknown" : outcome },
    ]);
  }
  return judged;
}

/** "MUST judge one value against the members of isOneOf, or several areas of within, by the table of alternatives." */
function boundOutcome(row: Row, { operator, members }: Bound, index: number): Outcome {
  return someOf(
    members.map((member, at) => {
      const said = row[`b${index}_${at}`]?.value as Outcome | "compare versions" | undefined;
      if (said !== "compare versions") return said ?? "unknown";
      const versionOperator = operator === "isOneOf" ? "is" : (operator as VersionOperator);
      return judgeVersion(row.value?.value ?? "", versionOperator, member);
    }),
  );
}

interface Kind {
  /** Patterns that prepare the value. */
  readonly bindings?: string;
  /** Whether the value is of the kind that the vocabulary says. */
  readonly isReadable: string;
  /** Whether the value meets an operator with a member. */
  readonly meets: (operator: Operator, member: string) => string;
}

const SIGNS = { is: "=", isOneOf: "=", atLeast: ">=", moreThan: ">", atMost: "<=", lessThan: "<" } as const;
const sign = (operator: Operator) => (operator in SIGNS ? SIGNS[operator as keyof typeof SIGNS] : "=");
const text = (value: string) => JSON.stringify(value);

const KINDS: Readonly<Record<string, Kind>> = {
  AsText: { isReadable: "isLiteral(?value)", meets: (_, member) => `STR(?value) = ${text(member)}` },
  AsBoolean: {
    isReadable: 'isLiteral(?value) && STR(?value) IN ("true", "false", "1", "0")',
    meets: (_, member) => `xsd:boolean(STR(?value)) = ${member === "true" || member === "1"}`,
  },
  AsNumber: {
    bindings: `BIND(IF(isLiteral(?value),
      COALESCE(xsd:decimal(STR(?value)), xsd:decimal(xsd:double(STR(?value)))), ?none) AS ?number)`,
    isReadable: "BOUND(?number)",
    meets: (operator, member) => `?number ${sign(operator)} xsd:decimal("${member}")`,
  },
  AsQuantity: {
    // A number alone is a quantity, too: one without a dimension.
    bindings: `BIND(IF(isLiteral(?value), CONCAT(STR(?value), IF(CONTAINS(STR(?value), " "), "", " 1")), "") AS ?written)
  BIND(STRAFTER(?written, " ") AS ?unit)
  OPTIONAL { ${UNIT_VALUES} }
  BIND(xsd:decimal(STRBEFORE(?written, " ")) * ?size AS ?amount)`,
    isReadable: "BOUND(?amount)",
    meets: (operator, member) => {
      const [scaled, unit] = [scale(member), UNITS.get(member.split(" ")[1] ?? "")];
      if (!scaled || !unit) throw new Error(`not in the table of units: ${member}`);
      return `IF(?dimension = "${unit.dimension}", ?amount * ${scaled.denominator}.0 ${sign(operator)} ${scaled.numerator}.0, ?none)`;
    },
  },
  AsVersion: {
    // The number 1.30 of JSON is 1.3 by the time it arrives: a decimal is no version.
    isReadable: "isLiteral(?value) && !(DATATYPE(?value) IN (xsd:decimal, xsd:double, xsd:float))",
    meets: () => '"compare versions"',
  },
  AsPlace: { isReadable: "isIRI(?value)", meets: (_, member) => `?value = <${member}>` },
  AsTerm: {
    isReadable: "isIRI(?value)",
    meets: (_, member) => `(?value = <${member}> || EXISTS { GRAPH <urn:vocabulary> {
      ?value (rdfs:subClassOf|skos:broader)+ <${member}> } })`,
  },
};

function answer(kind: Kind, operator: Operator, member: string): string {
  const said = saidBy(kind, operator, member);
  return `COALESCE(IF(?readable, ${said}, "unknown"), "unknown")`;
}

function saidBy(kind: Kind, operator: Operator, member: string): string {
  switch (operator) {
    case "matches":
      return decide(`REGEX(STR(?value), ${text(member)})`);
    case "datatype":
      return decide(`DATATYPE(?value) = <${member}>`);
    case "kind":
      return `IF(EXISTS { ?value a/rdfs:subClassOf* <${member}> }, "satisfied",
      IF(EXISTS { ?value a ?any }, "violated", "unknown"))`;
    case "within":
      return lies("?value", `<${member}>`);
    default:
      return kind === KINDS.AsVersion ? kind.meets(operator, member) : decide(kind.meets(operator, member));
  }
}

const decide = (isMet: string) => `IF(${isMet}, "satisfied", "violated")`;

/** The five rows of the table of places. */
export const lies = (place: string, area: string) => `
    IF(${place} = ${area} || EXISTS { ${place} mpli:within+ ${area} }, "satisfied",
    IF(EXISTS { ${area} mpli:within+ ${place} }, "unknown",
    IF(${isInACountry(place)}, "violated", "unknown")))`;

/** "A country is a place of the vocabulary in which no other place of the vocabulary lies." */
const isInACountry = (place: string) => `EXISTS {
      ${place} mpli:within* ?country .
      GRAPH <urn:vocabulary> { ?country a/rdfs:subClassOf* mpli:Place }
      FILTER NOT EXISTS { GRAPH <urn:vocabulary> { ?inside mpli:within ?country } }
    }`;
