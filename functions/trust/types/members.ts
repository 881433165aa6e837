// Members of credentials of foreign contexts, by their local names: gx:vatID and a whole IRI name the same.
import type { Json } from "../../kernel/json.ts";
import { type JsonObject, isObject } from "../token/jws.ts";

/** "gx:LegalPerson" and "https://w3id.org/gaia-x/2511#LegalPerson" as "LegalPerson". */
export const localName = (name: string): string => name.replace(/^.*[#/:]/, "");

/** What stands under a local name; undefined where nothing does, or where two members share the name. */
export function member(node: JsonObject, name: string): Json | undefined {
  const found = Object.keys(node).filter((key) => localName(key) === name);
  return found.length === 1 ? node[found[0] ?? ""] : undefined;
}

/** A text, written as such or as a JSON-LD value. */
export function textIn(value: Json | undefined): string | undefined {
  const plain = isObject(value) ? value["@value"] : value;
  return typeof plain === "string" && plain !== "" ? plain : undefined;
}

/** Local names of the types of a node; some issuers join several by commas in one text. */
export function typesOf(node: JsonObject): readonly string[] {
  const types = [node["type"] ?? [], node["@type"] ?? []].flat();
  return types.flatMap((type) => (typeof type === "string" ? type.split(/\s*,\s*/).map(localName) : []));
}

/** The objects under a member that may be one or a list of them. */
export function nodesIn(value: Json | undefined): readonly JsonObject[] {
  return [value ?? []].flat().filter(isObject);
}
