// The form of a document: whatever decides whether JSON-LD can read it, and nothing of what it says besides.
import type { Json } from "../../kernel/json.ts";
import { PINNED_CONTEXTS } from "../contexts/pinned.ts";
import type { JsonObject } from "../token/jws.ts";

/** Members whose values are names that contexts define: types, and those of which a context says `@type: @vocab`. */
const NAMING = new Set(["type", ...Object.values(PINNED_CONTEXTS).flatMap(vocabularyMembers)]);

function vocabularyMembers(context: object): string[] {
  return Object.entries(context).flatMap(([name, inner]: [string, unknown]) => {
    if (inner === null || typeof inner !== "object") return [];
    const own = (inner as Record<string, unknown>)["@type"] === "@vocab" ? [name] : [];
    return [...own, ...vocabularyMembers(inner)];
  });
}

/** An absolute address as statements carry it, with its scheme, which might be a prefix. */
// oxlint-disable-next-line no-control-regex -- none of them stands in an IRI (RFC 3987)
const ADDRESS = /^[a-z][a-z\d+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/i;

/**
 * Documents of one form are readable all alike, under contexts of known content: they have the same members, the same
 * types, and addresses, texts and numbers in the same places.
 */
export function formOf(json: Json | JsonObject | undefined, member = ""): string {
  if (Array.isArray(json)) return `[${json.map((item) => formOf(item, member)).join()}]`;
  if (json !== null && typeof json === "object") {
    // In one text: this is done for every credential.
    let form = "{";
    for (const name of Object.keys(json)) form += `${JSON.stringify(name)}:${formOf(json[name], name)},`;
    return `${form}}`;
  }
  if (typeof json !== "string") return typeof json === "number" ? "0" : String(json);
  if (member.startsWith("@") || json.startsWith("@") || NAMING.has(member)) return JSON.stringify(json);
  if (json.startsWith("_:")) return "'_:";
  return ADDRESS.test(json) ? `'${json.slice(0, json.indexOf(":") + 1)}` : "'";
}
