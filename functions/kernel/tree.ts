// A dataset as expanded JSON-LD: nodes stand inside the statement that refers to them, as deep as a reader can bear.
import { rdf as rdfTerms, xsd } from "./generated/vocabulary.ts";
import { type Literal, type Quad, type Store, type Term, quadsOf } from "./graph.ts";
import type { Json } from "./json.ts";
import { type Mention, isHeld, isUnmentioned, mentionsOf } from "./mentions.ts";

type Node = { [member: string]: Json };
/** The statements of one graph by subject. */
type Scope = ReadonlyMap<string, readonly Quad[]>;

/** Deeper nests and lists are written flat: a reader's stack is not ours to spend. */
const MAX_NESTING = 16;

const DEFAULT_GRAPH = "";

/**
 * Writes a dataset as expanded JSON-LD 1.1. A node without a name stands inside the one statement that refers to it,
 * a well-formed list is a `@list`, and a named node stands inside `root` where that refers to it.
 */
export function treeOf(graph: Store, root?: string): Json[] {
  const quads = quadsOf(graph);
  const graphs = Map.groupBy(quads, (quad) => quad.graph.id);
  const mentions = mentionsOf(quads);
  const names = new Set(graphs.keys());
  const top = nodesOf(scopeOf(graphs.get(DEFAULT_GRAPH) ?? []), mentions, names, root);
  const byName = new Map(top.map((node) => [node["@id"], node]));
  for (const [name, inside] of graphs)
    if (name !== DEFAULT_GRAPH) {
      const content = nodesOf(scopeOf(inside), mentions, names);
      const node = byName.get(name);
      if (node) node["@graph"] = content;
      else top.push({ "@id": name, "@graph": content });
    }
  return top;
}

const scopeOf = (quads: readonly Quad[]): Scope => Map.groupBy(quads, ({ subject }) => subject.id);

function nodesOf(
  scope: Scope,
  mentions: ReadonlyMap<string, Mention>,
  graphNames: ReadonlySet<string>,
  root?: string,
): Node[] {
  const written = new Set<string>();
  const out: Node[] = [];
  const postponed: string[] = [];
  const subjects = [...scope.keys()].sort();
  if (root !== undefined && scope.has(root)) stand(root, 0);
  // What no statement can hold comes first, then what was too deep, then what stands on a circle.
  for (const id of subjects) if (!isHeld(mentions, id)) stand(id, 1);
  for (const id of subjects) {
    for (let next = postponed.pop(); next !== undefined; next = postponed.pop()) stand(next, 1);
    stand(id, 1);
  }
  return out;

  /** Writes a node at the top, with a label wherever something may refer to it. */
  function stand(id: string, depth: number): void {
    if (written.has(id)) return;
    out.push(isUnmentioned(mentions, id) ? write(id, depth) : { "@id": id, ...write(id, depth) });
  }

  function write(id: string, depth: number): Node {
    written.add(id);
    const node: Node = {};
    for (const [predicate, quads] of Map.groupBy(scope.get(id) ?? [], (quad) => quad.predicate.value)) {
      const terms = quads.map(({ object }) => object);
      const isType =
        predicate === rdfTerms.type.value && terms.every((term) => term.termType === "NamedNode");
      node[isType ? "@type" : predicate] = terms.map((term) =>
        isType ? term.value : value(term, predicate, depth),
      );
    }
    return node;
  }

  function value(term: Term, predicate: string, depth: number): Json {
    if (term.termType === "Literal") return literal(term);
    const members = predicate === rdfTerms.rest.value || depth >= MAX_NESTING ? undefined : list(term);
    if (members) return { "@list": members.map((member) => value(member, rdfTerms.first.value, depth + 1)) };
    const canHold = scope.has(term.id) && !written.has(term.id);
    if (canHold && isHeld(mentions, term.id)) {
      if (depth < MAX_NESTING) return write(term.id, depth + 1);
      postponed.push(term.id);
    }
    if (canHold && depth === 0 && term.termType === "NamedNode" && !graphNames.has(term.id))
      return { "@id": term.id, ...write(term.id, 1) };
    return { "@id": term.id };
  }

  /** The members of the list at `head`, when its cells hold nothing else and nothing else refers to them. */
  function list(head: Term): Term[] | undefined {
    const members: Term[] = [];
    const cells: string[] = [];
    let cell = head;
    while (!cell.equals(rdfTerms.nil)) {
      const quads = scope.get(cell.id) ?? [];
      const first = quads.find(({ predicate }) => predicate.equals(rdfTerms.first));
      const rest = quads.find(({ predicate }) => predicate.equals(rdfTerms.rest));
      if (!isHeld(mentions, cell.id) || written.has(cell.id) || quads.length !== 2 || !first || !rest)
        return undefined;
      members.push(first.object);
      cells.push(cell.id);
      cell = rest.object;
    }
    for (const id of cells) written.add(id);
    return members;
  }
}

function literal({ value, language, datatype }: Literal): Node {
  if (language) return { "@value": value, "@language": language };
  return datatype.equals(xsd.string) ? { "@value": value } : { "@value": value, "@type": datatype.value };
}
