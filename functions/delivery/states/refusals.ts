// Every way in which the keeping of states says no, on the wire.
import { OPERATOR_PROBLEMS, type OperatorRefusal } from "../../edge/operator.ts";
import type { ProblemTable } from "../../edge/problem.ts";
import type { LockFormRefusal } from "./lock-info.ts";
import type { RestoreRefusal, StateRefusal } from "./ports.ts";
import type { StateFormRefusal } from "./state.ts";

/** What no other door of delivery refuses. */
export type StatesRefusal =
  | OperatorRefusal
  | StateFormRefusal
  | LockFormRefusal
  | Exclude<StateRefusal | RestoreRefusal, { code: "stale-epoch" | "no-such-order" }>
  | { code: "state-unreadable" };

export const STATES_PROBLEMS: ProblemTable<StatesRefusal> = {
  ...OPERATOR_PROBLEMS,
  "malformed-state": {
    status: 422,
    title: "This is no state of OpenTofu or Terraform",
    mend: "Send a state file of version 4, with what `member` names.",
  },
  "malformed-lock": {
    status: 422,
    title: "This is no lock of OpenTofu or Terraform",
    mend: "Send the lock info of the tool, with what `member` names.",
  },
  "state-locked": {
    status: 423,
    title: "The state is locked",
    mend: "Wait until the tool in `Who` is done. The lock ends with its run.",
  },
  "state-diverged": {
    status: 409,
    title: "The state does not follow from the one that is kept",
    mend: "Read the state again, and change that. It has the lineage in `lineage` and a serial above `serial`.",
  },
  "state-unreadable": {
    status: 500,
    title: "The node cannot read the state that it keeps",
    mend: "Have the operator put the key that it was sealed with back into MPLI_STATE_KEYS.",
  },
  "no-such-state": {
    status: 404,
    title: "The order has no such version of its state",
    mend: "Name a version that `GET /states/{id}/versions` lists.",
  },
};
