// The operations of delivery as the API description has them.
import { type Operations, PAGE, SIGNED, SIGNED_WITH_BODY, type Parameter } from "../edge/operation.ts";
import { ORDERING_OPERATIONS } from "./agreement/operations.ts";
import { BILLING_OPERATIONS } from "./billing/operations.ts";
import { STATES_OPERATIONS } from "./states/operations.ts";
import { JOB_OPERATIONS } from "./jobs/operations.ts";
import { LEVEL_OPERATIONS } from "./levels/operations.ts";
import {
  type DeliveryCode,
  ORDER_ANSWER,
  ORDER_ID,
  SIGNED_CODES,
  SIGNED_JSON_CODES,
} from "./operation-parts.ts";

const AFTER: Parameter = {
  name: "after",
  in: "query",
  description: "Only events with a greater `sequence`; 0 unless stated.",
  schema: { type: "integer", minimum: 0 },
  example: 6,
};

const LAST_EVENT_ID: Parameter = {
  name: "Last-Event-ID",
  in: "header",
  description: "The same, of a stream.",
  schema: { type: "string" },
  example: "6",
};

/** Those of an order that was placed. */
export const ORDER_OPERATIONS: Operations<DeliveryCode> = {
  "GET /orders/{id}": {
    id: "readOrder",
    summary: "Read an order",
    description:
      "Says where an order stands: its agreement, its state, what can be done with it, and what has been. Polling this alone is always enough. Only its customer is shown an order; for all others there is none.",
    statements: [
      "MPLI-ORD-001",
      "MPLI-ORD-002",
      "MPLI-ORD-003",
      "MPLI-ORD-005",
      "MPLI-ORD-006",
      "MPLI-ORD-030",
      "MPLI-DEL-001",
    ],
    parameters: [ORDER_ID, ...SIGNED],
    answers: { 200: ORDER_ANSWER },
    problems: [...SIGNED_CODES, "no-such-order"],
  },
  "POST /orders/{id}/operations/{operation}": {
    id: "operateOrder",
    summary: "Operate what was ordered",
    description:
      "Asks for a change, under a UUID of the customer's choice. One change is made at a time; `terminate` waits for what is under way. The same operation under the same id is carried out once.",
    statements: [
      "MPLI-ORD-004",
      "MPLI-ORD-056",
      "MPLI-DEL-002",
      "MPLI-DEL-003",
      "MPLI-DEL-010",
      "MPLI-DEL-011",
      "MPLI-DEL-012",
      "MPLI-DEL-013",
      "MPLI-DEL-014",
      "MPLI-DEL-015",
      "MPLI-DEL-016",
      "MPLI-DEL-017",
      "MPLI-DEL-018",
      "MPLI-DEL-019",
      "MPLI-DEL-041",
    ],
    parameters: [
      ORDER_ID,
      {
        name: "operation",
        in: "path",
        description: "The UUID that the customer chose for the operation.",
        schema: { type: "string", format: "uuid" },
        example: "7f1f2c1e-8a54-4f0e-9a6f-2f4f0d8f1c11",
      },
      ...SIGNED_WITH_BODY,
    ],
    body: {
      "application/json": {
        schema: "OperationRequest",
        examples: { "a-larger-volume": "spec/examples/operation.request.json" },
      },
    },
    answers: {
      202: { ...ORDER_ANSWER, description: "The operation is taken. `operation` says how it stands." },
    },
    problems: [
      ...SIGNED_JSON_CODES,
      "no-such-order",
      "id-reuse",
      "not-agreed",
      "not-in-this-state",
      "operation-in-progress",
      "past-point-of-no-return",
      "too-many-operations",
      "malformed-operation",
      "parameters-invalid",
    ],
  },
  "GET /orders/{id}/access": {
    id: "readAccess",
    summary: "Fetch what gives access",
    description:
      "Answers with what the runner encrypted to the customer's key: a compact JWE (RFC 7516), which the node cannot read.",
    statements: ["MPLI-DEL-040", "MPLI-DEL-041"],
    parameters: [ORDER_ID, ...SIGNED],
    answers: {
      200: {
        description: "The access, encrypted.",
        headers: ["Cache-Control"],
        content: { "application/jose": { schema: "Text" } },
      },
    },
    problems: [...SIGNED_CODES, "no-such-order", "no-access-yet"],
  },
  "GET /orders/{id}/receipt": {
    id: "readReceipt",
    summary: "Fetch the receipt of an order",
    description:
      "Answers with a token (`typ` `mpli-receipt+jwt`) in which the provider signs where the order stands, under which law and with which certificates, over the digests of the receipts of those it builds on. `below` holds those receipts where the order asked for the disclosure `full`.",
    statements: [
      "MPLI-DEL-091",
      "MPLI-DEL-092",
      "MPLI-DEL-093",
      "MPLI-DEL-094",
      "MPLI-DEL-096",
      "MPLI-DEL-097",
      "MPLI-DEL-098",
      "MPLI-DEL-099",
    ],
    parameters: [ORDER_ID, ...SIGNED],
    answers: {
      200: {
        description: "The receipt, and those below where they are disclosed.",
        headers: ["Cache-Control"],
        content: { "application/json": { schema: "Receipts" } },
      },
    },
    problems: [...SIGNED_CODES, "no-such-order", "no-receipt-yet", "document-not-at-hand"],
  },
  "GET /orders/{id}/events": {
    id: "readEvents",
    summary: "Read or follow the events of an order",
    description:
      "Answers with up to 200 events as CloudEvents, each with the digest of the one before it. As `text/event-stream` the same events come as they happen; a stream ends after some minutes, and whoever still listens comes again.",
    statements: [
      "MPLI-DEL-030",
      "MPLI-DEL-031",
      "MPLI-DEL-032",
      "MPLI-DEL-033",
      "MPLI-DEL-034",
      "MPLI-DEL-035",
    ],
    parameters: [ORDER_ID, AFTER, LAST_EVENT_ID, ...SIGNED],
    answers: {
      200: {
        description: "Events in their order.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "OrderEvents",
            examples: { "the-last-one": "spec/examples/read-events.response.json" },
          },
          "text/event-stream": { schema: "Text" },
        },
      },
    },
    problems: [...SIGNED_CODES, "malformed-parameter", "no-such-order"],
  },
  "POST /orders/{id}/events/{sequence}/redrive": {
    id: "redriveEvent",
    summary: "Have an event sent to the callback again",
    description:
      "Sends an event to the callback of the order anew, whether it had arrived or was given up. A callback that had ended with 410 is told of events again.",
    statements: ["MPLI-DEL-081", "MPLI-DEL-082", "MPLI-DEL-083"],
    parameters: [
      ORDER_ID,
      {
        name: "sequence",
        in: "path",
        description: "The number of the event.",
        schema: { type: "integer", minimum: 1 },
        example: 7,
      },
      ...SIGNED,
    ],
    answers: {
      202: { ...ORDER_ANSWER, description: "The event is sent." },
    },
    problems: [...SIGNED_CODES, "no-such-order", "no-such-event", "no-callback"],
  },
  "GET /orders/{id}/timeline": {
    id: "readTimeline",
    summary: "Look at an order in a browser",
    description:
      "A page that tells an order's life, and goes on telling it. A browser signs nothing: whoever was given the address in `timeline` of the order may look, and only look. So may the operator.",
    statements: ["MPLI-DEL-035"],
    parameters: [
      ORDER_ID,
      {
        name: "key",
        in: "query",
        description: "The key in `timeline` of the order.",
        schema: { type: "string" },
        example: "1f0c6a1b2c3d4e5f60718293a4b5c6d7",
      },
      {
        name: "before",
        in: "query",
        description:
          "Of the page: events before this number are shown, the latest 1,000 of them. Where it is absent, the latest of all.",
        schema: { type: "integer", minimum: 1 },
        example: 1001,
      },
      AFTER,
      LAST_EVENT_ID,
    ],
    answers: {
      200: {
        description: "The page, or the events behind it.",
        headers: ["Cache-Control"],
        content: { ...PAGE, "text/event-stream": { schema: "Text" } },
      },
    },
    problems: ["malformed-parameter", "no-such-order"],
  },
};

export const DELIVERY_OPERATIONS: Operations<DeliveryCode> = {
  ...ORDERING_OPERATIONS,
  ...ORDER_OPERATIONS,
  ...LEVEL_OPERATIONS,
  ...BILLING_OPERATIONS,
  ...JOB_OPERATIONS,
  ...STATES_OPERATIONS,
};
