// The statements of documents by node and property; what several documents say of a node with a name comes together.
import { rdf } from "../../kernel/generated/vocabulary.ts";
import type { Stated } from "../judge/values.ts";
import type { Row } from "../ports.ts";

/** Values by property. */
export type Details = ReadonlyMap<string, readonly Stated[]>;

/** What a document says, by node. */
export type Statements = ReadonlyMap<string, Details>;

const NOTHING: Details = new Map();

/** Reads the solutions of `STATEMENTS_QUERY`; `document` tells its blank nodes from those of others. */
export function readStatements(rows: readonly Row[], document: string): Statements {
  const nodes = new Map<string, Map<string, Stated[]>>();
  for (const { subject, property, value } of rows) {
    if (!subject || !property || !value) continue;
    const node = apart(subject, document).value;
    const details = nodes.get(node) ?? new Map<string, Stated[]>();
    nodes.set(node, details);
    const values = details.get(property.value);
    if (values) values.push(apart(value, document));
    else details.set(property.value, [apart(value, document)]);
  }
  return nodes;
}

/** Text in a language has a datatype of its own, which SPARQL's results leave out (SPARQL 1.1 Query Results JSON §3.2.2). */
function apart(term: Stated & { readonly "xml:lang"?: string }, document: string): Stated {
  const { type, value } = term;
  if (type === "bnode") return { type, value: `_:${document}${value}` };
  return term["xml:lang"] === undefined ? term : { type, value, datatype: rdf.langString.value };
}

/** Several documents read as one. */
export class Merged {
  readonly #documents: readonly Statements[];
  readonly #reached = new Map<string, Map<string, readonly Stated[]>>();

  constructor(documents: readonly Statements[]) {
    this.#documents = documents;
  }

  /** What is said of a node. */
  details({ type, value }: Stated): Details {
    if (type === "literal") return NOTHING;
    const [first = NOTHING, ...others] = this.#documents.flatMap((document) => document.get(value) ?? []);
    return others.length === 0 ? first : together([first, ...others]);
  }

  /** What nodes have for a property, each value once. Offers share regions: their details are looked up once a list. */
  reach(nodes: readonly Stated[]): (property: string) => readonly Stated[] {
    if (nodes.length === 0) return () => [];
    const key = nodes.map(({ value }) => value).join(" ");
    const known = this.#reached.get(key) ?? new Map<string, readonly Stated[]>();
    this.#reached.set(key, known);
    return (property) => {
      const found =
        known.get(property) ?? inOrder(nodes.flatMap((node) => this.details(node).get(property) ?? []));
      known.set(property, found);
      return found;
    };
  }
}

function together(all: readonly Details[]): Details {
  const keys = new Set(all.flatMap((each) => [...each.keys()]));
  return new Map(Array.from(keys, (key) => [key, inOrder(all.flatMap((each) => each.get(key) ?? []))]));
}

/** Values in an order of their content, each once: the first of several that are the same. */
export function inOrder(values: readonly Stated[]): readonly Stated[] {
  if (values.length <= 1) return values.some(isBlank) ? values.map(unlabelled) : values;
  const keyed = new Map<string, Stated>();
  for (const value of values) {
    const key = `${value.value}\n${value.type}\n${value.datatype ?? ""}`;
    if (!keyed.has(key)) keyed.set(key, value);
  }
  const ordered = [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return ordered.some(isBlank) ? ordered.map(unlabelled) : ordered;
}

const isBlank = ({ type }: Stated) => type === "bnode";

/** Labels of blank nodes say nothing, and are others with each loading: only how many there are is told. */
function unlabelled(value: Stated, index: number): Stated {
  return isBlank(value) ? { type: "bnode", value: `_:b${index}` } : value;
}
