// JSON-LD in and out: safe mode, contexts from the bundled set only, nothing fetched, nothing dropped.
import jsonld from "jsonld";
import { contexts } from "./generated/context.ts";
import { properties, xsd } from "./generated/vocabulary.ts";
import { type Quad, type Store, type Term, rdf } from "./graph.ts";
import { type Json, type JsonRefusal, parseJson } from "./json.ts";
import { PROTECTED_DOUBLE, spellNumbers } from "./number.ts";
import { type Result, ok, refused } from "./result.ts";
import { treeOf } from "./tree.ts";

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
    // The tag lets jsonld keep the processed context for the next document.
    if (document) return { documentUrl: url, document, tag: "static" as const };
    unknown.context = url;
    throw new UnknownContext(url);
  };
}

/**
 * Reads the statements of a JSON-LD 1.1 document, relative IRIs resolved against `base`.
 * Terms that no context defines are refused rather than dropped.
 */
export async function readJsonLd(text: string, base: string): Promise<Result<Quad[], JsonLdRefusal>> {
  const json = parseJson(text);
  if (!json.ok) return json;
  if (json.value === null || typeof json.value !== "object")
    return refused({ code: "malformed-json-ld", reason: "the document is neither an object nor an array" });
  const unknown: { context?: string } = {};
  try {
    const options = { base, safe: true as const, documentLoader: loader(unknown) };
    const expanded = spellNumbers(await jsonld.expand(json.value, options));
    return collect(await jsonld.toRDF(expanded, { ...options, skipExpansion: true }));
  } catch (error) {
    if (unknown.context !== undefined)
      return refused({ code: "unknown-context", context: unknown.context.slice(0, 200) });
    return refused({ code: "malformed-json-ld", ...explain(error) });
  }
}

function collect(plain: Iterable<Quad>): Result<Quad[], JsonLdRefusal> {
  const quads: Quad[] = [];
  for (const { subject, predicate, object, graph } of plain) {
    for (const iri of [subject, predicate, object, graph])
      if (iri.termType === "NamedNode" && ILLEGAL_IN_IRI.test(iri.value))
        return refused({ code: "malformed-json-ld", reason: `not an IRI: ${iri.value.slice(0, 100)}` });
    quads.push(
      rdf.quad(
        term(subject) as Quad["subject"],
        term(predicate) as Quad["predicate"],
        term(object) as Quad["object"],
        term(graph) as Quad["graph"],
      ),
    );
  }
  return ok(quads);
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
        : rdf.literal(plain.value, rdf.namedNode(datatypeOf(plain.datatype.value)));
    default:
      return rdf.defaultGraph();
  }
}

const datatypeOf = (iri: string) => (iri === PROTECTED_DOUBLE ? xsd.double.value : iri);

interface JsonLdErrorDetails {
  event?: { message?: string; details?: Record<string, unknown> };
  cause?: unknown;
}

function explain(error: unknown): { reason: string; path?: string } {
  if (!(error instanceof Error)) return { reason: "not JSON-LD" };
  if (error instanceof RangeError) return { reason: "too deeply nested" };
  const { event } = (error as Error & { details?: JsonLdErrorDetails }).details ?? {};
  // jsonld puts the culprit under `property`, `object`, `type`, `language`…: whichever the event is about.
  const culprit = Object.values(event?.details ?? {}).find((detail) => typeof detail === "string");
  const reason = (event?.message ?? error.message).slice(0, 200);
  if (culprit === undefined) return { reason };
  const path = culprit.slice(0, 100);
  return { reason: `${reason} (${path})`, path };
}

/**
 * Writes a dataset as compact JSON-LD under our context. A node without a name stands inside the one statement that
 * refers to it; a named node stands inside `root`, the subject that the document is about, where that refers to it.
 */
export async function writeJsonLd(graph: Store, root?: string): Promise<string> {
  const options = { documentLoader: loader({}), skipExpansion: true as const };
  const compacted = await jsonld.compact(treeOf(graph, root), CONTEXT, options);
  return `${JSON.stringify(native(compacted, ""), null, 2)}\n`;
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
