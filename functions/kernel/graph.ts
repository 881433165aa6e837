// The graph as every room reads it: an RDF/JS dataset, and a few questions that are asked of it everywhere.
import { type BlankNode, DataFactory, type Literal, type NamedNode, type Quad, Store, type Term } from "n3";

export type { BlankNode, Literal, NamedNode, Quad, Term };
export { DataFactory as rdf, Store };

export type Subject = NamedNode | BlankNode;

/** Every statement of the dataset, as an array. */
export function quadsOf(graph: Store): Quad[] {
  return graph.getQuads(null, null, null, null);
}

/** All values of `predicate` on `subject`, in any named graph or the default one. */
export function objects(graph: Store, subject: Term, predicate: NamedNode): Term[] {
  return graph.getObjects(subject, predicate, null);
}

/** The value of `predicate` on `subject` when there is exactly one. */
export function one(graph: Store, subject: Term, predicate: NamedNode): Term | undefined {
  const values = objects(graph, subject, predicate);
  return values.length === 1 ? values[0] : undefined;
}

/** The lexical form or IRI of the single value of `predicate`, if there is exactly one. */
export function text(graph: Store, subject: Term, predicate: NamedNode): string | undefined {
  return one(graph, subject, predicate)?.value;
}

/** Subjects that carry `predicate` with `object` (any object when left out). */
export function subjects(graph: Store, predicate: NamedNode, object: Term | null = null): Subject[] {
  return graph.getSubjects(predicate, object, null).filter(isSubject);
}

/** Whether a term can stand as the subject of a statement. */
function isSubject(term: Term): term is Subject {
  return term.termType === "NamedNode" || term.termType === "BlankNode";
}

/** The members of the RDF list at `head`, or undefined where it is broken, forked or circular. */
export function list(graph: Store, head: Term): Term[] | undefined {
  const members: Term[] = [];
  const seen = new Set<string>();
  for (let node = head; node.value !== NIL; ) {
    const [first, rest] = [one(graph, node, FIRST), one(graph, node, REST)];
    if (!first || !rest || seen.has(node.value)) return undefined;
    seen.add(node.value);
    members.push(first);
    node = rest;
  }
  return members;
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const NIL = `${RDF}nil`;
const FIRST = DataFactory.namedNode(`${RDF}first`);
const REST = DataFactory.namedNode(`${RDF}rest`);
