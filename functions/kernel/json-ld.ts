// JSON-LD in and out: safe mode, contexts from the bundled set only, nothing fetched, nothing dropped.
import jsonld from "jsonld";
import { contexts } from "./generated/context.ts";
import { properties } from "./generated/vocabulary.ts";
import { type Quad, type Store, type Term, rdf, Store as Graph, quadsOf } from "./graph.ts";
import { type Json, type JsonRefusal, parseJson } from "./json.ts";
import { type Result, ok, refused } from "./result.ts";

export type JsonLdRefusal =
  | JsonRefusal
  | { code: "unknown-context"; context: string }
  | { code: "malformed-json-ld"; reason: string; path?: string };

/** The context a document of ours names. */
export const CONTEXT = "https://w3id.org/mpli/context/v1";

class UnknownContext extends Error {}

/** Contexts come from the pinned set: a fetched one could change what a signed or stored document means. */
function loader(unknown: { context?: string }) {
  return async (url: string) => {
    const document = contexts[url];
    if (document) return { documentUrl: url, document };
    unknown.context = url;
    throw new UnknownContext(url);
  };
}

/**
 * Reads a JSON-LD 1.1 document into a dataset, relative IRIs resolved against `base`.
 * Terms that no context defines are refused rather than dropped.
 */
export async function readJsonLd(text: string, base: string): Promise<Result<Store, JsonLdRefusal>> {
  const json = parseJson(text);
  if (!json.ok) return json;
  if (json.value === null || typeof json.value !== "object")
    return refused({ code: "malformed-json-ld", reason: "the document is neither an object nor an array" });
  const unknown: { context?: string } = {};
  try {
    return collect(await jsonld.toRDF(json.value, { base, safe: true, documentLoader: loader(unknown) }));
  } catch (error) {
    if (unknown.context !== undefined)
      return refused({ code: "unknown-context", context: unknown.context.slice(0, 200) });
    return refused({ code: "malformed-json-ld", ...explain(error) });
  }
}

function collect(quads: Iterable<Quad>): Result<Store, JsonLdRefusal> {
  const graph = new Graph();
  for (const { subject, predicate, object, graph: name } of quads) {
    for (const iri of [subject, predicate, object, name])
      if (iri.termType === "NamedNode" && ILLEGAL_IN_IRI.test(iri.value))
        return refused({ code: "malformed-json-ld", reason: `not an IRI: ${iri.value.slice(0, 100)}` });
    graph.addQuad(
      rdf.quad(
        term(subject) as Quad["subject"],
        term(predicate) as Quad["predicate"],
        term(object) as Quad["object"],
        term(name) as Quad["graph"],
      ),
    );
  }
  return ok(graph);
}

// RFC 3987: these never stand in an IRI; N-Quads could not carry them.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const ILLEGAL_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/;

/** jsonld's plain objects as n3 terms. */
function term(plain: Term): Term {
  switch (plain.termType) {
    case "NamedNode":
      return rdf.namedNode(plain.value);
    case "BlankNode":
      return rdf.blankNode(plain.value.replace(/^_:/, ""));
    case "Literal":
      return plain.language
        ? rdf.literal(plain.value, plain.language)
        : rdf.literal(decimal(plain.value, plain.datatype.value), rdf.namedNode(plain.datatype.value));
    default:
      return rdf.defaultGraph();
  }
}

/** JSON-LD writes every non-integer number as a double ("4.1E-1"), which is no lexical form of xsd:decimal. */
function decimal(lexical: string, datatype: string): string {
  if (datatype !== "http://www.w3.org/2001/XMLSchema#decimal" || !/e/i.test(lexical)) return lexical;
  const value = Number(lexical);
  const shortest = String(value);
  return /e/i.test(shortest) ? value.toFixed(20).replace(/\.?0+$/, "") : shortest;
}

interface JsonLdErrorDetails {
  event?: { message?: string; details?: Record<string, unknown> };
  cause?: unknown;
}

