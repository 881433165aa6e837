// Who may change this node: its operator, by bearer token (RFC 6750).
import type { Context } from "hono";
import { sha256Hex } from "../kernel/digest.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import type { ProblemTable } from "./problem.ts";

export type OperatorRefusal = { code: "operator-only" } | { code: "no-operator" };

/** Succeeds when the request carries the operator's token; digests are compared so that timing tells nothing. */
export function requireOperator(c: Context, token: string | undefined): Result<true, OperatorRefusal> {
  if (!token) return refused({ code: "no-operator" });
  const presented = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  return presented && sha256Hex(presented) === sha256Hex(token)
    ? ok(true)
    : refused({ code: "operator-only" });
}

export const OPERATOR_PROBLEMS: ProblemTable<OperatorRefusal> = {
  "operator-only": {
    status: 401,
    title: "Only the node's operator may do this",
    mend: "Send the operator's token as `Authorization: Bearer …`.",
  },
  "no-operator": {
    status: 403,
    title: "This node has no operator token and takes no changes",
    mend: "Set the secret MPLI_OPERATOR_TOKEN.",
  },
};
