// JSON-LD in and out: safe mode, contexts from the bundled set only, nothing fetched, nothing dropped.
import jsonld from "jsonld";
import { contextResolver } from "./context-resolver.ts";
import { Unsayable, statementsIn } from "./expanded.ts";
import { contexts } from "./generated/context.ts";
import { properties } from "./generated/vocabulary.ts";
import type { Quad, Store } from "./graph.ts";
import { type Json, type JsonRefusal, type TooLarge, parseJson } from "./json.ts";
import { costIn } from "./json-ld-cost.ts";
import { type Result, ok, refused } from "./result.ts";
import { treeOf } from "./tree.ts";

export type JsonLdRefusal =
  | JsonRefusal
  | TooLarge
  | { code: "unknown-context"; context: string }
  | { code: "malformed-json-ld"; reason: string; path?: string };

/** The context a document of ours names. */
export const CONTEXT = "https://w3id.org/mpli/context/v1";

class UnknownContext extends Error {}

/** JSON-LD contexts by their address, as JSON. */
export type Contexts = Readonly<Record<string, object>>;

/** Contexts come from a pinned set: a fetched one could change what a signed or stored document means. */
export function loader(pinned: Contexts) {
  return async (url: string) => {
    const document = Object.hasOwn(pinned, url) ? pinned[url] : undefined;
    // The tag lets jsonld keep the processed context for the next document.
    if (document) return { documentUrl: url, document, tag: "static" as const };
    throw new UnknownContext(url);
  };
}

/**
 * The first address of a context outside `pinned`, at any depth, contexts in place included. The loader alone does not
 * tell: jsonld asks it once in the life of a process, so a context of another set would be taken after its first use.
 */
function unknownContext(
  value: Json,
  { pinned, base }: { readonly pinned: Contexts; readonly base: string },
  isContext = false,
): string | undefined {
  if (typeof value === "string") {
    const address = isContext ? (URL.parse(value, base)?.href ?? value) : undefined;
    return address === undefined || Object.hasOwn(pinned, address) ? undefined : address;
  }
  if (value === null || typeof value !== "object") return undefined;
  const inner: [string, Json][] = Array.isArray(value)
    ? value.map((one) => ["", one])
    : Object.entries(value);
  for (const [name, one] of inner) {
    const names = name === "@context" || name === "@import" || (isContext && Array.isArray(value));
    const unknown = name === "@value" ? undefined : unknownContext(one, { pinned, base }, names);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

/**
 * Reads the statements of a JSON-LD 1.1 document, relative IRIs resolved against `base`, under the contexts in `pinned`:
 * those of this project unless stated. Terms that no context defines are refused rather than dropped, and so are more
 * JSON values than `most`. A statement may come more than once.
 */
export async function readJsonLd(
  text: string,
  base: string,
  pinned: Contexts = contexts,
  most = Infinity,
): Promise<Result<Quad[], JsonLdRefusal>> {
  const json = parseJson(text, most);
  if (!json.ok) return json;
  if (json.value === null || typeof json.value !== "object")
    return refused({ code: "malformed-json-ld", reason: "the document is neither an object nor an array" });
  const unknown = unknownContext(json.value, { pinned, base });
  if (unknown !== undefined) return refused({ code: "unknown-context", context: unknown.slice(0, 200) });
  const cost = costIn(json.value, pinned);
  if (cost !== undefined)
    return refused({ code: "malformed-json-ld", reason: `too costly to read: ${cost.slice(0, 100)}` });
  try {
    const options = {
      base,
      safe: true as const,
      documentLoader: loader(pinned),
      contextResolver: contextResolver(pinned),
    };
    return ok(statementsIn(await jsonld.expand(json.value, options)));
  } catch (error) {
    return refused({ code: "malformed-json-ld", ...explain(error) });
  }
}

interface JsonLdErrorDetails {
  event?: { message?: string; details?: Record<string, unknown> };
  cause?: unknown;
}

function explain(error: unknown): { reason: string; path?: string } {
  if (!(error instanceof Error)) return { reason: "not JSON-LD" };
  if (error instanceof RangeError) return { reason: "too deeply nested" };
  if (error instanceof Unsayable) return reasonOf(error.message, error.culprit);
  const { event } = (error as Error & { details?: JsonLdErrorDetails }).details ?? {};
  // jsonld puts the culprit under `property`, `object`, `type`, `language`…: whichever the event is about.
  const culprit = Object.values(event?.details ?? {}).find((detail) => typeof detail === "string");
  return reasonOf(event?.message ?? error.message, culprit as string | undefined);
}

function reasonOf(message: string, culprit: string | undefined): { reason: string; path?: string } {
  const reason = message.slice(0, 200);
  if (culprit === undefined) return { reason };
  const path = culprit.slice(0, 100);
  return { reason: `${reason} (${path})`, path };
}

/**
 * Writes a dataset as compact JSON-LD under our context. A node without a name stands inside the one statement that
 * refers to it; a named node stands inside `root`, the subject that the document is about, where that refers to it.
 */
export async function writeJsonLd(graph: Store, root?: string): Promise<string> {
  const options = { documentLoader: loader(contexts), skipExpansion: true as const };
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