function explain(error: unknown): { reason: string; path?: string } {
  if (!(error instanceof Error)) return { reason: "not JSON-LD" };
  if (error instanceof RangeError) return { reason: "too deeply nested" };
  const { event } = (error as Error & { details?: JsonLdErrorDetails }).details ?? {};
  const property = event?.details?.property ?? event?.details?.id ?? event?.details?.value;
  const reason = (event?.message ?? error.message).slice(0, 200);
  return typeof property === "string"
    ? { reason: `${reason} (${property.slice(0, 100)})`, path: property.slice(0, 100) }
    : { reason };
}

/**
 * Writes a dataset as compact JSON-LD under our context. A node without a name stands inside the one statement that
 * refers to it; a named node stands inside `root`, the subject that the document is about, where that refers to it.
 */
export async function writeJsonLd(graph: Store, root?: string): Promise<string> {
  const expanded = (await jsonld.fromRDF(quadsOf(graph).map(plain), { useNativeTypes: false })) as Node[];
  const tree = embed(expanded, root);
  const compacted = await jsonld.compact(tree, CONTEXT, { documentLoader: loader({}) });
  return `${JSON.stringify(native(compacted, ""), null, 2)}\n`;
}

const plain = ({ subject, predicate, object, graph }: Quad) => ({ subject, predicate, object, graph });

type Node = { "@id": string; [property: string]: Json };

/** Deeper nests are written flat: a reader's stack is not ours to spend. */
const MAX_NESTING = 16;

function embed(flat: Node[], root: string | undefined): Json[] {
  const nodes = new Map(flat.map((node) => [node["@id"], node]));
  const references = countReferences(flat);
  const written = new Set<string>();
  const out: Json[] = [];
  const first = root === undefined ? undefined : nodes.get(root);
  if (first) out.push(write(first, 0));
  const held = (node: Node) => isBlank(node) && references.get(node["@id"]) === 1;
  for (const node of [...flat.filter((node) => !held(node)), ...flat])
    if (!written.has(node["@id"])) out.push(write(node, 1));
  return out;

  function write(node: Node, depth: number): Json {
    written.add(node["@id"]);
    const entries = Object.entries(node).map(([key, value]) => [
      key,
      key.startsWith("@") ? value : nest(value, depth),
    ]);
    const { "@id": id, ...rest } = Object.fromEntries(entries);
    return isBlank(node) && (references.get(node["@id"]) ?? 0) <= 1 ? rest : { "@id": id, ...rest };
  }

  function nest(value: Json, depth: number): Json {
    if (Array.isArray(value)) return value.map((one) => nest(one, depth));
    if (value === null || typeof value !== "object") return value;
    if (value["@list"]) return { ...value, "@list": nest(value["@list"], depth) };
    const node = typeof value["@id"] === "string" ? nodes.get(value["@id"]) : undefined;
    const belongs =
      node && (isBlank(node) ? references.get(node["@id"]) === 1 && depth < MAX_NESTING : depth === 0);
    return belongs && !written.has(node["@id"]) ? write(node, depth + 1) : value;
  }
}

const isBlank = (node: Node) => node["@id"].startsWith("_:");

/** How often each node is referred to, from named graphs and as a type as well. */
function countReferences(flat: Node[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (id: Json | undefined) => {
    if (typeof id === "string") counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  const queue: Json[] = flat.map(({ "@id": _, ...rest }) => rest);
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    if (Array.isArray(value)) queue.push(...value);
    else if (value && typeof value === "object")
      for (const [key, inner] of Object.entries(value)) {
        if (key === "@id") count(inner);
        else if (key === "@type" && Array.isArray(inner)) inner.forEach(count);
        else queue.push(inner);
      }
  }
  return counts;
}

/** JSON's own numbers and booleans for integers and booleans; decimals stay strings, which every reader reads alike. */
function native(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((one) => native(one, key));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, native(inner, name)]));
  if (typeof value !== "string") return value;
  const datatype = DATATYPES.get(key);
  if (datatype === "integer" && /^(0|-?[1-9]\d{0,14})$/.test(value)) return Number(value);
  return datatype === "boolean" && (value === "true" || value === "false") ? value === "true" : value;
}

const DATATYPES = new Map(
  Object.values(properties).flatMap(({ name, datatype }) =>
    datatype ? [[name, datatype.replace(/^.*#/, "")]] : [],
  ),
);
