// The operations of service levels as the API description has them.
import { OPERATOR_CODES, type Operations, SIGNED } from "../../edge/operation.ts";
import { type DeliveryCode, ORDER_ID, SIGNED_CODES } from "../operation-parts.ts";

export const LEVEL_OPERATIONS: Operations<DeliveryCode> = {
  "GET /orders/{id}/service-level": {
    id: "readServiceLevel",
    summary: "Read what was promised",
    description:
      "Once the service was delivered: the service level that its offer had when it was ordered, as a ServiceLevelCredential that the provider has signed. For the customer, and for the operator with its token.",
    statements: ["MPLI-DEL-110", "MPLI-DEL-111", "MPLI-DEL-129"],
    parameters: [ORDER_ID, ...SIGNED],
    answers: {
      200: {
        description: "The credential.",
        headers: ["Cache-Control"],
        content: { "application/vc+jwt": { schema: "Text" } },
      },
    },
    problems: [...SIGNED_CODES, ...OPERATOR_CODES, "no-such-order", "no-service-level"],
  },
  "POST /orders/{id}/measurements": {
    id: "measureOrder",
    summary: "Report a measurement",
    description:
      "Takes a ServiceLevelMeasurementCredential of a monitor that the offer named, and says whether the objective is kept. One that is missed is told in an event, and is a condition of the order; its service credit is in the usage file. The request needs no other signature.",
    statements: [
      "MPLI-DEL-112",
      "MPLI-DEL-113",
      "MPLI-DEL-114",
      "MPLI-DEL-115",
      "MPLI-DEL-116",
      "MPLI-DEL-117",
      "MPLI-DEL-118",
      "MPLI-DEL-119",
      "MPLI-DEL-140",
      "MPLI-DEL-142",
      "MPLI-DEL-143",
    ],
    parameters: [ORDER_ID],
    body: { "application/vc+jwt": { schema: "Text" } },
    answers: {
      200: {
        description: "The measurement is taken.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "MeasurementAnswer",
            examples: { missed: "spec/examples/measurement-answer.json" },
          },
        },
      },
    },
    problems: [
      "body-too-large",
      "unsupported-encoding",
      "unsupported-media-type",
      "not-utf-8",
      "no-such-order",
      "no-service-level",
      "measurement-unproven",
      "not-a-monitor",
      "measurement-unfit",
      "booked-otherwise",
      "too-many-entries",
    ],
  },
};
