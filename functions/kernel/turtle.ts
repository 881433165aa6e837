// Turtle that a person can read: prefixes, subjects in order, blank nodes nested where they belong.
import { type Quad, Writer } from "n3";
import { type Store, type Term, quadsOf } from "./graph.ts";
import { prefixes } from "./generated/vocabulary.ts";

/**
 * Writes the default graph as Turtle, or the whole dataset as TriG.
 * `root` is the subject to begin with; the others follow in code-unit order.
 */
export function writeTurtle(graph: Store, format: "text/turtle" | "application/trig", root?: string): string {
  const writer = new Writer({ format, prefixes: usedPrefixes(graph) });
  const names = format === "text/turtle" ? [""] : graphNames(graph);
  for (const name of names) writeGraph(writer, graph, name, root);
  let out = "";
  writer.end((_error, result: string) => {
    out = result;
  });
  // The writer sets nested nodes flush left; strings hold no raw line breaks, so indenting lines is safe.
  return out.replace(/^ {2}(?=\S)/gm, "        ").replace(/^\]/gm, "    ]");
}

function graphNames(graph: Store): string[] {
  const names = new Set(graph.getGraphs(null, null, null).map((term) => term.id));
  names.delete("");
  return ["", ...[...names].sort()];
}

function writeGraph(writer: Writer, graph: Store, name: string, root: string | undefined): void {
  const bySubject = Map.groupBy(
    graph.getQuads(null, null, null, null).filter((quad) => quad.graph.id === name),
    (quad) => quad.subject.id,
  );
  const nested = nestable(graph, bySubject);
  const order = [...bySubject.keys()].filter((id) => !nested.has(id)).sort();
  if (root && bySubject.has(root)) order.unshift(...order.splice(order.indexOf(root), 1));
  for (const id of order) {
    for (const quad of inOrder(bySubject.get(id) ?? []))
      writer.addQuad(quad.subject, quad.predicate, value(quad.object), quad.graph);
  }

  function value(term: Term): Quad["object"] {
    if (!nested.has(term.id)) return term as Quad["object"];
    const inner = inOrder(bySubject.get(term.id) ?? []);
    return writer.blank(inner.map((quad) => ({ predicate: quad.predicate, object: value(quad.object) })));
  }
}

/** rdf:type first, then predicates and values in code-unit order. */
function inOrder(quads: Quad[]): Quad[] {
  const rank = (quad: Quad) => (quad.predicate.value.endsWith("#type") ? "" : quad.predicate.value);
  return quads.toSorted((a, b) => compare(rank(a), rank(b)) || compare(a.object.id, b.object.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Blank nodes that exactly one statement of this graph points to, and that no circle of them closes on. */
function nestable(graph: Store, bySubject: Map<string, Quad[]>): Set<string> {
  const parents = new Map<string, string[]>();
  for (const quad of graph.getQuads(null, null, null, null))
    for (const term of [quad.object, quad.graph])
      if (term.termType === "BlankNode")
        parents.set(term.id, [...(parents.get(term.id) ?? []), quad.subject.id]);
  const nested = new Set<string>();
  for (const [id, from] of parents) if (from.length === 1 && bySubject.has(id) && rooted(id)) nested.add(id);
  return nested;

  function rooted(id: string): boolean {
    let depth = 0;
    for (let node = id; ; depth++) {
      const [parent, ...others] = parents.get(node) ?? [];
      if (parent === undefined || others.length > 0) return depth < MAX_NESTING;
      if (parent === id || depth >= MAX_NESTING) return false;
      node = parent;
    }
  }
}

/** Deeper chains keep their labels: a reader's stack is not ours to spend. */
const MAX_NESTING = 32;

function usedPrefixes(graph: Store): Record<string, string> {
  const used = new Set<string>();
  for (const { subject, predicate, object } of quadsOf(graph))
    for (const term of [
      subject,
      predicate,
      object,
      object.termType === "Literal" ? object.datatype : subject,
    ])
      if (term.termType === "NamedNode") used.add(term.value.replace(/[^#/]*$/, ""));
  return Object.fromEntries(Object.entries(prefixes).filter(([, namespace]) => used.has(namespace)));
}
