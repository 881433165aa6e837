// Which JSON-LD would cost more to expand than it says: found by a walk before jsonld reads it.
import { firstOf } from "./first-of.ts";
import type { Json } from "./json.ts";

/** jsonld processes a context anew for each active context that it meets; it keeps the results for ten of them. */
const MOST_PLACES = 8;
/** Contexts that a document defines itself: how many, of how many characters, and how long an IRI or a name in them. */
const MOST_OWN = 8;
const MOST_OWN_CHARACTERS = 4096;
const MOST_OWN_STRING = 256;
/** Segments of the base that a document gives itself, which each of its relative IRIs takes on. */
const MOST_BASE = 16;
/** jsonld resolves relative IRIs in time that grows with the square of their segments. */
const MOST_SEGMENTS = 16_384;
/** jsonld copies what it has of an array for each array in it. */
const MOST_COPIES = 10_000_000;

type Contexts = Readonly<Record<string, object>>;

interface Walk {
  /** Terms that bring a context of their own. */
  readonly scoped: ReadonlySet<string>;
  /** Where each of them, and each context, was met: the contexts around it, in order. */
  readonly places: Map<string, Set<string>>;
  ownContexts: number;
  ownCharacters: number;
  nulls: number;
  copies: number;
}

/** Why `document` would cost too much to expand under the contexts in `pinned`, if it would. */
export function costIn(document: Json, pinned: Contexts): string | undefined {
  const walk: Walk = {
    scoped: scopedTermsOf(pinned),
    places: new Map(),
    ownContexts: 0,
    ownCharacters: 0,
    nulls: 0,
    copies: 0,
  };
  return costAt(document, "", walk);
}

function costAt(value: Json, path: string, walk: Walk): string | undefined {
  if (typeof value === "string") return hasManySegments(value) ? "an IRI of too many segments" : undefined;
  if (value === null || typeof value !== "object") return undefined;
  if (Array.isArray(value)) {
    walk.copies += copiesOf(value);
    if (walk.copies > MOST_COPIES) return "too many arrays in arrays";
    return firstOf(value, (one) => costAt(one, path, walk));
  }
  let inner = path;
  for (const context of entriesOf(value["@context"])) {
    const cost = ownCost(context, inner, walk);
    if (cost !== undefined) return cost;
    const next = enter(inner, context === null ? `null ${walk.nulls++}` : JSON.stringify(context), walk);
    if (next === undefined || walk.nulls > MOST_PLACES) return "contexts inside contexts";
    inner = next;
  }
  // A type is a term, too, and may bring a context.
  for (const type of TYPES.flatMap((name) => scopedIn(value[name], walk))) {
    const next = enter(inner, type, walk);
    if (next === undefined) return `${type} in too many places`;
    inner = next;
  }
  return firstOf(Object.entries(value), ([name, one]) => {
    if (name === "@context") return undefined;
    if (hasManySegments(name)) return "an IRI of too many segments";
    const next = walk.scoped.has(name) ? enter(inner, name, walk) : inner;
    return next === undefined ? `${name} in too many places` : costAt(one, next, walk);
  });
}

/** The contexts around what stands in `name`, or undefined where that has stood in too many others. */
function enter(path: string, name: string, { places }: Walk): string | undefined {
  const known = places.get(name) ?? new Set();
  places.set(name, known.add(path));
  return known.size > MOST_PLACES ? undefined : `${path}\n${name}`;
}

/** What is too much about a context that stands in the document itself. */
function ownCost(context: Json, path: string, walk: Walk): string | undefined {
  if (context === null || typeof context !== "object") return undefined;
  const text = JSON.stringify(context);
  if (walk.places.get(text)?.has(path)) return undefined;
  walk.ownContexts++;
  walk.ownCharacters += text.length;
  if (walk.ownContexts > MOST_OWN || walk.ownCharacters > MOST_OWN_CHARACTERS)
    return "too many contexts, or too long ones";
  if (hasScope(context))
    return "a context that a document defines itself has a context inside, or a word for @type or @set";
  if (!Array.isArray(context) && segmentsOf(context["@base"]) > MOST_BASE)
    return "a base of too many segments";
  return hasLongString(context) ? "a context with too long a name" : undefined;
}

/** Each would be processed anew wherever it is used, and another word for `@type` or `@set` would hide them from this walk. */
const hasScope = (context: Json): boolean =>
  context !== null &&
  typeof context === "object" &&
  Object.entries(context).some(
    ([name, one]) =>
      name === "@context" ||
      name === "@propagate" ||
      (one === "@set" && name !== "@container") ||
      (one === "@type" && name !== "@container" && !TYPES.includes(name)) ||
      hasScope(one),
  );

function copiesOf(array: readonly Json[]): number {
  const inner = array.filter((one) => setOf(one) !== undefined).length;
  return inner < 2 ? 0 : inner * flatLength([...array]);
}

const flatLength = (value: Json): number =>
  setOf(value)?.reduce<number>((sum, one) => sum + flatLength(one), 0) ?? 1;

/** The members of what jsonld puts flat into the array around it. */
function setOf(value: Json): readonly Json[] | undefined {
  if (Array.isArray(value)) return value;
  return value !== null && typeof value === "object" && "@set" in value
    ? entriesOf(value["@set"])
    : undefined;
}

const hasLongString = (value: Json): boolean =>
  typeof value === "string"
    ? value.length > MOST_OWN_STRING
    : value !== null && typeof value === "object" && Object.values(value).some(hasLongString);

const TYPES = ["@type", "type"];

const scopedIn = (types: Json | undefined, { scoped }: Walk): string[] =>
  entriesOf(types).filter((one): one is string => typeof one === "string" && scoped.has(one));

const entriesOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const segmentsOf = (iri: Json | undefined) => (typeof iri === "string" ? iri.split("/").length : 0);

function hasManySegments(text: string): boolean {
  return text.length > MOST_SEGMENTS && text.split("/", MOST_SEGMENTS + 1).length > MOST_SEGMENTS;
}

const scopedTerms = new WeakMap<Contexts, ReadonlySet<string>>();

function scopedTermsOf(pinned: Contexts): ReadonlySet<string> {
  const known =
    scopedTerms.get(pinned) ?? new Set(Object.values(pinned).flatMap((one) => scopedTermsIn(one)));
  scopedTerms.set(pinned, known);
  return known;
}

function scopedTermsIn(definitions: object): string[] {
  return Object.entries(definitions).flatMap(([name, one]) => {
    if (one === null || typeof one !== "object") return [];
    const inner = scopedTermsIn(one);
    return !name.startsWith("@") && Object.hasOwn(one, "@context") ? [name, ...inner] : inner;
  });
}
