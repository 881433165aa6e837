// What the problems of states mean: for pages, not for the node.
import type { Explanations } from "../../edge/explanation.ts";
import type { StatesRefusal } from "./refusals.ts";

export const STATES_EXPLANATIONS: Explanations<StatesRefusal, "operator-only" | "no-operator"> = {
  "malformed-state": {
    means: "Of a state its lineage and serial are read, so that no older one replaces a newer one.",
    cause: "A state of a version before 4, or a tool of another kind.",
    action: "fix",
    evidence: { member: "Which member; empty where it is no JSON object." },
    example: { member: "lineage" },
  },
  "malformed-lock": {
    means: "A lock bears the ID that its tool chose, and only that tool writes.",
    cause: "A script that locks without the tool.",
    action: "fix",
    evidence: { member: "Which member; empty where it is no JSON object." },
    example: { member: "ID" },
  },
  "state-locked": {
    means: "Two tools that change the same things at once would each undo what the other does.",
    cause: "Two commands of one run, or a tool that was killed and whose run goes on.",
    action: "retry",
    more: "The members besides those of every problem are the lock info of the tool that has the lock, in its own spelling, so that OpenTofu and Terraform tell their users who it is.",
    evidence: {
      ID: "The ID of the lock.",
      Operation: "What the tool does.",
      Info: "What else it says.",
      Who: "User and host.",
      Version: "The version of the tool.",
      Created: "Since when.",
      Path: "Where the tool keeps its state.",
    },
    example: {
      ID: "3d2fb8a1-6d6c-5a3e-9f10-7c2f0b1f0a44",
      Operation: "OperationTypeApply",
      Info: "",
      Who: "runner@tools",
      Version: "1.11.4",
      Created: "2026-11-23T12:00:01.5Z",
      Path: "",
    },
  },
  "state-diverged": {
    means:
      "Each state follows from the one before it: it has its lineage and a greater serial. Any other would make the tool forget things that exist.",
    cause: "A tool that began from an empty state, or a copy of the state that was changed elsewhere.",
    action: "fix",
    evidence: { lineage: "Of the state that is kept.", serial: "Of the state that is kept." },
    example: { lineage: "8f0e2b1a-3c5d-4e6f-9a7b-1c2d3e4f5a6b", serial: 7 },
  },
  "state-unreadable": {
    means:
      "States are encrypted where they are kept. A tool is told so, and not that there is none, since it would make everything anew.",
    cause: "A key that was taken out of MPLI_STATE_KEYS while states were sealed with it.",
    action: "operator",
    evidence: {},
    example: {},
  },
  "no-such-state": {
    means: "Of each of the latest runs the last state is kept, until the order ends.",
    cause: "A version of a run that is too long ago.",
    action: "fix",
    evidence: {},
    example: {},
  },
};
