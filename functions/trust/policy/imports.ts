// The policies that a policy imports, fetched and checked against their digests, and all their rules in one. This is
// for whoever installs a policy; no request to a node comes here.
import type { FetchRefusal, GuardedFetch } from "../../edge/guard.ts";
import { canonicalize } from "../../kernel/digest.ts";
import type { Store } from "../../kernel/graph.ts";
import { parseJson } from "../../kernel/json.ts";
import { type Syntax, syntaxOf } from "../../kernel/media.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type SyntaxRefusal, parse } from "../../kernel/syntax.ts";
import type { Rule, TrustPolicy } from "./policy.ts";
import { LIMITS, type PolicyDocument, type PolicyImport, tooManyIssuers } from "./policy-graph.ts";
import { graphOfJson } from "./policy-json.ts";
import { readWholePolicy } from "./read-policy.ts";
import type { PolicyRefusal } from "./refusals.ts";

export type ImportRefusal =
  | PolicyRefusal
  | { code: "import-unreachable"; policy: string; reason: FetchRefusal["code"] | "status" | "media-type" }
  | { code: "import-malformed"; policy: string; reason: string }
  | { code: "import-digest-mismatch"; policy: string; expected: string; found: string }
  | { code: "import-loop"; policy: string }
  | { code: "import-too-deep"; policy: string; limit: number }
  | { code: "too-many-imports"; limit: number };

const DEEPEST_IMPORT = 3;
const MOST_IMPORTS = 16;
/** Bytes of an imported policy. */
const LARGEST = 2 * 1024 * 1024;
const ACCEPT = "application/ld+json, text/turtle;q=0.9";

/**
 * The policy with the rules of all that it imports, at most three imports deep and sixteen in all. Each must have the
 * digest that its import states: SHA-256 of the canonical form of its graph (RDFC-1.0), whatever syntax it comes in.
 * Names, titles and versions of imported policies do not count.
 */
export async function resolveImports(
  document: PolicyDocument,
  ask: GuardedFetch,
): Promise<Result<TrustPolicy, ImportRefusal>> {
  const rules = new Map<string, Rule>();
  let left = MOST_IMPORTS;
  const failure = await collect(document, []);
  if (failure) return refused(failure);
  if (rules.size > LIMITS.rules)
    return refused({ code: "policy-too-large", member: "rule", limit: LIMITS.rules });
  const policy = { ...document.policy, rules: [...rules.values()] };
  const tooLarge = tooManyIssuers(policy);
  return tooLarge ? refused(tooLarge) : ok(policy);

  /** `above` are the addresses that led here. */
  async function collect(
    { policy, imports }: PolicyDocument,
    above: readonly string[],
  ): Promise<ImportRefusal | undefined> {
    for (const rule of policy.rules) rules.set(JSON.stringify(rule), rule);
    for (const each of imports) {
      if (above.includes(each.policy)) return { code: "import-loop", policy: each.policy };
      if (above.length === DEEPEST_IMPORT)
        return { code: "import-too-deep", policy: each.policy, limit: DEEPEST_IMPORT };
      if (--left < 0) return { code: "too-many-imports", limit: MOST_IMPORTS };
      const imported = await load(each, ask);
      if (!imported.ok) return imported.refusal;
      const failure = await collect(imported.value, [...above, each.policy]);
      if (failure) return failure;
    }
    return undefined;
  }
}

async function load(
  { policy, digest }: PolicyImport,
  ask: GuardedFetch,
): Promise<Result<PolicyDocument, ImportRefusal>> {
  const no = (reason: FetchRefusal["code"] | "status" | "media-type") =>
    refused({ code: "import-unreachable" as const, policy, reason });
  const answer = await ask(policy, { accept: ACCEPT, limit: LARGEST });
  if (!answer.ok) return no(answer.refusal.code);
  const { status, contentType, text } = answer.value;
  if (status !== 200) return no("status");
  const syntax = syntaxOf(contentType);
  if (!syntax) return no("media-type");
  const graph = await graphOfText(text, syntax, policy);
  if (!graph.ok) return refused({ code: "import-malformed", policy, reason: graph.refusal.code });
  const named = await canonicalize(graph.value);
  if (!named.ok) return refused({ code: "import-malformed", policy, reason: named.refusal.code });
  if (named.value.digest !== digest)
    return refused({ code: "import-digest-mismatch", policy, expected: digest, found: named.value.digest });
  return readWholePolicy(graph.value);
}

/** The graph of a policy in any syntax. */
export async function graphOfText(
  text: string,
  syntax: Syntax,
  base: string,
): Promise<Result<Store, PolicyRefusal | SyntaxRefusal>> {
  if (syntax !== "application/ld+json") return parse(text, syntax, base);
  const json = parseJson(text);
  return json.ok ? graphOfJson(json.value) : json;
}
