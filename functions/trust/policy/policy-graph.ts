// A policy as a graph and back: the one form in which it is read, written and named by a digest.
import { dct, mpli, rdf as rdfTerms, schema, xsd } from "../../kernel/generated/vocabulary.ts";
import { canonicalize } from "../../kernel/digest.ts";
import { type Quad, type Store, type Term, rdf } from "../../kernel/graph.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import {
  ADDRESS,
  ANCHOR,
  DID,
  DIGEST,
  EFFECT,
  INSTANT,
  NAME,
  NODE,
  ROLE,
  SCHEME,
  VERSION,
  text,
} from "./kinds.ts";
import { Members } from "./members.ts";
import type { Rule, TrustPolicy } from "./policy.ts";
import type { PolicyRefusal } from "./refusals.ts";

/** Another policy whose rules hold as well. */
export interface PolicyImport {
  /** Where it is. */
  readonly policy: string;
  /** SHA-256 of the canonical form of its graph, 64 lower-case hex digits. */
  readonly digest: string;
}

/** A policy as it is published, which may lean on others. Only one without imports is a policy to decide by. */
export interface PolicyDocument {
  readonly policy: TrustPolicy;
  readonly imports: readonly PolicyImport[];
}

export const LIMITS = { rules: 1000, issuers: 10_000, perRule: 100, imports: 16 } as const;

/** Members by their names in JSON. */
export const POLICY = {
  name: schema.name,
  title: dct.title,
  description: schema.description,
  policyVersion: mpli.policyVersion,
  rule: mpli.rule,
  imports: mpli.imports,
} as const;
export const RULE = {
  effect: mpli.effect,
  issuer: mpli.issuer,
  credentialType: mpli.credentialType,
  scope: mpli.scope,
  anchorCategory: mpli.anchorCategory,
  confers: mpli.confers,
  validFrom: mpli.validFrom,
  validUntil: mpli.validUntil,
} as const;
export const IMPORT = { policy: mpli.policy, digest: mpli.digest } as const;

/** Reads the policy at `node`. Rules that say the same are one, and their order means nothing. */
export function readPolicyDocument(graph: Store, node: Term): Result<PolicyDocument, PolicyRefusal> {
  const members = new Members(graph, node, POLICY, mpli.TrustPolicy);
  const name = members.required("name", NAME, "");
  const title = members.required("title", text(200), "");
  const version = members.required("policyVersion", VERSION, 1);
  const description = members.one("description", text(2000));
  const nodes = members.all("rule", NODE, LIMITS.rules) ?? [];
  if (nodes.length === 0) members.refuse("rule", "at least one rule");
  const imported = members.all("imports", NODE, LIMITS.imports) ?? [];
  if (members.fault) return refused(members.fault);
  const rules = new Map<string, Rule>();
  for (const each of nodes) {
    const rule = readRule(graph, each);
    if (!rule.ok) return rule;
    rules.set(JSON.stringify(rule.value), rule.value);
  }
  const imports: PolicyImport[] = [];
  for (const each of imported) {
    const found = readImport(graph, each);
    if (!found.ok) return found;
    imports.push(found.value);
  }
  const policy = {
    name,
    title,
    version,
    ...(description ? { description } : {}),
    rules: [...rules.values()],
  };
  const tooLarge = tooManyIssuers(policy);
  return tooLarge ? refused(tooLarge) : ok({ policy, imports });
}

/** Whether a policy names more issuers than are read. */
export function tooManyIssuers({ rules }: TrustPolicy): PolicyRefusal | undefined {
  const issuers = rules.reduce((sum, rule) => sum + (rule.issuers?.length ?? 0), 0);
  if (issuers <= LIMITS.issuers) return undefined;
  return { code: "policy-too-large", member: "issuer", limit: LIMITS.issuers };
}

