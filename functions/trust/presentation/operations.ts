// The operations of presentations as the API description has them.
import { JSON_BODY_CODES, type Operations } from "../../edge/operation.ts";
import type { PresentationRefusal } from "./refusals.ts";

export const PRESENTATION_OPERATIONS: Operations<PresentationRefusal["code"]> = {
  "POST /presentations/requests": {
    id: "requestPresentation",
    summary: "Ask for a presentation",
    description:
      "Gives a request for credentials that one presentation can answer, within a few minutes and once. Nothing is stored, and anyone may ask.",
    statements: ["MPLI-PRES-015", "MPLI-PRES-016", "MPLI-PRES-017"],
    body: {
      "application/json": {
        schema: "PresentationRequestRequest",
        examples: { "a-membership": "spec/examples/request-presentation.request.json" },
      },
    },
    answers: {
      200: {
        description: "The request.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "PresentationRequest",
            examples: { "a-membership": "spec/examples/request-presentation.response.json" },
          },
        },
      },
    },
    problems: [...JSON_BODY_CODES, "malformed-query"],
  },
  "POST /presentations/verify": {
    id: "verifyPresentation",
    summary: "Verify a presentation",
    description:
      "Verifies a presentation and each credential in it, as the W3C's VC API does, and says of every check what came of it. With the id of a request in `options.request`, it also decides whether the presentation has what was asked for, and uses the request up. Whatever it finds out, the answer has status 200. Nothing of a presentation is stored but its digest and the decision, for some minutes.",
    statements: ["MPLI-PRES-001", "MPLI-PRES-005", "MPLI-PRES-006", "MPLI-PRES-019"],
    body: {
      "application/json": {
        schema: "PresentationVerificationRequest",
        examples: { "a-membership": "spec/examples/verify-presentation.request.json" },
      },
    },
    answers: {
      200: {
        description: "What was found out.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "PresentationVerification",
            examples: { satisfied: "spec/examples/verify-presentation.response.json" },
          },
        },
      },
    },
    problems: [...JSON_BODY_CODES, "no-presentation", "malformed-options"],
  },
};
