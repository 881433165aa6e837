// The operation of the test-only trigger as the API description has it.
import { JSON_BODY_CODES, OPERATOR_CODES, type Operations } from "../edge/operation.ts";
import type { TriggerRefusal } from "./refusals.ts";

export const TRIGGER_OPERATIONS: Operations<TriggerRefusal["code"]> = {
  "POST /test/trigger": {
    id: "trigger",
    summary: "Have the node act now",
    description:
      "Only on a node that is set up for tests, which lists the feature `testing`: does at once what the node otherwise does in its own time. The answer comes when the action has ended, whether it succeeded or not.",
    statements: ["MPLI-TEST-001", "MPLI-TEST-003", "MPLI-TEST-004", "MPLI-TEST-005", "MPLI-TEST-007"],
    operator: true,
    body: {
      "application/json": {
        schema: "ActionRequest",
        examples: { harvest: "spec/examples/trigger.request.http" },
      },
    },
    answers: {
      200: {
        description: "The action has ended.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "ActionAnswer",
            examples: { harvest: "spec/examples/trigger.response.http" },
          },
        },
      },
    },
    problems: [
      ...OPERATOR_CODES,
      ...JSON_BODY_CODES,
      "malformed-action",
      "unknown-action",
      "no-such-provider",
    ],
  },
};
