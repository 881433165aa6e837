// The operations of every node, and those of a provider, as the API description has them.
import {
  type Answer,
  type Contents,
  GRAPH_BODY_CODES,
  IF_NONE_MATCH,
  NOT_MODIFIED,
  OPERATOR_CODES,
  type Operations,
  PAGE,
  type Parameter,
  graphs,
} from "../edge/operation.ts";
import type { RepresentationRefusal } from "../edge/graph-response.ts";
import type { DiscoveryRefusal } from "./refusals.ts";

const MANIFESTS = {
  "application/ld+json": {
    "one-offer": "spec/examples/manifest.jsonld",
    database: "schemas/examples/valid/database.jsonld",
  },
  "text/turtle": {
    "one-offer": "spec/examples/manifest.ttl",
    "bare-metal": "schemas/examples/valid/bare-metal.ttl",
  },
};

const DIGEST: Parameter = {
  name: "digest",
  in: "path",
  description: "Canonical digest of the document's graph: 64 lower-case hexadecimal digits.",
  schema: { type: "string", pattern: "^[0-9a-f]{64}$" },
};

const document = (description: string, content: Contents = graphs()): Readonly<Record<number, Answer>> => ({
  200: {
    description,
    headers: ["Cache-Control", "ETag", "Link", "Vary"],
    content: { ...content, ...PAGE },
  },
  304: NOT_MODIFIED,
});

const MANIFEST_CODES = [
  "no-manifest-node",
  "several-manifests",
  "shape-violation",
  "foreign-offer",
  "reserved-term",
  "unknown-term",
  "shared-blank-node",
  "poison-graph",
  "too-many-offers",
  "too-many-pages",
] as const;

export const SELF_OPERATIONS: Operations<never> = {
  "GET /.well-known/mpli": {
    id: "readNodeDocument",
    summary: "Read the node document",
    description:
      "What the node speaks, who it is, which roles it plays, and where everything else is. A client begins here and takes all other addresses from `endpoint`.",
    statements: ["MPLI-PROT-001", "MPLI-PROT-002", "MPLI-PROT-006", "MPLI-PROT-007", "MPLI-PROT-009"],
    answers: {
      200: {
        description: "The node document.",
        headers: ["Cache-Control"],
        content: {
          "application/ld+json": {
            schema: "NodeDocument",
            examples: { node: "spec/examples/read-node-document.response.jsonld" },
          },
        },
      },
    },
    problems: [],
  },
  "GET /.well-known/did.json": {
    id: "readDidDocument",
    summary: "Read the DID document",
    description:
      "The document behind the node's `did:web`, with the public half of each key that it signs with.",
    statements: ["MPLI-PROT-011", "MPLI-PROT-012", "MPLI-PROT-013"],
    answers: {
      200: {
        description: "The DID document.",
        headers: ["Cache-Control"],
        content: {
          "application/did+json": {
            schema: "DidDocument",
            examples: { node: "spec/examples/read-did-document.response.json" },
          },
        },
      },
    },
    problems: [],
  },
};

