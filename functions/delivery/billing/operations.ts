// The operations of usage and bills as the API description has them.
import {
  JSON_BODY_CODES,
  OPERATOR_CODES,
  type Operations,
  type Parameter,
  SIGNED,
  SIGNED_WITH_BODY,
} from "../../edge/operation.ts";
import { type DeliveryCode, ORDER_ID, SIGNED_CODES, SIGNED_JSON_CODES } from "../operation-parts.ts";

const MONTH = {
  description: "A month of UTC.",
  schema: { type: "string", pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])$" },
  example: "2026-11",
} as const;

const PERIOD: Parameter = { name: "period", in: "path", ...MONTH };

const BILL = {
  headers: ["Cache-Control"],
  content: { "application/vc+jwt": { schema: "Text" } },
} as const;

export const BILLING_OPERATIONS: Operations<DeliveryCode> = {
  "POST /orders/{id}/usage": {
    id: "reportUsage",
    summary: "Report usage",
    description:
      "Takes lines of usage from a runner, all or none. A line that is known is counted once; what it says stays as it was, less what a correction takes from it.",
    statements: [
      "MPLI-DEL-120",
      "MPLI-DEL-121",
      "MPLI-DEL-122",
      "MPLI-DEL-123",
      "MPLI-DEL-128",
      "MPLI-DEL-144",
      "MPLI-DEL-146",
      "MPLI-DEL-147",
    ],
    parameters: [ORDER_ID, ...SIGNED_WITH_BODY],
    body: {
      "application/json": {
        schema: "UsageReport",
        examples: {
          traffic: "spec/examples/usage.request.json",
          correction: "spec/examples/usage-correction.request.json",
        },
      },
    },
    answers: {
      200: {
        description: "The usage is taken.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "UsageAnswer",
            examples: { taken: "spec/examples/usage-answer.json" },
          },
        },
      },
    },
    problems: [
      ...SIGNED_JSON_CODES,
      "not-a-runner",
      "no-such-order",
      "not-agreed",
      "malformed-usage",
      "booked-otherwise",
      "period-billed",
      "too-many-entries",
    ],
  },
  "GET /orders/{id}/usage": {
    id: "readUsage",
    summary: "Read what a month costs",
    description:
      "Charges of a month in the columns of FOCUS 1.2: CSV, unless the request asks for JSON. For the customer, and for the operator with its token.",
    statements: [
      "MPLI-DEL-124",
      "MPLI-DEL-125",
      "MPLI-DEL-129",
      "MPLI-DEL-140",
      "MPLI-DEL-141",
      "MPLI-DEL-145",
      "MPLI-DEL-148",
    ],
    parameters: [ORDER_ID, { name: "period", in: "query", ...MONTH }, ...SIGNED],
    answers: {
      200: {
        description: "The charges.",
        headers: ["Cache-Control"],
        content: {
          "text/csv": { schema: "Text" },
          "application/json": {
            schema: "Usage",
            examples: {
              traffic: "spec/examples/usage-file.json",
              credit: "spec/examples/credit-file.json",
            },
          },
        },
      },
    },
    problems: [...SIGNED_CODES, ...OPERATOR_CODES, "malformed-parameter", "no-such-order"],
  },
  "PUT /orders/{id}/bills/{period}": {
    id: "billOrder",
    summary: "Bill a month",
    description:
      "Signs a BillingCredential that binds an invoice to the usage behind it, and ends the usage of that month. The same bill again has the same answer.",
    statements: ["MPLI-DEL-126", "MPLI-DEL-127", "MPLI-DEL-128"],
    operator: true,
    parameters: [ORDER_ID, PERIOD],
    body: {
      "application/json": {
        schema: "BillRequest",
        examples: { "of-a-month": "spec/examples/bill.request.json" },
      },
    },
    answers: {
      200: { ...BILL, description: "The bill was known." },
      201: { ...BILL, description: "The bill is new." },
    },
    problems: [
      ...OPERATOR_CODES,
      ...JSON_BODY_CODES,
      "malformed-bill",
      "malformed-parameter",
      "no-such-order",
      "not-agreed",
      "period-not-over",
      "nothing-to-bill",
      "booked-otherwise",
    ],
  },
  "GET /orders/{id}/bills/{period}": {
    id: "readBill",
    summary: "Read a bill",
    description: "The BillingCredential of a month. For the customer, and for the operator with its token.",
    statements: ["MPLI-DEL-126", "MPLI-DEL-129"],
    parameters: [ORDER_ID, PERIOD, ...SIGNED],
    answers: { 200: { ...BILL, description: "The bill." } },
    problems: [...SIGNED_CODES, ...OPERATOR_CODES, "no-such-order", "no-such-bill"],
  },
};
