// The operations of issuing as the API description has them.
import { IF_NONE_MATCH, JSON_BODY_CODES, OPERATOR_CODES, type Operations } from "../../edge/operation.ts";
import type { IssuingRefusal } from "./refusals.ts";

export const ISSUING_OPERATIONS: Operations<IssuingRefusal["code"]> = {
  "POST /credentials/issue": {
    id: "issueCredential",
    summary: "Issue a credential",
    description:
      "Completes a credential, signs it in the node's own name as a token, and answers with it in an envelope, as the W3C's VC API does. Unless told otherwise it gets an entry in a status list, by which it can be revoked. What the node would not verify itself it does not sign.",
    statements: [
      "MPLI-ISSUE-003",
      "MPLI-ISSUE-005",
      "MPLI-ISSUE-007",
      "MPLI-ISSUE-010",
      "MPLI-ISSUE-014",
      "MPLI-ISSUE-032",
    ],
    operator: true,
    body: {
      "application/json": {
        schema: "IssueRequest",
        examples: { "a-customer": "spec/examples/issue.request.json" },
      },
    },
    answers: {
      201: {
        description: "The credential that was issued. The node keeps no copy of it.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "IssueAnswer",
            examples: { issued: "spec/examples/issue.response.http" },
          },
        },
      },
    },
    problems: [
      ...OPERATOR_CODES,
      ...JSON_BODY_CODES,
      "malformed-request",
      "reserved-member",
      "foreign-issuer",
      "validity-out-of-bounds",
      "unsound-credential",
      "type-violation",
      "credential-id-taken",
    ],
  },
  "POST /credentials/status": {
    id: "changeCredentialStatus",
    summary: "Revoke, suspend or resume a credential",
    description:
      "Sets or unsets bits of a credential in the node's status lists: all changes of the request, or none. A revocation cannot be undone.",
    statements: ["MPLI-ISSUE-023", "MPLI-ISSUE-024", "MPLI-ISSUE-025", "MPLI-ISSUE-026"],
    operator: true,
    body: {
      "application/json": {
        schema: "StatusChange",
        examples: { revocation: "spec/examples/revoke.request.json" },
      },
    },
    answers: {
      200: {
        description: "What is remembered of the credential, after the change.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "IssuedCredential",
            examples: { revoked: "spec/examples/revoke.response.json" },
          },
        },
      },
    },
    problems: [
      ...OPERATOR_CODES,
      ...JSON_BODY_CODES,
      "malformed-request",
      "no-such-credential",
      "no-such-status",
      "revocation-is-final",
    ],
  },
  "GET /credentials/status/{list}": {
    id: "readStatusList",
    summary: "Read a status list",
    description:
      "One bit for each credential of a list, as a signed `BitstringStatusListCredential`. Credentials name the address of their list.",
    statements: ["MPLI-ISSUE-018", "MPLI-ISSUE-019", "MPLI-ISSUE-020", "MPLI-ISSUE-021", "MPLI-ISSUE-022"],
    parameters: [
      {
        name: "list",
        in: "path",
        description: "Number of the list.",
        schema: { type: "integer", minimum: 1 },
        example: 1,
      },
      IF_NONE_MATCH,
    ],
    answers: {
      200: {
        description: "The list.",
        headers: ["Cache-Control", "ETag"],
        content: { "application/vc+jwt": { schema: "Text" } },
      },
      304: {
        description: "The copy that the client has is still true.",
        headers: ["Cache-Control", "ETag"],
      },
    },
    problems: ["no-such-list"],
  },
  "GET /credentials/issued": {
    id: "listIssuedCredentials",
    summary: "List what was issued",
    description:
      "What the node remembers of the credentials that it issued, in the order of issuing: ids, types, times and status, and nothing that they say of anybody. `next` leads on while there may be more.",
    statements: ["MPLI-ISSUE-027", "MPLI-ISSUE-028"],
    operator: true,
    parameters: [
      {
        name: "id",
        in: "query",
        description: "The credential of this id alone.",
        schema: { type: "string" },
        example: "https://cloud.example/customers/7",
      },
      {
        name: "after",
        in: "query",
        description: "Where to go on; `next` of the page before has it.",
        schema: { type: "integer", minimum: 0, default: 0 },
      },
    ],
    answers: {
      200: {
        description: "Up to a hundred of them.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "IssuedCredentials",
            examples: { "one-credential": "spec/examples/read-issued.response.json" },
          },
        },
      },
    },
    problems: [...OPERATOR_CODES, "no-such-credential", "malformed-parameter"],
  },
};
