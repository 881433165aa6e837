// A policy at the door: in place as JSON, in a graph such as a demand's, or as a file; closed, bounded, and never bare.
import { mpli, rdf as rdfTerms } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, subjects } from "../../kernel/graph.ts";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { TrustPolicy } from "./policy.ts";
import { type PolicyDocument, readPolicyDocument } from "./policy-graph.ts";
import { graphOfJson } from "./policy-json.ts";
import type { PolicyRefusal } from "./refusals.ts";

const malformed = (member: string, expected: string) =>
  refused({ code: "malformed-policy" as const, member: member.slice(0, 100), expected });

/**
 * Reads a policy to decide by from JSON: its JSON-LD under our context, which may be left out. A policy with imports is
 * refused, since nothing is fetched here.
 */
export function readPolicy(json: Json): Result<TrustPolicy, PolicyRefusal> {
  const document = readPolicyJson(json);
  return document.ok ? withoutImports(document.value) : document;
}

/**
 * Reads what stands at a node in a larger graph, as `trustPolicy` of a demand: the name of a policy, or a policy to
 * decide by.
 */
export function readPolicyGraph(
  graph: Store,
  node: Term,
): Result<TrustPolicy | { readonly named: string }, PolicyRefusal> {
  if (node.termType === "Literal") return ok({ named: node.value });
  const document = readPolicyDocument(graph, node);
  return document.ok ? withoutImports(document.value) : document;
}

/** Reads a policy from JSON as it is published, imports and all. */
export function readPolicyJson(json: Json): Result<PolicyDocument, PolicyRefusal> {
  const graph = graphOfJson(json);
  return graph.ok ? readWholePolicy(graph.value) : graph;
}

/** Reads the policy that a graph is, with nothing beside it. */
export function readWholePolicy(graph: Store): Result<PolicyDocument, PolicyRefusal> {
  const [node, ...others] = subjects(graph, rdfTerms.type, mpli.TrustPolicy);
  if (!node || others.length > 0) return malformed("type", "one node of the type TrustPolicy");
  const parts = [node, ...[mpli.rule, mpli.imports].flatMap((part) => graph.getObjects(node, part, null))];
  const known = new Set(parts.map(keyOf));
  const stray = graph.getSubjects(null, null, null).find((one) => !known.has(keyOf(one)));
  return stray ? malformed(stray.value, "nothing beside the policy") : readPolicyDocument(graph, node);
}

const keyOf = ({ termType, value }: Term) => `${termType} ${value}`;

function withoutImports({ policy, imports }: PolicyDocument): Result<TrustPolicy, PolicyRefusal> {
  return imports.length > 0 ? refused({ code: "policy-with-imports" }) : ok(policy);
}
