// Every way in which trust says no, on the wire. What is wrong with a credential is no refusal, but the answer.
import { GRAPH_BODY_PROBLEMS, type JsonBodyRefusal } from "../edge/body.ts";
import type { ProblemTable } from "../edge/problem.ts";
import type { OptionsRefusal } from "./credential/options.ts";
import type { SecuredRefusal } from "./credential/secured.ts";
import { POLICY_PROBLEMS, type PolicyChoiceRefusal, type PolicyDoorRefusal } from "./policy/refusals.ts";

export type TrustRefusal =
  | JsonBodyRefusal
  | SecuredRefusal
  | OptionsRefusal
  | PolicyChoiceRefusal
  | PolicyDoorRefusal;

export const TRUST_PROBLEMS: ProblemTable<TrustRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  ...POLICY_PROBLEMS,
  "no-credential": {
    status: 422,
    title: "There is no credential in the request",
    mend: "Put one into `verifiableCredential`: an EnvelopedVerifiableCredential with the token in its `id`, or one with a proof.",
  },
  "unknown-profile": {
    status: 422,
    title: "Tokens are not read by a profile of this name",
    mend: "Name one of those in `profiles` as `options.profile`, or none.",
  },
};
