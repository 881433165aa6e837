// A document as the canonical statements that a proof signs: nothing fetched, nothing dropped, nothing rounded.
import { firstOf } from "../../kernel/first-of.ts";
import jsonld from "jsonld";
import { ILLEGAL_IN_IRI } from "../../kernel/expanded.ts";
import { type Hash, canonicalNQuads } from "../../kernel/digest.ts";
import type { Quad } from "../../kernel/graph.ts";
import { contextResolver } from "../../kernel/context-resolver.ts";
import { type Contexts, loader } from "../../kernel/json-ld.ts";
import { costIn } from "../../kernel/json-ld-cost.ts";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { type StatementsRefusal, refuse } from "./refusals.ts";

export interface Statements {
  /** Canonical N-Quads. */
  readonly nquads: string;
  /** The document with all its terms as IRIs (JSON-LD 1.1 API §5.1). */
  readonly expanded: JsonObject;
}

/** What other verifiers allow, whose signers' documents are to be read: less than a manifest may take. */
const WORK_FACTOR = 1;
/** Objects, lists, members and items, each one value (MPLI-TRUST-069). The largest credentials in use have some 400. */
export const MOST_VALUES = 700;
/** To process one takes milliseconds; no credential in use has more than three (MPLI-TRUST-069). */
const MOST_CONTEXTS = 4;

/**
 * The statements of a document, for signing. Numbers come out as every JSON-LD processor spells them, so that others'
 * signatures hold, unlike those of `readJsonLd`; a number that this would change is refused.
 */
export async function statementsOf(
  document: JsonObject,
  hash: Hash,
  contexts: Contexts,
): Promise<Result<Statements, StatementsRefusal>> {
  if (isCostly(document, contexts)) return refuse("poison-graph", "too many values or contexts");
  const stranger = strangeContext(document, contexts);
  if (stranger !== undefined) return refuse("context-not-allowed", stranger);
  if ([document["@context"] ?? []].flat().length === 0) return refuse("context-not-allowed", "there is none");
  try {
    const options = {
      base: "",
      safe: true as const,
      documentLoader: loader(contexts),
      contextResolver: contextResolver(contexts),
      // A text with a direction keeps it, in the way that other signers take.
      rdfDirection: "i18n-datatype",
    };
    const [expanded, ...more] = await jsonld.expand({ ...document }, options);
    if (!isObject(expanded) || more.length > 0)
      return refuse("malformed-json-ld", "it is not about one thing");
    const lost = lostOf(expanded);
    if (lost !== undefined) return refuse("malformed-json-ld", lost);
    const quads = [...(await jsonld.toRDF([expanded], { ...options, skipExpansion: true }))];
    const fault = faultIn(quads);
    if (fault) return fault;
    const nquads = await canonicalNQuads(quads, { hash, workFactor: WORK_FACTOR });
    return nquads.ok
      ? ok({ nquads: nquads.value, expanded })
      : refuse("poison-graph", "blank nodes too alike");
  } catch (error) {
    return explain(error);
  }
}

/** Whether a document says more than is read (MPLI-TRUST-069): this is found before anything that takes time. */
export function isTooLarge(document: JsonObject): boolean {
  const lists = contextsIn(document);
  const isTwice = lists.some((list) => new Set(list).size < list.length);
  return isTwice || lists.flat().length > MOST_CONTEXTS || countOf(document) > MOST_VALUES;
}

/** Whether to expand a document would cost more than any credential may. */
export function isCostly(document: JsonObject, contexts: Contexts): boolean {
  if (isTooLarge(document)) return true;
  // Its own contexts are few by now.
  return costIn({ ...document, "@context": [] }, contexts) !== undefined;
}

/** Objects, lists, and what stands in them. */
export function countOf(value: Json | JsonObject): number {
  if (value === null || typeof value !== "object") return 1;
  return Object.values(value).reduce<number>((sum, one) => sum + countOf(one), 1);
}

/** The contexts in each place that names some. */
function contextsIn(value: Json | JsonObject): readonly (readonly Json[])[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "@context" ? [[inner].flat()] : contextsIn(inner),
  );
}

function faultIn(quads: readonly Quad[]) {
  const broken = quads.flatMap(irisOf).find((iri) => ILLEGAL_IN_IRI.test(iri));
  return broken === undefined ? undefined : refuse("malformed-json-ld", `not an IRI: ${broken}`);
}

/**
 * The first context, at any depth, that is not one of known content by its address. One written in place could mint any
 * term; those inside, by address, are of the credentials in a presentation.
 */
function strangeContext(value: Json | JsonObject, contexts: Contexts): Json | undefined {
  if (Array.isArray(value)) return firstOf(value, (one) => strangeContext(one, contexts));
  if (value === null || typeof value !== "object") return undefined;
  return firstOf(Object.entries(value), ([name, inner]) =>
    name === "@context"
      ? firstOf([inner].flat(), (one) => (isKnown(one, contexts) ? undefined : (one ?? "null")))
      : strangeContext(inner, contexts),
  );
}

const isKnown = (context: Json, contexts: Contexts) =>
  typeof context === "string" && Object.hasOwn(contexts, context);

/** Where two documents would come to the same statements although they say different things; a signature would hold for both. */
function lostOf(expanded: Json | JsonObject): string | undefined {
  if (Array.isArray(expanded)) return firstOf(expanded, lostOf);
  if (expanded === null || typeof expanded !== "object") return undefined;
  const node = expanded as JsonObject;
  if (node["@index"] !== undefined) return "an index is in no statement";
  if (node["@type"] === "@json") return undefined;
  const value = node["@value"];
  if (typeof value === "number" && !isKept(value))
    return `as a statement the number ${value} would be another`;
  if (typeof value === "string" && node["@type"] === DOUBLE && spelledDouble(Number(value)) !== value)
    return `as a statement the double ${value} would be another`;
  return firstOf(Object.values(node), lostOf);
}

const DOUBLE = "http://www.w3.org/2001/XMLSchema#double";

/** jsonld takes 1e-7 for an integer, and keeps sixteen digits of others. */
function isKept(value: number): boolean {
  const isInteger = Number.isInteger(value);
  return (isInteger || String(value).includes(".")) && Number(value.toExponential(15)) === value;
}

/** Canonical form of xsd:double in sixteen digits (JSON-LD 1.1 API §8.6). */
const spelledDouble = (value: number) => value.toExponential(15).replace(/(\d)0*e\+?/, "$1E");

function irisOf({ subject, predicate, object, graph }: Quad): string[] {
  const datatype = object.termType === "Literal" ? [object.datatype.value] : [];
  const terms = [subject, predicate, object, graph].filter(({ termType }) => termType === "NamedNode");
  return [...terms.map(({ value }) => value), ...datatype];
}

/** What jsonld says in safe mode of a name that no context defines. */
const UNDEFINED = ["invalid property", "relative @type reference"];

interface JsonLdErrorDetails {
  readonly event?: { readonly code?: string; readonly details?: unknown };
}

function explain(error: unknown) {
  if (!(error instanceof Error)) throw error;
  const { event } = (error as Error & { details?: JsonLdErrorDetails }).details ?? {};
  if (event === undefined) return refuse("malformed-json-ld", error.message);
  const code = UNDEFINED.includes(event.code ?? "") ? "undefined-term" : "malformed-json-ld";
  return refuse(code, `${event.code} ${JSON.stringify(event.details)}`);
}
