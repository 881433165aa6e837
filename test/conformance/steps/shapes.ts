// The published shapes of a manifest, and what a graph has against them: as much of SHACL Core as the shapes use.
import { readFileSync } from "node:fs";
import { DataFactory, type Term } from "n3";
import { Graph, iri, parseGraph } from "../graph.ts";
import { resource } from "../resources.ts";

const SH = "http://www.w3.org/ns/shacl#";
const XSD = "http://www.w3.org/2001/XMLSchema#";

/** How a literal of these types must be written; a literal that is not is of no type (SHACL §4.1.2). */
const FORMS: Readonly<Record<string, RegExp>> = {
  [`${XSD}integer`]: /^[+-]?\d+$/,
  [`${XSD}decimal`]: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  [`${XSD}boolean`]: /^(true|false|1|0)$/,
};
const KINDS: Readonly<Record<string, readonly string[]>> = {
  IRI: ["NamedNode"],
  Literal: ["Literal"],
  BlankNodeOrIRI: ["BlankNode", "NamedNode"],
};

/** Whether one value keeps one constraint. */
const ON_VALUES: Readonly<Record<string, (value: Term, bound: Term, shapes: Graph) => boolean>> = {
  datatype: (value, { value: type }) =>
    value.termType === "Literal" && value.datatype.value === type && (FORMS[type]?.test(value.value) ?? true),
  nodeKind: ({ termType }, { value: kind }) => (KINDS[kind.slice(SH.length)] ?? []).includes(termType),
  pattern: ({ termType, value }, bound) =>
    termType !== "BlankNode" && new RegExp(bound.value, "u").test(value),
  minLength: ({ termType, value }, bound) =>
    termType !== "BlankNode" && [...value].length >= Number(bound.value),
  minInclusive: ({ value }, bound) => Number(value) >= Number(bound.value),
  maxInclusive: ({ value }, bound) => Number(value) <= Number(bound.value),
  in: (value, list, shapes) => listOf(shapes, list).some((member) => member.equals(value)),
};
/** Whether the number of values keeps a constraint. */
const ON_NUMBERS: Readonly<Record<string, (count: number, bound: number) => boolean>> = {
  minCount: (count, bound) => count >= bound,
  maxCount: (count, bound) => count <= bound,
};
const TARGETS = ["targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf"];
const ELSEWHERE = new Set([...TARGETS, "property", "path", "message"]);

let read: Promise<Graph> | undefined;

/** The shapes of a manifest and of its pages, as a graph. */
function manifestShapes(): Promise<Graph> {
  const text = () => readFileSync(resource("schemas/shapes/manifest.ttl"), "utf8");
  read ??= parseGraph(text(), "text/turtle", "https://w3id.org/mpli/shapes");
  return read;
}

/** Properties whose values the shapes want in this datatype. */
export async function propertiesOfType(datatype: string): Promise<string[]> {
  const shapes = await manifestShapes();
  const found = shapes
    .subjects(`${SH}datatype`, datatype)
    .flatMap((shape) => shapes.values(shape, `${SH}path`));
  return [...new Set(found)];
}

/** What is wrong, a sentence each; nothing where the default graph conforms. */
export async function violationsOf(graph: Graph): Promise<string[]> {
  const shapes = await manifestShapes();
  const stated = new Graph(graph.store.getQuads(null, null, null, DataFactory.defaultGraph()));
  const wrong = TARGETS.flatMap((target) =>
    shapes.store
      .getQuads(null, `${SH}${target}`, null, null)
      .flatMap(({ subject, object }) =>
        targeted(stated, target, object).flatMap((focus) => broken(shapes, stated, subject, focus)),
      ),
  );
  return [...new Set(wrong)];
}

function targeted({ store }: Graph, target: string, of: Term): Term[] {
  if (target === "targetNode") return [of];
  if (target === "targetClass") return store.getSubjects(iri("rdf:type"), of, null);
  return target === "targetSubjectsOf" ? store.getSubjects(of, null, null) : store.getObjects(null, of, null);
}

/** What a node has against one shape, and against the shapes of its properties. */
function broken(shapes: Graph, graph: Graph, shape: Term, focus: Term): string[] {
  const constraints = shapes.store.getQuads(shape, null, null, null);
  const one = (name: string) => constraints.find(({ predicate }) => predicate.value === SH + name)?.object;
  const path = one("path");
  const values = path ? valuesOf(shapes, graph, path, focus) : [focus];
  const isKept = constraints.every(({ predicate, object }) => {
    const name = predicate.value.startsWith(SH) ? predicate.value.slice(SH.length) : "";
    const [onValue, onNumber] = [ON_VALUES[name], ON_NUMBERS[name]];
    if (onNumber) return onNumber(values.length, Number(object.value));
    if (onValue) return values.every((value) => onValue(value, object, shapes));
    if (name && !ELSEWHERE.has(name))
      throw new Error(`the kit does not know the constraint ${predicate.value}`);
    return true;
  });
  const nested = constraints.filter(({ predicate }) => predicate.value === `${SH}property`);
  const within = nested.flatMap(({ object }) =>
    values.flatMap((value) => broken(shapes, graph, object, value)),
  );
  return isKept ? within : [`${focus.value}: ${one("message")?.value ?? shape.value}`, ...within];
}

function valuesOf(shapes: Graph, graph: Graph, path: Term, focus: Term): Term[] {
  const [inverse] = shapes.store.getObjects(path, `${SH}inversePath`, null);
  const [alternatives] = shapes.store.getObjects(path, `${SH}alternativePath`, null);
  if (alternatives)
    return listOf(shapes, alternatives).flatMap((each) => valuesOf(shapes, graph, each, focus));
  return inverse ? graph.store.getSubjects(inverse, focus, null) : graph.store.getObjects(focus, path, null);
}

function listOf(shapes: Graph, list: Term): Term[] {
  const RDF = iri("rdf:");
  const [first] = shapes.store.getObjects(list, `${RDF}first`, null);
  const [rest] = shapes.store.getObjects(list, `${RDF}rest`, null);
  return first && rest ? [first, ...listOf(shapes, rest)] : [];
}
