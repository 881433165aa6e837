// Whether those who read the members of a document find what its statements say: each way of writing keeps the proof.
import { firstOf } from "../../kernel/first-of.ts";
import type { Json } from "../../kernel/json.ts";
import { PINNED_CONTEXTS } from "../contexts/pinned.ts";
import { type JsonObject, isObject } from "../token/jws.ts";

/**
 * What keeps readers of the members from finding all that is signed, or has them find more than that; undefined where
 * nothing does. `expanded` is the document after expansion. Whoever has a document can nest a claim, write it under a
 * second name, or move it to another mention of its node: its statements, and so its signature, stay the same.
 */
export function unreadIn(document: JsonObject, expanded: JsonObject): string | undefined {
  const { "@context": _, ...said } = document;
  const strange = strangeIn(said);
  if (strange !== undefined) return strange;
  if (membersIn(said) !== propertiesIn(expanded)) return "two members of an object are one term";
  const nodes = describedIn(expanded);
  const unlike = Object.values(Object.groupBy(nodes, idOf)).some((alike = []) => !areAlike(alike));
  if (unlike) return "what is said of one id stands in several places";
  const ids = new Set(nodes.map(idOf));
  const subjects = [expanded[SUBJECT] ?? []].flat().filter(isObject);
  const isElsewhere = subjects.some((subject) => isBare(subject) && ids.has(idOf(subject)));
  return isElsewhere ? "what is said of a subject stands elsewhere" : undefined;
}

const SUBJECT = "https://www.w3.org/2018/credentials#credentialSubject";
const OF_VALUES = ["@value", "@type", "@language", "@direction"];

/** Members whose values are JSON, whatever stands in them (JSON-LD 1.1 §4.2.2). */
const LITERAL = new Set(Object.values(PINNED_CONTEXTS).flatMap(literalsIn));

function literalsIn(context: object): string[] {
  return Object.entries(context).flatMap(([name, inner]: [string, unknown]) => {
    if (inner === null || typeof inner !== "object") return [];
    const own = (inner as Record<string, unknown>)["@type"] === "@json" ? [name] : [];
    return [...own, ...literalsIn(inner)];
  });
}

/** Keywords that put statements where no member is, and what comes to no statement at all. */
function strangeIn(value: Json | JsonObject): string | undefined {
  if (value === null) return "null is in no statement";
  if (Array.isArray(value)) {
    if (value.length === 0) return "an empty list is in no statement";
    if (value.some((one) => Array.isArray(one))) return "a list in a list is none";
    return firstOf(value, strangeIn);
  }
  if (!isObject(value)) return undefined;
  const names = Object.keys(value).filter((name) => name.startsWith("@"));
  const isValue = Object.hasOwn(value, "@value");
  // A context further inside is a fault of its own.
  const keyword = names.find((name) => name !== "@context" && !(isValue && OF_VALUES.includes(name)));
  if (keyword !== undefined) return `members beside ${keyword.slice(0, 100)} are read, and not what is in it`;
  return firstOf(Object.entries(value), ([name, inner]) =>
    name === "@context" || LITERAL.has(name) ? undefined : strangeIn(inner),
  );
}

/** Members of all objects, apart from `id`, `type` and those of values. */
function membersIn(value: Json | JsonObject): number {
  if (Array.isArray(value)) return sumOf(value, membersIn);
  if (!isObject(value) || Object.hasOwn(value, "@value")) return 0;
  return sumOf(Object.entries(value), ([name, inner]) => {
    if (name === "id" || name === "type" || name === "@context") return 0;
    return 1 + (LITERAL.has(name) ? 0 : membersIn(inner));
  });
}

/** Properties of all nodes of an expanded document. */
function propertiesIn(expanded: Json | JsonObject): number {
  if (Array.isArray(expanded)) return sumOf(expanded, propertiesIn);
  if (!isObject(expanded) || Object.hasOwn(expanded, "@value")) return 0;
  return sumOf(
    Object.entries(expanded),
    ([name, inner]) => (name.startsWith("@") ? 0 : 1) + propertiesIn(inner),
  );
}

/** Every node with an id of which something is said, each time it is. */
function describedIn(expanded: Json | JsonObject): readonly JsonObject[] {
  if (Array.isArray(expanded)) return expanded.flatMap(describedIn);
  if (!isObject(expanded) || Object.hasOwn(expanded, "@value")) return [];
  const inner = Object.values(expanded).flatMap(describedIn);
  return typeof expanded["@id"] === "string" && !isBare(expanded) ? [expanded, ...inner] : inner;
}

const idOf = (node: JsonObject): string => String(node["@id"]);

const isBare = (node: JsonObject) => Object.keys(node).length === 1 && "@id" in node;

const areAlike = ([first, ...others]: readonly JsonObject[]) =>
  others.every((other) => JSON.stringify(other) === JSON.stringify(first));

const sumOf = <T>(items: readonly T[], count: (item: T) => number) =>
  items.reduce((sum, item) => sum + count(item), 0);
