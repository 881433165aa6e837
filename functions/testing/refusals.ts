// Every way in which the trigger says no, on the wire.
import { CATALOGUE_PROBLEMS } from "../catalogue/refusals.ts";
import { GRAPH_BODY_PROBLEMS, type JsonBodyRefusal } from "../edge/body.ts";
import { OPERATOR_PROBLEMS, type OperatorRefusal } from "../edge/operator.ts";
import type { ProblemTable } from "../edge/problem.ts";

export type TriggerRefusal =
  | JsonBodyRefusal
  | OperatorRefusal
  | { code: "malformed-action" }
  | { code: "unknown-action"; actions: readonly string[] }
  | { code: "no-such-provider" };

export const TRIGGER_PROBLEMS: ProblemTable<TriggerRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  ...OPERATOR_PROBLEMS,
  "malformed-action": {
    status: 422,
    title: "The body asks for no action",
    mend: 'Send {"action":"harvest","url":"https://…"} with the address of a registered provider.',
  },
  "unknown-action": {
    status: 422,
    title: "This node has no such action",
    mend: "Ask for one of those in `actions`.",
  },
  "no-such-provider": CATALOGUE_PROBLEMS["no-such-provider"],
};
