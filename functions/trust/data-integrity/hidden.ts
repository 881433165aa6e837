// Whether a document says in its JSON what its proof signs of it: statements can be written in places where no member is.
import type { Json } from "../../kernel/json.ts";
import { type JsonObject, isObject } from "../token/jws.ts";

const CREDENTIALS = "https://www.w3.org/2018/credentials#";
const STATUS = "https://www.w3.org/ns/credentials/status#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** What decides whether a credential holds, as members of it, and of its status entries or of a status list. */
const OF_CREDENTIALS = ["issuer", "validFrom", "validUntil", "credentialStatus", "credentialSubject"];
const OF_STATUS = ["statusPurpose", "statusListIndex", "statusListCredential", "statusSize", "statusMessage"];

/**
 * The name of what the statements of a credential say more often, or less often, than its members; undefined where there
 * is none. Whoever has a credential can write `validUntil` as a full IRI, or in `@included`: its statements, and so its
 * signature, stay the same, but who reads the members no longer finds it.
 */
export function hiddenIn(document: JsonObject, nquads: string): string | undefined {
  const lines = nquads.split("\n").map((line) => line.split(" ", 2));
  const said = (iri: string) => lines.filter(([, predicate]) => predicate === `<${iri}>`);
  const credential = said(`${CREDENTIALS}issuer`)[0]?.[0];
  const types = said(TYPE).filter(([subject]) => subject === credential);
  if (types.length !== new Set(listOf(document["type"])).size) return "type";
  const nodes = ["credentialStatus", "credentialSubject"].flatMap((name) => listOf(document[name]));
  return (
    OF_CREDENTIALS.find((name) => said(CREDENTIALS + name).length !== countOf([{ ...document }], name)) ??
    OF_STATUS.find((name) => said(STATUS + name).length !== countOf(nodes, name))
  );
}

const listOf = (value: Json | undefined) => [value ?? []].flat();

/** A node that is written twice is one node in statements. */
function countOf(nodes: readonly Json[], name: string): number {
  const values = nodes.flatMap((node) => (isObject(node) ? listOf(node[name]) : []));
  return new Set(values.map((value) => idIn(value) ?? {})).size;
}

const idIn = (value: Json) => (isObject(value) && typeof value["id"] === "string" ? value["id"] : undefined);
