// What the API description says of an operation: data beside the routes that it describes, and in no bundle of a node.
import { SYNTAX_NAMES } from "../kernel/media.ts";
import type { GraphBodyRefusal, JsonBodyRefusal } from "./body.ts";
import type { OperatorRefusal } from "./operator.ts";

export type Method = "GET" | "PUT" | "POST" | "DELETE";

/** Names of schemas/json/, in the spelling of the API description. */
export type SchemaName =
  | "ActionAnswer"
  | "ActionRequest"
  | "AgreementVerification"
  | "BillRequest"
  | "CheckAnswer"
  | "CompositionReport"
  | "CredentialVerification"
  | "DidDocument"
  | "IssueAnswer"
  | "HealthAnswer"
  | "HealthReport"
  | "IssueRequest"
  | "IssuedCredential"
  | "IssuedCredentials"
  | "Job"
  | "LeaseRequest"
  | "LockInfo"
  | "MatchReport"
  | "MeasurementAnswer"
  | "NodeDocument"
  | "OperationRequest"
  | "Order"
  | "OrderEvents"
  | "OrderRequest"
  | "PresentationRequest"
  | "PresentationRequestRequest"
  | "PresentationVerification"
  | "PresentationVerificationRequest"
  | "Provider"
  | "ProviderList"
  | "PublishAnswer"
  | "Receipts"
  | "Registration"
  | "ReportAnswer"
  | "ReportsRequest"
  | "StateVersions"
  | "StatusChange"
  | "ToolState"
  | "TrustPolicy"
  | "TrustPolicyList"
  | "Usage"
  | "UsageAnswer"
  | "UsageReport"
  | "VerificationRequest";

/** What a body holds: a JSON document of a schema, a graph in JSON-LD, or text of another syntax. */
export interface Content {
  readonly schema: SchemaName | "Graph" | "Text";
  /** Of a text that is a compact JWS: what was signed. */
  readonly payload?: SchemaName;
  /** Paths of files in this repository, by a short name. */
  readonly examples?: Readonly<Record<string, string>>;
}

export type Contents = Readonly<Record<string, Content>>;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example?: string | number;
}

/** Fields that answers carry, described once in schemas/openapi/headers.ts. */
export type HeaderName =
  | "Cache-Control"
  | "ETag"
  | "Last-Modified"
  | "Link"
  | "Location"
  | "Retry-After"
  | "Vary"
  | "WWW-Authenticate";

export interface Answer {
  readonly description: string;
  readonly headers?: readonly HeaderName[];
  readonly content?: Contents;
}

export interface Operation<C extends string> {
  /** Stable name, for generated clients. */
  readonly id: string;
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  /** Statements of the specification that speak of it. */
  readonly statements: readonly string[];
  /** Whether it is for the operator only. */
  readonly operator?: true;
  readonly parameters?: readonly Parameter[];
  readonly body?: Contents;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Codes of the problems that it may end with; their statuses follow from the room's table. */
  readonly problems: readonly C[];
}

/** Operations by method and path, parameters of the path in braces. */
export type Operations<C extends string> = Readonly<Record<`${Method} /${string}`, Operation<C>>>;

/** A graph in every syntax; `examples` by media type. */
export function graphs(examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {}): Contents {
  const inOrder = [
    "application/ld+json",
    ...SYNTAX_NAMES.filter((name) => name !== "application/ld+json"),
  ] as const;
  return Object.fromEntries(
    inOrder.map((media) => [
      media,
      {
        schema: media === "application/ld+json" ? "Graph" : "Text",
        ...(examples[media] ? { examples: examples[media] } : {}),
      },
    ]),
  );
}

export const PAGE: Contents = { "text/html": { schema: "Text" } };

/** What can be wrong with a body of JSON, before anyone looks at what it says. */
export const JSON_BODY_CODES = [
  "body-too-large",
  "not-utf-8",
  "unsupported-encoding",
  "unsupported-media-type",
  "malformed-json",
  "duplicate-name",
  "too-deep",
] as const satisfies readonly JsonBodyRefusal["code"][];

/** What can be wrong with a body that is a graph. */
export const GRAPH_BODY_CODES = [
  ...JSON_BODY_CODES,
  "graph-too-large",
  "unknown-context",
  "malformed-json-ld",
  "malformed-graph",
  "unsupported-term",
] as const satisfies readonly GraphBodyRefusal["code"][];

/** What can be wrong with the token of whoever comes as the operator. */
export const OPERATOR_CODES = [
  "operator-only",
  "no-operator",
] as const satisfies readonly OperatorRefusal["code"][];

export const IF_NONE_MATCH: Parameter = {
  name: "If-None-Match",
  in: "header",
  description:
    "Entity tag of a copy that the client has. When it is still true, the answer is 304 without a body.",
  schema: { type: "string" },
  example: '"51d7a3c48f0e6b7d.ttl"',
};

export const NOT_MODIFIED: Answer = {
  description: "The copy that the client has is still true.",
  headers: ["Cache-Control", "ETag", "Vary"],
};

/** Fields of a request that a customer or a runner signs (RFC 9421); one with a body has `Content-Digest` besides. */
export const SIGNED: readonly Parameter[] = [
  {
    name: "Signature-Input",
    in: "header",
    description:
      "What is signed, and how (RFC 9421): the method, the target URI, and of a body its digest and media type, with the tag `mpli-request-1`.",
    schema: { type: "string" },
    example:
      'mpli=("@method" "@target-uri");created=1795435200;expires=1795435500;keyid="did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw#z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw";alg="ed25519";nonce="7d1f";tag="mpli-request-1"',
  },
  {
    name: "Signature",
    in: "header",
    description: "The signature under the same label.",
    schema: { type: "string" },
  },
];

/** The same of a request with a body. */
export const SIGNED_WITH_BODY: readonly Parameter[] = [
  ...SIGNED,
  {
    name: "Content-Digest",
    in: "header",
    description: "SHA-256 of the body (RFC 9530).",
    schema: { type: "string" },
    example: "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
  },
];
