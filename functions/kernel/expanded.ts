// Expanded JSON-LD as statements (JSON-LD 1.1 API §8), in one walk: the time grows with the document, not with its square.
import { xsd } from "./generated/vocabulary.ts";
import { type BlankNode, type Literal, type NamedNode, type Quad, type Subject, rdf } from "./graph.ts";
import { type Json, canonicalJson } from "./json.ts";
import { spellNumber } from "./number.ts";

type Members = { [name: string]: Json };
type Graph = Quad["graph"];

/** What no statement can say. */
export class Unsayable extends Error {
  readonly culprit: string | undefined;
  constructor(reason: string, culprit?: Json) {
    super(reason);
    this.culprit = typeof culprit === "string" ? culprit : undefined;
  }
}

interface Walk {
  readonly quads: Quad[];
  readonly iris: Map<string, NamedNode>;
  readonly blanks: Map<string, BlankNode>;
  readonly indexes: Map<string, Json>;
  unnamed: number;
}

/**
 * The statements of an expanded document, some perhaps more than once; blank nodes get new labels. jsonld would compare
 * each value of a property with all others.
 * @throws {Unsayable} where something in it would be lost.
 */
export function statementsIn(expanded: Json): Quad[] {
  const walk: Walk = { quads: [], iris: new Map(), blanks: new Map(), indexes: new Map(), unnamed: 0 };
  for (const node of listed(expanded)) visit(node, rdf.defaultGraph(), walk);
  return walk.quads;
}

/** Adds what a node object says to `graph`, and returns the term that stands for it. */
function visit(node: Json, graph: Graph, walk: Walk): Subject {
  if (!isMembers(node)) throw new Unsayable("neither a node nor a value", node);
  const id = node["@id"];
  const subject = id === undefined ? blank(walk) : resource(id, walk);
  for (const [name, inner] of Object.entries(node))
    if (name === "@type")
      for (const type of listed(inner)) add(walk, subject, RDF_TYPE, resource(type, walk), graph);
    else if (name === "@graph") for (const one of listed(inner)) visit(one, subject, walk);
    else if (name === "@included") for (const one of listed(inner)) visit(one, graph, walk);
    else if (name === "@index") checkIndex(`${graph.id} ${subject.id}`, inner, walk);
    else if (name === "@reverse" && isMembers(inner))
      for (const [property, others] of Object.entries(inner))
        for (const other of listed(others))
          add(walk, visit(other, graph, walk), predicate(property, walk), subject, graph);
    else if (!name.startsWith("@"))
      for (const value of listed(inner))
        add(walk, subject, predicate(name, walk), valueOf(value, graph, walk), graph);
  return subject;
}

function valueOf(value: Json, graph: Graph, walk: Walk): Subject | Literal {
  if (!isMembers(value) || !("@value" in value || "@list" in value)) return visit(value, graph, walk);
  return "@value" in value ? literal(value, walk) : listOf(listed(value["@list"]), graph, walk);
}

function listOf(items: readonly Json[], graph: Graph, walk: Walk): Subject {
  const cells = items.map(() => blank(walk));
  for (const [index, cell] of cells.entries()) {
    add(walk, cell, RDF_FIRST, valueOf(items[index] ?? null, graph, walk), graph);
    add(walk, cell, RDF_REST, cells[index + 1] ?? RDF_NIL, graph);
  }
  return cells[0] ?? RDF_NIL;
}

function literal(value: Members, walk: Walk): Literal {
  const { "@value": given = null, "@type": type, "@language": language } = value;
  if (type === "@json") return rdf.literal(canonicalJson(given), rdf.namedNode(`${RDF}JSON`));
  const datatype = type === undefined ? undefined : iri(type, walk).value;
  if (typeof given === "boolean") return typed(String(given), datatype ?? xsd.boolean.value);
  if ("@direction" in value) throw new Unsayable("no statement keeps the direction of a text", given);
  if (typeof given === "number") return typed(...spellNumber(given, datatype));
  if (typeof given !== "string") throw new Unsayable("a value is neither text, number nor boolean");
  return typeof language === "string"
    ? rdf.literal(given, language)
    : typed(given, datatype ?? xsd.string.value);
}

const typed = (lexical: string, datatype: string) => rdf.literal(lexical, rdf.namedNode(datatype));

function add(walk: Walk, subject: Subject, name: NamedNode, object: Quad["object"], graph: Graph): void {
  walk.quads.push(rdf.quad(subject, name, object, graph));
}

function predicate(name: string, walk: Walk): NamedNode {
  if (name.startsWith("_:")) throw new Unsayable("Dropping blank node predicate.", name);
  return iri(name, walk);
}

function resource(id: Json, walk: Walk): Subject {
  if (typeof id !== "string" || !id.startsWith("_:")) return iri(id, walk);
  const known = walk.blanks.get(id);
  if (known) return known;
  const made = blank(walk);
  walk.blanks.set(id, made);
  return made;
}

const blank = (walk: Walk): BlankNode => rdf.blankNode(`b${walk.unnamed++}`);

function iri(name: Json, { iris }: Walk): NamedNode {
  const known = typeof name === "string" ? iris.get(name) : undefined;
  if (known) return known;
  if (typeof name !== "string" || !ABSOLUTE.test(name))
    throw new Unsayable("Relative object reference found.", name);
  if (ILLEGAL_IN_IRI.test(name)) throw new Unsayable(`not an IRI: ${name.slice(0, 100)}`);
  const made = rdf.namedNode(name);
  iris.set(name, made);
  return made;
}

const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+-.]*:\S*$/;

// RFC 3987: these never stand in an IRI; N-Quads could not carry them.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
export const ILLEGAL_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/;

/** A node has one index at most (JSON-LD 1.1 API §7.2, step 6.9). */
function checkIndex(place: string, index: Json, walk: Walk): void {
  if ((walk.indexes.get(place) ?? index) !== index) throw new Unsayable("conflicting indexes", index);
  walk.indexes.set(place, index);
}

const listed = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const isMembers = (value: Json): value is Members =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDF_TYPE = rdf.namedNode(`${RDF}type`);
const RDF_FIRST = rdf.namedNode(`${RDF}first`);
const RDF_REST = rdf.namedNode(`${RDF}rest`);
const RDF_NIL = rdf.namedNode(`${RDF}nil`);
