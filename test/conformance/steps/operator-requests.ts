// The requests that only the operator may make, each with a body that changes nothing even where it is wrongly taken.
import type { Exam } from "../exam.ts";
import type { Answer } from "../http.ts";

export interface OperatorRequest {
  readonly method: "PUT" | "POST" | "DELETE";
  readonly address: string;
  readonly type: string;
}

/** Those that the target's roles and features bring along. */
export function operatorRequests(t: Exam): readonly OperatorRequest[] {
  const { features, roles } = t.declared;
  const requests: OperatorRequest[] = [];
  const add = (method: OperatorRequest["method"], endpoint: string, type: string) =>
    requests.push({ method, address: t.endpoint(endpoint), type });
  if (roles.has("provider") && features.has("publishing")) {
    add("PUT", "manifest", "application/ld+json");
    add("POST", "check", "application/ld+json");
  }
  if (roles.has("catalogue")) {
    add("POST", "providers", "application/json");
    add("DELETE", "providers", "application/json");
  }
  if (features.has("issuing"))
    for (const endpoint of ["issue", "status"]) add("POST", endpoint, "application/json");
  if (features.has("testing")) add("POST", "trigger", "application/json");
  return requests;
}

/** The same, of a target that has an operator; without any of them, or an operator, the case does not apply. */
export function guardedRequests(t: Exam): readonly OperatorRequest[] {
  if (t.isWithoutOperator) t.inapplicable("the target has no operator's token");
  const requests = operatorRequests(t);
  return requests.length > 0 ? requests : t.inapplicable("the target takes no requests of an operator");
}

/** Sends it with these header fields, and an empty object as its body. */
export function sendAs(
  t: Exam,
  { method, address, type }: OperatorRequest,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return t.request(address, { method, headers: { "content-type": type, ...headers }, body: "{}" });
}

/** Expects that the request is known to be no operator's, as a node with an operator's token says it. */
export function expectOperatorOnly(t: Exam, answer: Answer): void {
  const isClosed = answer.status === 403 && !t.hasToken && answer.text.includes("no-operator");
  if (isClosed) t.inapplicable("the target has no operator's token: --without-operator");
  t.refusal(answer, 401, "operator-only");
  t.header(answer, "WWW-Authenticate", /(^|,)\s*Bearer\b/i);
}
