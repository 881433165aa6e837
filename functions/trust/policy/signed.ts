// A policy that comes in a credential, and one that takes the place of another: what whoever installs it has to check.
import { type Result, refused } from "../../kernel/result.ts";
import type { Verification } from "../credential/verify.ts";
import { isObject } from "../token/jws.ts";
import { type PolicyDocument, policyDigest } from "./policy-graph.ts";
import { readPolicyJson } from "./read-policy.ts";
import type { PolicyRefusal } from "./refusals.ts";

export const POLICY_CREDENTIAL = "TrustPolicyCredential";

export type SignedPolicyRefusal =
  | PolicyRefusal
  | { code: "policy-not-verified"; outcome: Verification["outcome"] }
  | { code: "policy-of-another-issuer"; issuer: string; expected: string }
  | { code: "no-policy-credential"; types: readonly string[] };

/**
 * The policy in `trustPolicy` of the subject of a verified credential, which must be valid, of the type
 * TrustPolicyCredential and of the issuer that the operator chose (MPLI-POL-033).
 */
export function signedPolicy(
  { outcome, signed }: Pick<Verification, "outcome" | "signed">,
  expected: string,
): Result<PolicyDocument, SignedPolicyRefusal> {
  if (outcome !== "valid" || !signed) return refused({ code: "policy-not-verified", outcome });
  const { issuer, types, document } = signed.credential;
  if (issuer !== expected) return refused({ code: "policy-of-another-issuer", issuer, expected });
  const subject = document["credentialSubject"];
  const policy = isObject(subject) ? subject["trustPolicy"] : undefined;
  if (!types.includes(POLICY_CREDENTIAL) || policy === undefined)
    return refused({ code: "no-policy-credential", types });
  return readPolicyJson(policy);
}

export type SuccessionRefusal =
  | { code: "policy-of-another-name"; held: string; offered: string }
  | { code: "policy-rollback"; held: number; offered: number };

/**
 * Whether a policy may take the place of the one that is held: it has its name, and a higher version, or is the same
 * (MPLI-POL-032). Whoever could bring back an old version would bring back whom it still believed.
 */
export async function checkSuccession(
  held: PolicyDocument,
  next: PolicyDocument,
): Promise<SuccessionRefusal | undefined> {
  const [before, after] = [held.policy, next.policy];
  if (before.name !== after.name)
    return { code: "policy-of-another-name", held: before.name, offered: after.name };
  if (after.version > before.version) return undefined;
  const isSame =
    after.version === before.version && (await policyDigest(held)) === (await policyDigest(next));
  return isSame ? undefined : { code: "policy-rollback", held: before.version, offered: after.version };
}
