// The policies of a node: those that every node has, that of its operator, and which of them it decides by.
import { type Json, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { isObject } from "../token/jws.ts";
import type { TrustPolicy } from "./policy.ts";
import { readPolicy } from "./read-policy.ts";
import type { PolicyChoiceRefusal } from "./refusals.ts";
import { OPEN } from "./stock/open.ts";
import { STOCK } from "./stock/stock.ts";

export interface Policies {
  /** What a request is decided by that names no policy. */
  readonly byDefault: TrustPolicy;
  readonly all: readonly TrustPolicy[];
}

/**
 * The policies of a node whose operator has set `setting`: nothing, the name of a policy, or a policy in JSON. Throws
 * when it is none of these, since a node that fell back to another policy would trust whom its operator does not.
 */
export function policiesOf(setting: string | undefined): Policies {
  const given = setting?.trim();
  if (!given) return { byDefault: OPEN, all: STOCK };
  if (!given.startsWith("{")) return { byDefault: named(given, STOCK), all: STOCK };
  const json = parseJson(given);
  const policy = json.ok ? readPolicy(json.value) : json;
  if (!policy.ok) throw new Error(`MPLI_TRUST_POLICY is no trust policy: ${JSON.stringify(policy.refusal)}`);
  if (find(policy.value.name, STOCK))
    throw new Error(`MPLI_TRUST_POLICY has the name of a policy that every node has: ${policy.value.name}`);
  return { byDefault: policy.value, all: [...STOCK, policy.value] };
}

function named(name: string, policies: readonly TrustPolicy[]): TrustPolicy {
  const policy = find(name, policies);
  if (!policy) throw new Error(`MPLI_TRUST_POLICY names no trust policy: ${name.slice(0, 100)}`);
  return policy;
}

const find = (name: string, policies: readonly TrustPolicy[]) =>
  policies.find((policy) => policy.name === name);

/** The policy of that name, if the node has it. */
export function policyNamed(
  name: string,
  { all }: Policies,
): Result<TrustPolicy, { code: "unknown-policy"; policy: string; known: readonly string[] }> {
  const policy = find(name, all);
  if (policy) return ok(policy);
  return refused({ code: "unknown-policy", policy: name.slice(0, 100), known: all.map((one) => one.name) });
}

/** The policy that the options of a request ask for by name or bring along; without options, that of the node. */
export function policyOf(
  options: Json | undefined,
  policies: Policies,
): Result<TrustPolicy, PolicyChoiceRefusal> {
  if (options === undefined) return ok(policies.byDefault);
  if (!isObject(options))
    return refused({ code: "malformed-policy", member: "options", expected: "an object" });
  const { policy } = options;
  if (policy === undefined) return ok(policies.byDefault);
  if (typeof policy === "string") return policyNamed(policy, policies);
  const read = readPolicy(policy);
  // The answer names the policy: what is called gaia-x must be that of the node.
  if (read.ok && find(read.value.name, policies.all))
    return refused({ code: "policy-name-taken", policy: read.value.name });
  return read;
}