export const DISCOVERY_OPERATIONS: Operations<(DiscoveryRefusal | RepresentationRefusal)["code"]> = {
  "GET /manifest": {
    id: "readManifest",
    summary: "Read the manifest",
    description:
      "All that the provider sells, as one document or, when it is large, as a head that names its pages. `Link` leads to the change feed, to the node document and, from a head, to the first page.",
    statements: [
      "MPLI-DISC-001",
      "MPLI-DISC-002",
      "MPLI-DISC-009",
      "MPLI-DISC-018",
      "MPLI-DISC-020",
      "MPLI-PROT-017",
      "MPLI-ISSUE-029",
    ],
    parameters: [IF_NONE_MATCH],
    answers: document("The manifest, or its head; as `application/vc+jwt`, what it is, signed by its node.", {
      ...graphs(MANIFESTS),
      "application/vc+jwt": { schema: "Text" },
    }),
    problems: ["no-manifest", "not-acceptable", "graph-not-at-hand"],
  },
  "PUT /manifest": {
    id: "publishManifest",
    summary: "Publish a manifest",
    description:
      "Replaces the manifest as a whole, or refuses and changes nothing. `If-Match` names the version that is replaced; the first publication sends `If-None-Match: *`.",
    statements: [
      "MPLI-DISC-049",
      "MPLI-DISC-050",
      "MPLI-DISC-051",
      "MPLI-DISC-053",
      "MPLI-DISC-060",
      "MPLI-DISC-061",
    ],
    operator: true,
    parameters: [
      {
        name: "If-Match",
        in: "header",
        description: "Entity tag of any representation of the current manifest, or `*` for whichever it is.",
        schema: { type: "string" },
        example: '"51d7a3c48f0e6b7d.jsonld"',
      },
      {
        name: "If-None-Match",
        in: "header",
        description: "`*`, when there is no manifest yet.",
        schema: { type: "string", const: "*" },
      },
    ],
    body: graphs(MANIFESTS),
    answers: {
      200: {
        description: "The manifest was replaced, or was the same already.",
        headers: ["Cache-Control", "Location"],
        content: {
          "application/json": {
            schema: "PublishAnswer",
            examples: { published: "spec/examples/publish.response.http" },
          },
        },
      },
      201: {
        description: "The first manifest was published.",
        headers: ["Cache-Control", "Location"],
        content: { "application/json": { schema: "PublishAnswer" } },
      },
    },
    problems: [
      ...OPERATOR_CODES,
      ...GRAPH_BODY_CODES,
      ...MANIFEST_CODES,
      "precondition-required",
      "precondition-failed",
    ],
  },
  "POST /manifest/check": {
    id: "checkManifest",
    summary: "Check a manifest without publishing it",
    description:
      "Answers as a publication of the same body would, and changes nothing. It needs no precondition.",
    statements: ["MPLI-DISC-063", "MPLI-DISC-064", "MPLI-DISC-065"],
    operator: true,
    body: graphs(MANIFESTS),
    answers: {
      200: {
        description: "The manifest could be published.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "CheckAnswer",
            examples: { conforms: "spec/examples/check.response.http" },
          },
        },
      },
    },
    problems: [...OPERATOR_CODES, ...GRAPH_BODY_CODES, ...MANIFEST_CODES],
  },
  "GET /manifest/versions/{digest}": {
    id: "readManifestVersion",
    summary: "Read a version of the manifest",
    description:
      "A manifest that was current once, or still is, under the digest of its head or single document.",
    statements: ["MPLI-DISC-035", "MPLI-DISC-036", "MPLI-DISC-037", "MPLI-DISC-038"],
    parameters: [DIGEST, IF_NONE_MATCH],
    answers: document("The version. It never changes."),
    problems: ["no-such-version", "not-acceptable", "graph-not-at-hand"],
  },
  "GET /manifest/pages/{digest}": {
    id: "readManifestPage",
    summary: "Read a page of a large manifest",
    description: "Some of the offers of a manifest. The head names the digests of its pages.",
    statements: ["MPLI-DISC-030", "MPLI-DISC-031", "MPLI-DISC-033"],
    parameters: [DIGEST, IF_NONE_MATCH],
    answers: document("The page. It never changes."),
    problems: ["no-such-version", "not-acceptable", "graph-not-at-hand"],
  },
  "GET /manifest/changes": {
    id: "readChanges",
    summary: "Follow the changes of offers",
    description:
      "The change feed, a Linked Data Event Stream: changes with numbers greater than `after`, oldest first, at most 250 at once. `Link` with the relation `next` leads on while there may be more.",
    statements: ["MPLI-DISC-039", "MPLI-DISC-045", "MPLI-DISC-046", "MPLI-DISC-047"],
    parameters: [
      {
        name: "after",
        in: "query",
        description: "Number of the last change that the client knows.",
        schema: { type: "integer", minimum: 0, default: 0 },
        example: 40,
      },
      IF_NONE_MATCH,
    ],
    answers: {
      200: {
        description: "A page of the feed.",
        headers: ["Cache-Control", "ETag", "Link", "Vary"],
        content: graphs({ "text/turtle": { "two-changes": "spec/examples/read-changes.response.ttl" } }),
      },
      304: NOT_MODIFIED,
    },
    problems: ["malformed-parameter", "not-acceptable"],
  },
  "GET /offers/{name}": {
    id: "findOffer",
    summary: "Find the document that describes an offer",
    description:
      "The IRI of an offer leads to the document that holds it. `name` may hold slashes; offers of a manifest may also have IRIs elsewhere under the provider's origin, which this operation does not reach.",
    statements: ["MPLI-DISC-066"],
    parameters: [
      {
        name: "name",
        in: "path",
        description: "What follows `/offers/` in the offer's IRI.",
        schema: { type: "string" },
        example: "pg-m",
      },
    ],
    answers: {
      303: { description: "The document is at `Location`.", headers: ["Cache-Control", "Location"] },
    },
    problems: ["no-such-offer"],
  },
};
