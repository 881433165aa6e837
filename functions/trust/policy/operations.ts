// The operations of trust policies as the API description has them.
import { IF_NONE_MATCH, NOT_MODIFIED, type Operations, graphs } from "../../edge/operation.ts";
import type { RepresentationRefusal } from "../../edge/graph-response.ts";
import type { PolicyDoorRefusal } from "./refusals.ts";

export const POLICY_OPERATIONS: Operations<(PolicyDoorRefusal | RepresentationRefusal)["code"]> = {
  "GET /trust/policy": {
    id: "listPolicies",
    summary: "List the trust policies",
    description:
      "The policies by which this node decides whom to believe, each with its version and its digest, and the name of the one that holds where a request names none.",
    statements: ["MPLI-POL-001", "MPLI-POL-002", "MPLI-POL-003", "MPLI-POL-004"],
    answers: {
      200: {
        description: "All policies.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "TrustPolicyList",
            examples: { policies: "spec/examples/read-policies.response.json" },
          },
        },
      },
    },
    problems: [],
  },
  "GET /trust/policy/{name}": {
    id: "readPolicy",
    summary: "Read a trust policy",
    description:
      "One policy with all its rules. It has no address of its own in the graph, so that its digest is the same at every node that has it.",
    statements: ["MPLI-POL-004", "MPLI-POL-006", "MPLI-POL-007", "MPLI-POL-008"],
    parameters: [
      {
        name: "name",
        in: "path",
        description: "The name of the policy, from the list.",
        schema: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
        example: "gaia-x",
      },
      IF_NONE_MATCH,
    ],
    answers: {
      200: {
        description: "The policy.",
        headers: ["Cache-Control", "ETag", "Vary"],
        content: graphs({ "application/ld+json": { eidas: "spec/examples/read-policy.response.jsonld" } }),
      },
      304: NOT_MODIFIED,
    },
    problems: ["no-such-policy", "not-acceptable"],
  },
};
