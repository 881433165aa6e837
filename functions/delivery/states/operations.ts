// The operations of states as the API description has them.
import { type Operations, type Parameter, SIGNED, SIGNED_WITH_BODY } from "../../edge/operation.ts";
import { type DeliveryCode, ORDER_ID, SIGNED_CODES, SIGNED_JSON_CODES } from "../operation-parts.ts";

const ID: Parameter = { ...ORDER_ID, description: "The id of the order, as the job names it." };

const RUN: readonly Parameter[] = [
  ID,
  {
    name: "run",
    in: "query",
    description: "`id` of the job.",
    schema: { type: "string" },
    example: "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d.2",
  },
  {
    name: "epoch",
    in: "query",
    description: "`epoch` of the job.",
    schema: { type: "integer", minimum: 1 },
    example: 2,
  },
];

const LOCK: Parameter = {
  name: "ID",
  in: "query",
  description: "The ID of the lock that the tool has.",
  schema: { type: "string" },
  example: "3d2fb8a1-6d6c-5a3e-9f10-7c2f0b1f0a44",
};

const DONE = { 200: { description: "Done.", headers: ["Cache-Control"] } } as const;
const OF_RUN = ["not-a-runner", "malformed-parameter", "stale-epoch"] as const;
const RUN_CODES = [...SIGNED_CODES, ...OF_RUN] as const;
const RUN_JSON_CODES = [...SIGNED_JSON_CODES, ...OF_RUN] as const;
const LISTED = {
  200: {
    description: "The versions.",
    headers: ["Cache-Control"],
    content: {
      "application/json": {
        schema: "StateVersions",
        examples: { "of-one-run": "spec/examples/read-state-versions.response.json" },
      },
    },
  },
} as const;
const OPERATOR_CODES = ["operator-only", "no-operator", "no-such-order"] as const;

export const STATES_OPERATIONS: Operations<DeliveryCode> = {
  "GET /states/{id}": {
    id: "readState",
    summary: "Read the state of a tool",
    description: "Gives the runner that has the run of an order the state that its tool has last written.",
    statements: ["MPLI-DEL-100", "MPLI-DEL-101", "MPLI-DEL-109"],
    parameters: [...RUN, ...SIGNED],
    answers: {
      200: {
        description: "The state, as it was written.",
        headers: ["Cache-Control"],
        content: { "application/json": { schema: "ToolState" } },
      },
      204: { description: "There is no state.", headers: ["Cache-Control"] },
    },
    problems: [...RUN_CODES, "state-unreadable"],
  },
  "POST /states/{id}": {
    id: "writeState",
    summary: "Write the state of a tool",
    description:
      "Keeps a state of up to 4 MiB. The one before it stays, as a version that the operator can bring back, where another run has written it.",
    statements: ["MPLI-DEL-101", "MPLI-DEL-103", "MPLI-DEL-105", "MPLI-DEL-106"],
    parameters: [...RUN, LOCK, ...SIGNED_WITH_BODY],
    body: {
      "application/json": {
        schema: "ToolState",
        examples: { "of-one-volume": "spec/examples/write-state.request.json" },
      },
    },
    answers: DONE,
    problems: [...RUN_JSON_CODES, "malformed-state", "state-locked", "state-diverged"],
  },
  "DELETE /states/{id}": {
    id: "removeState",
    summary: "Remove the state of a tool",
    description: "From now on there is no state, until the tool writes one or the operator brings one back.",
    statements: ["MPLI-DEL-101", "MPLI-DEL-103"],
    parameters: [...RUN, LOCK, ...SIGNED],
    answers: DONE,
    problems: [...RUN_CODES, "state-locked"],
  },
  "POST /states/{id}/lock": {
    id: "lockState",
    summary: "Lock the state of a tool",
    description:
      "Gives the lock to the first tool of a run that asks. OpenTofu and Terraform are told so by `lock_address` and `lock_method` of their HTTP backend.",
    statements: ["MPLI-DEL-101", "MPLI-DEL-102", "MPLI-DEL-104"],
    parameters: [...RUN, ...SIGNED_WITH_BODY],
    body: {
      "application/json": {
        schema: "LockInfo",
        examples: { "of-an-apply": "spec/examples/lock-state.request.json" },
      },
    },
    answers: DONE,
    problems: [...RUN_JSON_CODES, "malformed-lock", "state-locked"],
  },
  "POST /states/{id}/unlock": {
    id: "unlockState",
    summary: "Unlock the state of a tool",
    description:
      "Takes the lock back from the tool that has it. An empty body does so whoever has it, as when a person breaks it.",
    statements: ["MPLI-DEL-101", "MPLI-DEL-102"],
    parameters: [...RUN, ...SIGNED_WITH_BODY],
    body: { "application/json": { schema: "LockInfo" } },
    answers: DONE,
    problems: [...RUN_JSON_CODES, "malformed-lock", "state-locked"],
  },
  "GET /states/{id}/versions": {
    id: "readStateVersions",
    summary: "List the versions of a state",
    description: "Says which states of an order are kept, and nothing of what is in them.",
    statements: ["MPLI-DEL-107", "MPLI-DEL-108", "MPLI-DEL-109"],
    operator: true,
    parameters: [ID],
    answers: LISTED,
    problems: OPERATOR_CODES,
  },
  "POST /states/{id}/versions/{version}/restore": {
    id: "restoreState",
    summary: "Bring an earlier state back",
    description:
      "Makes an earlier version the state again, for when a tool has written a broken one. It becomes a new version, so that this can be undone as well.",
    statements: ["MPLI-DEL-107"],
    operator: true,
    parameters: [
      ID,
      {
        name: "version",
        in: "path",
        description: "`version` in the list.",
        schema: { type: "integer", minimum: 1 },
        example: 3,
      },
    ],
    answers: LISTED,
    problems: [...OPERATOR_CODES, "no-such-state", "state-locked"],
  },
};
