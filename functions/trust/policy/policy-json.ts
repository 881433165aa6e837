// The JSON of a policy as the graph that JSON-LD makes of it under our context, read by the tables of its members alone.
import { prefixes, rdf as rdfTerms, xsd } from "../../kernel/generated/vocabulary.ts";
import { type BlankNode, type Literal, type NamedNode, Store, rdf } from "../../kernel/graph.ts";
import { CONTEXT } from "../../kernel/json-ld.ts";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { IMPORT, LIMITS, POLICY, RULE } from "./policy-graph.ts";
import type { PolicyRefusal } from "./refusals.ts";

/** One kind of node: its type, its members, and those of the nodes inside it. */
interface NodeTable {
  readonly type: string;
  readonly members: Readonly<Record<string, NamedNode>>;
  readonly inside?: Readonly<Record<string, NodeTable>>;
  /** How many there may be in one place. */
  readonly most?: number;
}

const TABLE: NodeTable = {
  type: "TrustPolicy",
  members: POLICY,
  inside: {
    rule: { type: "TrustRule", members: RULE, most: LIMITS.rules },
    imports: { type: "PolicyImport", members: IMPORT, most: LIMITS.imports },
  },
};

/** What the context makes of the values of a member; the others are texts. */
const COERCIONS: Readonly<Record<string, (text: string) => NamedNode | Literal>> = {
  policyVersion: (text) => rdf.literal(text, xsd.integer),
  issuer: rdf.namedNode,
  scope: (text) => rdf.namedNode(text.includes(":") ? text : (prefixes["mpli"] ?? "") + text),
  policy: rdf.namedNode,
  validFrom: (text) => rdf.literal(text, xsd.dateTime),
  validUntil: (text) => rdf.literal(text, xsd.dateTime),
};

/**
 * The graph of a policy in JSON. A library for JSON-LD takes minutes for a list of some ten thousand values, and takes an
 * empty list for a member that is not there, so that a rule for no scheme would be one for all.
 */
export function graphOfJson(json: Json): Result<Store, PolicyRefusal> {
  const graph = new Store();
  if (!isObject(json)) return refused(malformed("type", "an object of the type TrustPolicy"));
  const { "@context": context = CONTEXT, ...members } = json;
  if (context !== CONTEXT) return refused(malformed("@context", CONTEXT));
  if (members["type"] === undefined) return refused(malformed("type", TABLE.type));
  const fault = fill(graph, rdf.blankNode(), members, TABLE);
  return fault ? refused(fault) : ok(graph);
}

function fill(
  graph: Store,
  node: BlankNode,
  json: JsonObject,
  { type, members, inside = {} }: NodeTable,
): PolicyRefusal | undefined {
  for (const [name, value] of Object.entries(json)) {
    if (name === "type") {
      if (value !== type) return malformed(name, type);
      graph.addQuad(node, rdfTerms.type, rdf.namedNode((prefixes["mpli"] ?? "") + type));
      continue;
    }
    const predicate = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!predicate) return malformed(name, `only ${Object.keys(members).join(", ")}`);
    const values = [value].flat();
    if (values.length === 0) return malformed(name, "a value, or no such member");
    const table = inside[name];
    const { most = Number.POSITIVE_INFINITY } = table ?? {};
    if (values.length > most) return { code: "policy-too-large", member: name, limit: most };
    for (const each of values) {
      if (table) {
        if (!isObject(each)) return malformed(name, "an object");
        const child = rdf.blankNode();
        graph.addQuad(node, predicate, child);
        const fault = fill(graph, child, each, table);
        if (fault) return fault;
        continue;
      }
      const object = termOf(name, each);
      if (!object) return malformed(name, name === "policyVersion" ? "a number" : "a text");
      graph.addQuad(node, predicate, object);
    }
  }
  return undefined;
}

function termOf(name: string, value: Json): NamedNode | Literal | undefined {
  const text = typeof value === "number" && name === "policyVersion" ? String(value) : value;
  if (typeof text !== "string") return undefined;
  return (COERCIONS[name] ?? ((one: string) => rdf.literal(one)))(text);
}

const malformed = (member: string, expected: string): PolicyRefusal => ({
  code: "malformed-policy",
  member: member.slice(0, 100),
  expected,
});
