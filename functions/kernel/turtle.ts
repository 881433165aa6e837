// Turtle that a person can read: prefixes, subjects in order, blank nodes and lists nested where they belong.
import { type Quad, Writer } from "n3";
import { type Store, type Term, quadsOf } from "./graph.ts";
import { prefixes, rdf as rdfTerms } from "./generated/vocabulary.ts";
import { type Lists, listsOf } from "./lists.ts";
import { type Mention, isHeld, mentionsOf } from "./mentions.ts";

/**
 * Writes the default graph as Turtle, or the whole dataset as TriG.
 * `root` is the subject to begin with; the others follow in code-unit order.
 */
export function writeTurtle(graph: Store, format: "text/turtle" | "application/trig", root?: string): string {
  const quads = quadsOf(graph);
  const writer = new Writer({ format, prefixes: usedPrefixes(quads) });
  const graphs = Map.groupBy(quads, (quad) => quad.graph.id);
  const mentions = mentionsOf(quads);
  const names = format === "text/turtle" ? [""] : [...graphs.keys()].sort();
  for (const name of names) writeGraph(writer, graphs.get(name) ?? [], mentions, root);
  let out = "";
  writer.end((_error, result: string) => {
    out = result;
  });
  return indented(out);
}

/** The writer sets nested nodes flush left; strings hold no raw line feeds, so brackets at the ends of lines nest. */
function indented(turtle: string): string {
  let depth = 0;
  const lines = turtle.split("\n").map((line) => {
    const closes = /^ *\]/.test(line);
    if (closes) depth--;
    const nested = depth > 0 || closes ? "    ".repeat(depth + 1) + line.trimStart() : line;
    if (line.endsWith("[")) depth++;
    return nested;
  });
  return lines.join("\n");
}

function writeGraph(
  writer: Writer,
  quads: readonly Quad[],
  mentions: ReadonlyMap<string, Mention>,
  root: string | undefined,
): void {
  const bySubject = Map.groupBy(quads, ({ subject }) => subject.id);
  const lists = listsOf(bySubject, mentions);
  const nested = new Set([...bySubject.keys()].filter((id) => isNestable(mentions, lists, id)));
  const order = [...bySubject.keys()].filter((id) => !nested.has(id)).sort();
  if (root && bySubject.has(root)) order.unshift(...order.splice(order.indexOf(root), 1));
  for (const id of order) {
    for (const quad of inOrder(bySubject.get(id) ?? []))
      writer.addQuad(quad.subject, quad.predicate, value(quad.object), quad.graph);
  }

  /** n3 writes a list as one term, and types it as its members. */
  function row(members: Quad["object"][]): Quad["object"] {
    return writer.list(members) as unknown as Quad["object"];
  }

  function value(term: Term): Quad["object"] {
    if (term.equals(rdfTerms.nil)) return row([]);
    if (!nested.has(term.id)) return term as Quad["object"];
    const members = lists.members.get(term.id);
    if (members) return row(members.map(value));
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

/**
 * Whether one statement holds the blank node, and a short way up, no circle, leads to what nothing holds. A list is one
 * step, however long it is.
 */
function isNestable(mentions: ReadonlyMap<string, Mention>, { headOf }: Lists, id: string): boolean {
  let node: string | undefined = headOf.get(id) ?? id;
  for (let depth = 0; depth <= MAX_NESTING; depth++) {
    if (node === undefined || !isHeld(mentions, node)) return depth > 0;
    const parent: string | undefined = mentions.get(node)?.parent;
    node = parent === undefined ? undefined : (headOf.get(parent) ?? parent);
  }
  return false;
}

/** Deeper chains keep their labels: a reader's stack is not ours to spend. */
const MAX_NESTING = 32;

function usedPrefixes(quads: readonly Quad[]): Record<string, string> {
  const used = new Set<string>();
  for (const { subject, predicate, object } of quads)
    for (const term of [
      subject,
      predicate,
      object,
      object.termType === "Literal" ? object.datatype : subject,
    ])
      if (term.termType === "NamedNode") used.add(term.value.replace(/[^#/]*$/, ""));
  return Object.fromEntries(Object.entries(prefixes).filter(([, namespace]) => used.has(namespace)));
}
