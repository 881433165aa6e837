// What the problems of a node as a whole mean.
import type { Explanations } from "./edge/explanation.ts";
import type { NodeRefusal } from "./refusals.ts";

export const NODE_EXPLANATIONS: Explanations<NodeRefusal> = {
  "not-found": {
    means: "Nothing is served at this address by this node.",
    cause: "A misspelt path, or an operation that belongs to a role which the node does not play.",
    action: "give-up",
    evidence: {},
    example: {},
  },
  "internal-error": {
    means: "The node came to a point that nobody foresaw. A write was not carried out.",
    cause: "A fault in the node's program, or storage that does not answer.",
    action: "retry",
    evidence: {},
    example: {},
  },
  "local-setting": {
    means:
      "The node is set up for one machine, where it may fetch over plain `http`, and was reached under a public name. So it answers nothing at all.",
    cause: "A setting for development that travelled to a deployed node.",
    action: "operator",
    evidence: {},
    example: {},
  },
  "origin-setting": {
    means:
      "What customers and runners sign names the node by its origin. A node that took its origin from the `Host` field would believe what was signed for another one. So it takes no orders until it is told its own.",
    cause: "A node with a key to sign with, whose operator has not set MPLI_ORIGIN.",
    action: "operator",
    evidence: {},
    example: {},
  },
};
