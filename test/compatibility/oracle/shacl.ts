// A condition as the SHACL shape that it looks like, validated by a SHACL engine: a second opinion where SHACL has one.
import { Parser } from "n3";
import { Validator } from "shacl-engine";
import { type NamedNode, type Quad, Store, rdf } from "../../../functions/kernel/graph.ts";
import type { Bound, Condition, Criterion } from "./asked.ts";
import { PREFIXES, VOCABULARY } from "./graphs.ts";

const parse = (turtle: string) => new Parser().parse(turtle);
const published = VOCABULARY.flatMap(parse);
/** What shapes ask of the vocabulary: what is of which kind, and what lies below what. */
const vocabulary = published.filter(({ predicate }) =>
  /#(type|subClassOf|broader|within)$/.test(predicate.value),
);
const mpli = (name: string) => rdf.namedNode(`https://w3id.org/mpli/ns#${name}`);
const INHERITED = published
  .filter(({ predicate }) => predicate.equals(mpli("inheritedFrom")))
  .map(({ subject }) => subject.value);
const NUMBERS = published
  .filter(({ object }) => object.equals(mpli("AsNumber")))
  .map(({ subject }) => subject.value);

/**
 * Whether SHACL has a say. It knows no units, versions, prices or evidence, and takes what is not stated for a no:
 * where everything is asked for positively, conforming means satisfied; under one negation, not conforming means
 * violated; below several it means neither.
 */
export function speaksFor(condition: Condition): "satisfied" | "violated" | undefined {
  if ("not" in condition) return isPositive(condition.not) ? "violated" : undefined;
  return isPositive(condition) ? "satisfied" : undefined;
}

function isPositive(condition: Condition): boolean {
  if ("not" in condition) return false;
  if ("anyOf" in condition) return condition.anyOf.every(isPositive);
  if ("allOf" in condition) return condition.allOf.every(isPositive);
  const { property, detail, comparison, needsEvidence, bounds } = condition;
  const isNumber = comparison === "AsNumber" && property !== mpli("price").value;
  // A published place lies somewhere by the vocabulary, which here stands among the facts.
  if (needsEvidence || detail === mpli("within").value) return false;
  return EQUAL[comparison] ? true : isNumber && bounds.every(({ operator }) => operator in LIMITS);
}

const EQUAL: Readonly<Record<string, (member: string) => string>> = {
  AsText: (member) => `sh:pattern ${JSON.stringify(`^${member.replace(/[^\w\s]/g, "\\$&")}$`)}`,
  AsPlace: (member) => `sh:hasValue <${member}>`,
  AsTerm: (member) =>
    `sh:property [ sh:path ( [ sh:zeroOrMorePath skos:broader ] [ sh:zeroOrMorePath rdfs:subClassOf ] ) ;
      sh:hasValue <${member}> ]`,
};

const LIMITS = {
  atLeast: "sh:minInclusive",
  moreThan: "sh:minExclusive",
  atMost: "sh:maxInclusive",
  lessThan: "sh:maxExclusive",
} as const;

function shapeOf(condition: Condition): string {
  const join = (conditions: readonly Condition[]) => conditions.map(shapeOf).join(" ");
  if ("not" in condition) return `[ sh:not ${shapeOf(condition.not)} ]`;
  if ("anyOf" in condition) return `[ sh:or (${join(condition.anyOf)}) ]`;
  if ("allOf" in condition) return `[ sh:and (${join(condition.allOf)}) ]`;
  const { comparison, bounds, count } = condition;
  const isIri = comparison === "AsPlace" || comparison === "AsTerm";
  const parts = bounds.map((bound) => boundShape(bound, comparison));
  return `[ sh:property [ sh:path ${pathOf(condition)} ; sh:qualifiedMinCount ${count} ;
    sh:qualifiedValueShape [ sh:nodeKind ${isIri ? "sh:IRI" : "sh:Literal"} ; ${parts.join(" ; ")} ] ] ]`;
}

function pathOf({ property, detail }: Criterion): string {
  return detail === undefined ? `<${property}>` : `( <${property}> <${detail}> )`;
}

function boundShape({ operator, members }: Bound, comparison: string): string {
  const shapes = members.map((member) => `[ ${memberShape(operator, member, comparison)} ]`);
  return `sh:and ( [ sh:or (${shapes.join(" ")}) ] )`;
}

function memberShape(operator: Bound["operator"], member: string, comparison: string): string {
  switch (operator) {
    case "matches":
      return `sh:pattern ${JSON.stringify(member)}`;
    case "datatype":
      return `sh:datatype <${member}>`;
    case "kind":
      return `sh:class <${member}>`;
    case "within":
      return `sh:property [ sh:path [ sh:zeroOrMorePath mpli:within ] ; sh:hasValue <${member}> ]`;
    case "atLeast":
    case "moreThan":
    case "atMost":
    case "lessThan":
      return `${LIMITS[operator]} "${member}"^^xsd:decimal`;
    default:
      return EQUAL[comparison]?.(member) ?? "";
  }
}

/** The facts of a manifest beside the vocabulary, those that offers inherit standing on the offers themselves. */
function factsOf(manifest: string): Store {
  const facts = new Store([...parse(manifest), ...vocabulary]);
  for (const { subject: head, object: provider } of facts.getQuads(null, mpli("provider"), null, null))
    for (const offer of facts.getObjects(head, mpli("offer"), null))
      for (const { predicate, object } of facts.getQuads(provider, null, null, null))
        if (INHERITED.includes(predicate.value))
          facts.addQuad(rdf.quad(offer as NamedNode, predicate, object));
  return new Store(facts.getQuads(null, null, null, null).map(withNumber));
}

/** A number is one whatever its datatype, and what is none has no place in the order of numbers. */
function withNumber({ subject, predicate, object }: Quad): Quad {
  if (!NUMBERS.includes(predicate.value) || object.termType !== "Literal")
    return rdf.quad(subject, predicate, object);
  const isNumber = /^-?\d+(\.\d+)?$/.test(object.value);
  const datatype = rdf.namedNode(`http://www.w3.org/2001/XMLSchema#${isNumber ? "decimal" : "string"}`);
  return rdf.quad(subject, predicate, rdf.literal(object.value, datatype));
}

/** For each condition, the offers of a manifest (canonical N-Quads) that do not conform to it as a shape. */
export async function nonConforming(
  conditions: readonly Condition[],
  manifest: string,
): Promise<ReadonlySet<string>[]> {
  const shapes = conditions.map(
    (condition, index) => `<urn:shape:${index}> a sh:NodeShape ; sh:targetObjectsOf mpli:offer ;
      sh:node <urn:condition:${index}> . <urn:condition:${index}> sh:and ( ${shapeOf(condition)} ) .`,
  );
  // The engine looks for narrower classes among the shapes.
  const shapesGraph = new Store([...parse(PREFIXES + shapes.join("\n")), ...vocabulary]);
  const validator = new Validator(shapesGraph, { factory: rdf });
  const { results } = await validator.validate({ dataset: factsOf(manifest) });
  const failed = Map.groupBy(results, ({ shape }) => shape.ptr.term.value);
  return conditions.map(
    (_, index) =>
      new Set((failed.get(`urn:shape:${index}`) ?? []).map(({ focusNode }) => focusNode?.term.value ?? "")),
  );
}
