// Trust policies that the kit writes, and what a target decides by them.
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, brief, isObject } from "../http.ts";
import { type Issuer, checksIn, credential, enveloped, token } from "./credentials.ts";

/** A type that every credential of the kit has, and one that none of them has. */
export const [TYPE, OTHER_TYPE] = ["VerifiableCredential", "CertificationCredential"] as const;

/** A policy of these rules, with other members where a case wants them. */
export function policyOf(rule: unknown, more: JsonObject = {}): JsonObject {
  return {
    type: "TrustPolicy",
    name: "conformance-kit",
    title: "A policy of the conformance kit",
    policyVersion: 1,
    rule,
    ...more,
  };
}

/** A rule that accepts the issuer's credentials, changed where a case wants it otherwise. */
export function accepting({ did }: Pick<Issuer, "did">, more: JsonObject = {}): JsonObject {
  return { effect: "accept", issuer: [did], credentialType: [TYPE], ...more };
}

/** Has the target verify a sound credential of the issuer by a policy: its name, or the policy. */
export function verifyBy(t: Exam, one: Issuer, policy?: unknown, more: JsonObject = {}): Promise<Answer> {
  if (!t.hasEndpoint("verify")) t.inapplicable("the target verifies no credentials");
  const options = policy === undefined ? {} : { options: { policy } };
  const verifiableCredential = enveloped(token(one, credential(one, more)));
  return t.request(t.endpoint("verify"), {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ verifiableCredential, ...options }),
  });
}

/** What the target found out about a sound credential of the issuer by this policy. */
export async function verificationBy(
  t: Exam,
  one: Issuer,
  policy?: unknown,
  more: JsonObject = {},
): Promise<JsonObject> {
  const answer = await verifyBy(t, one, policy, more);
  t.status(answer, 200);
  return answer.json();
}

/** What the policy decides of the issuer's credential: "passed", or the code of the fault. */
export async function decidedBy(
  t: Exam,
  one: Issuer,
  policy: unknown,
  more: JsonObject = {},
): Promise<unknown> {
  const found = await verificationBy(t, one, policy, more);
  const check = checksIn(t, found).find((each) => each["check"] === "issuer");
  t.equal(found["outcome"], check?.["outcome"] === "passed" ? "valid" : "invalid", "the outcome is");
  return check?.["code"] ?? check?.["outcome"];
}

/** By these rules the issuer's credential is accepted, or ends with the code. */
export async function expectDecision(
  t: Exam,
  one: Issuer,
  rules: readonly JsonObject[],
  decision: "passed" | "issuer-denied" | "issuer-not-trusted",
  what: string,
): Promise<void> {
  t.equal(await decidedBy(t, one, policyOf(rules)), decision, `${what} ends with`);
}

/** The list of policies, and its entries. */
export async function listedPolicies(t: Exam): Promise<{ list: JsonObject; entries: readonly JsonObject[] }> {
  const answer = await t.get(t.endpoint("policies"));
  t.status(answer, 200);
  const list = answer.json();
  const { policy } = list;
  t.that(
    Array.isArray(policy) && policy.every(isObject),
    "a list of objects in `policy`",
    brief(JSON.stringify(policy ?? null)),
  );
  return { list, entries: policy };
}

/** The address of a policy of this name. */
export const addressOf = (t: Exam, name: string) => `${t.endpoint("policies")}/${name}`;
