// Every way in which issuing says no, on the wire.
import { GRAPH_BODY_PROBLEMS, type JsonBodyRefusal } from "../../edge/body.ts";
import { OPERATOR_PROBLEMS, type OperatorRefusal } from "../../edge/operator.ts";
import type { ProblemTable } from "../../edge/problem.ts";
import type { IssueRefusal } from "./issue.ts";
import type { ChangeRefusal } from "./ports.ts";

export type IssuingRefusal =
  | JsonBodyRefusal
  | OperatorRefusal
  | IssueRefusal
  | ChangeRefusal
  | { code: "no-such-list" }
  | { code: "malformed-parameter"; parameter: string };

export const ISSUING_PROBLEMS: ProblemTable<IssuingRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  ...OPERATOR_PROBLEMS,
  "malformed-request": {
    status: 422,
    title: "A member of the request is missing, unknown, or not in its form",
    mend: "Correct the member named in `member`.",
  },
  "reserved-member": {
    status: 422,
    title: "The credential has a member that only the node writes, or none may have",
    mend: "Leave out the member named in `member`.",
  },
  "foreign-issuer": {
    status: 422,
    title: "The credential names another issuer than this node",
    mend: "Leave out `issuer`, or name this node's DID.",
  },
  "validity-out-of-bounds": {
    status: 422,
    title: "The credential would be valid never, or for too long",
    mend: "Correct the time named in `member`; validity ends after it begins, after now, and at `latest`.",
  },
  "unsound-credential": {
    status: 422,
    title: "This node would not take such a credential itself",
    mend: "Mend what `fault` and `detail` say; POST /credentials/verify explains the faults.",
  },
  "type-violation": {
    status: 422,
    title: "The credential does not say what its type asks for",
    mend: "Mend each entry of `violations`; its message says how.",
  },
  "credential-id-taken": {
    status: 409,
    title: "A credential of this id has been issued already",
    mend: "Leave out `id`, or choose another.",
  },
  "no-such-credential": {
    status: 404,
    title: "This node has issued no credential of this id",
    mend: "GET /credentials/issued lists those that it has.",
  },
  "no-such-status": {
    status: 422,
    title: "The credential has no status of this purpose",
    mend: "Only what a credential was issued with can be changed; `purpose` says what is missing.",
  },
  "revocation-is-final": {
    status: 409,
    title: "A revocation cannot be undone",
    mend: "Issue a new credential. What may come back is suspended instead.",
  },
  "no-such-list": {
    status: 404,
    title: "This node keeps no such status list",
    mend: "Take the address from `statusListCredential` of a credential.",
  },
  "malformed-parameter": {
    status: 400,
    title: "A query parameter cannot be read",
    mend: "Correct the parameter named in `parameter`, or follow `next` of the page before.",
  },
};
