// What the problems of the trigger mean.
import type { CATALOGUE_EXPLANATIONS } from "../catalogue/explanations.ts";
import type { EDGE_EXPLANATIONS } from "../edge/explanations.ts";
import type { Explanations } from "../edge/explanation.ts";
import type { TriggerRefusal } from "./refusals.ts";

type Elsewhere = keyof typeof EDGE_EXPLANATIONS | keyof typeof CATALOGUE_EXPLANATIONS;

export const TRIGGER_EXPLANATIONS: Explanations<TriggerRefusal, Elsewhere> = {
  "malformed-action": {
    means: "The body is JSON, and it does not name an action and the address that it is about.",
    cause: "A missing `action` or `url`, or a `url` that is none.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "unknown-action": {
    means: "This node never does such a thing by itself, so it cannot be told to do it now.",
    cause: "A harvest that is asked of a node that is no catalogue.",
    action: "fix",
    evidence: { actions: "The actions that this node has." },
    example: { actions: ["harvest"] },
  },
};
