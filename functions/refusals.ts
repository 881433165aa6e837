// Every way in which a node as a whole says no, whatever its rooms.
import type { ProblemTable } from "./edge/problem.ts";

export type NodeRefusal =
  | { code: "not-found" }
  | { code: "internal-error" }
  | { code: "local-setting" }
  | { code: "origin-setting" };

export const NODE_PROBLEMS: ProblemTable<NodeRefusal> = {
  "not-found": {
    status: 404,
    title: "There is nothing at this address",
    mend: "Start from /.well-known/mpli; it names what this node serves.",
  },
  "internal-error": {
    status: 500,
    title: "The node made a mistake",
    mend: "Try again; if it happens again, tell the node's operator.",
  },
  "local-setting": {
    status: 503,
    title: "MPLI_LOCAL is for loopback only",
    mend: "Unset MPLI_LOCAL on a node that others can reach.",
  },
  "origin-setting": {
    status: 503,
    title: "A node that delivers has to know its origin",
    mend: "Set MPLI_ORIGIN to the public origin of the node, such as https://cloud.example.",
  },
};
