// The operations of trust as the API description has them.
import { JSON_BODY_CODES, type Operations } from "../edge/operation.ts";
import type { RepresentationRefusal } from "../edge/graph-response.ts";
import { POLICY_OPERATIONS } from "./policy/operations.ts";
import type { TrustRefusal } from "./refusals.ts";

export const TRUST_OPERATIONS: Operations<(TrustRefusal | RepresentationRefusal)["code"]> = {
  ...POLICY_OPERATIONS,
  "POST /credentials/verify": {
    id: "verifyCredential",
    summary: "Verify a credential",
    description:
      "Verifies a credential as a token, as SD-JWT VC or with a Data Integrity proof, as the W3C's VC API does, and says of every check what came of it. Whatever it finds out, the answer has status 200: `outcome` tells a valid credential from an invalid one, and both from one of which nobody knows. Nothing is stored, and anyone may ask.",
    statements: [
      "MPLI-TRUST-001",
      "MPLI-TRUST-002",
      "MPLI-TRUST-005",
      "MPLI-TRUST-006",
      "MPLI-TRUST-007",
      "MPLI-POL-009",
      "MPLI-POL-010",
    ],
    body: {
      "application/json": {
        schema: "VerificationRequest",
        examples: {
          "a-token": "spec/examples/verify.request.json",
          "an-sd-jwt": "spec/examples/verify-sd-jwt.request.json",
          "by-a-policy": "spec/examples/verify-by-policy.request.json",
        },
      },
    },
    answers: {
      200: {
        description: "What was found out.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "CredentialVerification",
            examples: {
              valid: "spec/examples/verify.response.json",
              "of-an-sd-jwt": "spec/examples/verify-sd-jwt.response.json",
            },
          },
        },
      },
    },
    problems: [
      ...JSON_BODY_CODES,
      "no-credential",
      "unknown-profile",
      "unknown-policy",
      "malformed-policy",
      "bare-rule",
      "policy-too-large",
      "policy-with-imports",
      "policy-name-taken",
    ],
  },
};