function readRule(graph: Store, node: Term): Result<Rule, PolicyRefusal> {
  const members = new Members(graph, node, RULE, mpli.TrustRule);
  const effect = members.required("effect", EFFECT, "deny");
  const issuers = sorted(members.all("issuer", DID, LIMITS.issuers));
  const types = sorted(members.all("credentialType", text(300), LIMITS.perRule));
  const scopes = sorted(members.all("scope", SCHEME, LIMITS.perRule));
  const anchors = sorted(members.all("anchorCategory", ANCHOR, LIMITS.perRule));
  const confers = sorted(members.all("confers", ROLE, LIMITS.perRule));
  const [from, until] = [members.one("validFrom", INSTANT), members.one("validUntil", INSTANT)];
  if (from !== undefined && until !== undefined && from >= until)
    members.refuse("validUntil", "a time after that in validFrom");
  if (effect === "deny" && confers) members.refuse("confers", "nothing in a rule that denies");
  if (members.fault) return refused(members.fault);
  // A list of trusted names would believe each of them for everything.
  if (effect === "accept" && !issuers && !anchors) return refused({ code: "bare-rule", lacks: "issuer" });
  if (effect === "accept" && !types) return refused({ code: "bare-rule", lacks: "credentialType" });
  return ok({
    effect,
    ...(issuers && { issuers }),
    ...(types && { types }),
    ...(scopes && { scopes }),
    ...(anchors && { anchors }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(confers && { confers }),
  });
}

function readImport(graph: Store, node: Term): Result<PolicyImport, PolicyRefusal> {
  const members = new Members(graph, node, IMPORT, mpli.PolicyImport);
  const found = {
    policy: members.required("policy", ADDRESS, ""),
    digest: members.required("digest", DIGEST, ""),
  };
  return members.fault ? refused(members.fault) : ok(found);
}

const sorted = <T extends string>(values: readonly T[] | undefined) => values && [...values].sort();

/** The statements of a policy, which stands at a node without a name: the same wherever it is served. */
export function policyGraph({ policy, imports }: PolicyDocument): Quad[] {
  const { name, title, version, description, rules } = policy;
  const root = rdf.blankNode("policy");
  const quads = [rdf.quad(root, rdfTerms.type, mpli.TrustPolicy)];
  const say = (
    subject: Quad["subject"],
    predicate: Quad["predicate"],
    values: readonly Quad["object"][] = [],
  ) => quads.push(...values.map((value) => rdf.quad(subject, predicate, value)));
  say(root, POLICY.name, [rdf.literal(name)]);
  say(root, POLICY.title, [rdf.literal(title)]);
  if (description) say(root, POLICY.description, [rdf.literal(description)]);
  say(root, POLICY.policyVersion, [rdf.literal(String(version), xsd.integer)]);
  for (const [index, rule] of rules.entries()) {
    const node = rdf.blankNode(`rule${index}`);
    say(root, POLICY.rule, [node]);
    say(node, RULE.effect, [rdf.literal(rule.effect)]);
    say(
      node,
      RULE.issuer,
      rule.issuers?.map((did) => rdf.namedNode(did)),
    );
    say(node, RULE.credentialType, literals(rule.types));
    say(
      node,
      RULE.scope,
      rule.scopes?.map((scope) => rdf.namedNode(scope)),
    );
    say(node, RULE.anchorCategory, literals(rule.anchors));
    say(node, RULE.confers, literals(rule.confers));
    say(node, RULE.validFrom, instant(rule.from));
    say(node, RULE.validUntil, instant(rule.until));
  }
  for (const [index, { policy, digest }] of imports.entries()) {
    const node = rdf.blankNode(`import${index}`);
    say(root, POLICY.imports, [node]);
    say(node, IMPORT.policy, [rdf.namedNode(policy)]);
    say(node, IMPORT.digest, [rdf.literal(digest)]);
  }
  return quads;
}

/** SHA-256 of the canonical form of a policy's graph (RDFC-1.0), which is what an import of it states. */
export async function policyDigest(document: PolicyDocument): Promise<string> {
  const named = await canonicalize(policyGraph(document));
  // Rules and imports differ, so their nodes are told apart by what they say.
  if (!named.ok) throw new Error(`the policy ${document.policy.name} has no digest: ${named.refusal.code}`);
  return named.value.digest;
}

const literals = (values: readonly string[] | undefined) => values?.map((value) => rdf.literal(value));
const instant = (at: number | undefined) =>
  at === undefined ? [] : [rdf.literal(new Date(at).toISOString(), xsd.dateTime)];
