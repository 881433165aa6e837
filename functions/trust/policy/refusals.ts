// Every way in which a policy is not one that a node decides by, on the wire.
import type { ProblemTable } from "../../edge/problem.ts";

export type PolicyRefusal =
  | { code: "malformed-policy"; member: string; expected: string; given?: string }
  | { code: "bare-rule"; lacks: "issuer" | "credentialType" }
  | { code: "policy-too-large"; member: string; limit: number }
  | { code: "policy-with-imports" };

export type PolicyChoiceRefusal =
  | PolicyRefusal
  | { code: "unknown-policy"; policy: string; known: readonly string[] }
  | { code: "policy-name-taken"; policy: string };

export type PolicyDoorRefusal = { code: "no-such-policy"; policy: string };

export const CHOICE_PROBLEMS: ProblemTable<PolicyChoiceRefusal> = {
  "malformed-policy": {
    status: 422,
    title: "The trust policy is not one",
    mend: "Correct the member named in `member`; `expected` says what it can be.",
  },
  "bare-rule": {
    status: 422,
    title: "A rule accepts without saying whom or what",
    mend: "Name issuers or an anchor category in each rule that accepts, and the credential types that they are believed for.",
  },
  "policy-too-large": {
    status: 422,
    title: "The trust policy is larger than is read",
    mend: "Write at most `limit` of the member named in `member`.",
  },
  "policy-with-imports": {
    status: 422,
    title: "The trust policy imports others",
    mend: "Write the rules of the imported policies into it; nothing is fetched for a request.",
  },
  "unknown-policy": {
    status: 422,
    title: "There is no trust policy of this name",
    mend: "Name one of those in `known`, or send the policy itself.",
  },
  "policy-name-taken": {
    status: 422,
    title: "The name of the trust policy is that of another",
    mend: "Give the policy a name of its own, or ask for that of the node by its name alone.",
  },
};

export const POLICY_PROBLEMS: ProblemTable<PolicyChoiceRefusal | PolicyDoorRefusal> = {
  ...CHOICE_PROBLEMS,
  "no-such-policy": {
    status: 404,
    title: "This node has no trust policy of this name",
    mend: "Start from /trust/policy; it lists those that there are.",
  },
};
