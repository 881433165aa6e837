// The operations of compatibility as the API description has them.
import {
  type Content,
  type Contents,
  GRAPH_BODY_CODES,
  type Operations,
  type Parameter,
  type SchemaName,
  graphs,
} from "../edge/operation.ts";
import type { CompatibilityRefusal } from "./refusals.ts";
import { REPORT_MEDIA } from "./report-graph.ts";

type Code = CompatibilityRefusal["code"];

/** A report in JSON, with examples, and as a graph in every syntax. */
function reports(schema: SchemaName, examples?: Readonly<Record<string, string>>): Contents {
  const contents = REPORT_MEDIA.map((media): [string, Content] => [
    media,
    { schema: media.endsWith("json") ? schema : "Text" },
  ]);
  return {
    ...Object.fromEntries(contents),
    ...(examples ? { "application/json": { schema, examples } } : {}),
  };
}

const PROVIDER: Parameter = {
  name: "provider",
  in: "query",
  description: "The DID of a provider of this node: only what it sells is compared.",
  schema: { type: "string" },
  example: "did:web:cloud.example",
};

/** What is wrong with a demand is wrong with it wherever it is sent. */
const PROBLEMS: readonly Code[] = [
  ...GRAPH_BODY_CODES,
  "no-demand",
  "several-demands",
  "no-component",
  "too-many-components",
  "component-without-name",
  "component-without-class",
  "unknown-class",
  "too-many-requirements",
  "requirement-without-property",
  "unknown-property",
  "unknown-requirement-term",
  "no-bound",
  "unsupported-path",
  "requirement-too-deep",
  "near-needed",
  "unknown-component",
  "operator-does-not-fit",
  "value-does-not-fit",
  "several-values",
  "too-many-values",
  "unsupported-pattern",
  "currency-needed",
  "poison-graph",
  "malformed-policy",
  "bare-rule",
  "policy-too-large",
  "policy-with-imports",
  "unknown-policy",
  "policy-name-taken",
  "unknown-provider",
  "malformed-parameter",
  "not-acceptable",
  "document-not-at-hand",
];

export const COMPATIBILITY_OPERATIONS: Operations<Code> = {
  "POST /matches": {
    id: "matchDemand",
    summary: "Compare a demand with offers",
    description:
      "Compares a demand with the offers of this node: a provider's own, or those of all providers of a catalogue. The report says of each offer whether it is compatible, undetermined or incompatible, and why. Of a component that no offer is compatible with, it says what would have to change. As a graph, a report on a long demand may list fewer results than in JSON. Nothing is stored, and anyone may ask.",
    statements: [
      "MPLI-COMP-001",
      "MPLI-COMP-002",
      "MPLI-COMP-017",
      "MPLI-COMP-023",
      "MPLI-COMP-049",
      "MPLI-COMP-057",
      "MPLI-COMP-094",
      "MPLI-COMP-096",
      "MPLI-COMP-113",
      "MPLI-PRES-040",
      "MPLI-PRES-042",
    ],
    parameters: [
      {
        name: "limit",
        in: "query",
        description: "The largest number of results a component.",
        schema: { type: "integer", minimum: 1, maximum: 1000, default: 100 },
        example: 10,
      },
      PROVIDER,
    ],
    body: graphs({
      "application/ld+json": {
        "a-database": "spec/examples/demand.jsonld",
        "kubernetes-in-the-eu": "schemas/examples/demands/kubernetes-in-the-eu.jsonld",
        "postgresql-in-de-or-fr": "schemas/examples/demands/postgresql-in-de-or-fr.jsonld",
      },
      "text/turtle": { "a-bucket": "schemas/examples/valid/demand-bucket.ttl" },
    }),
    answers: {
      200: {
        description: "The report.",
        headers: ["Cache-Control", "Vary"],
        content: reports("MatchReport", { report: "spec/examples/match.response.json" }),
      },
    },
    problems: PROBLEMS,
  },
  "POST /matches/compose": {
    id: "composeDemand",
    summary: "Choose offers for all components of a demand together",
    description:
      "Chooses for each component of a demand an offer in a region, so that every requirement on several components holds: the same provider, a budget, regions that are close together. The report lists the best composition and the next best, or says what stands in the way. Nothing is stored, and anyone may ask.",
    statements: [
      "MPLI-COMP-100",
      "MPLI-COMP-101",
      "MPLI-COMP-102",
      "MPLI-COMP-107",
      "MPLI-COMP-108",
      "MPLI-COMP-111",
    ],
    parameters: [
      {
        name: "alternatives",
        in: "query",
        description: "How many compositions to list after the best.",
        schema: { type: "integer", minimum: 0, maximum: 10, default: 3 },
        example: 1,
      },
      PROVIDER,
    ],
    body: graphs({
      "application/ld+json": {
        "two-databases": "spec/examples/demand-together.jsonld",
        "a-platform": "schemas/examples/valid/demand-platform.jsonld",
      },
      "text/turtle": { "a-platform": "schemas/examples/valid/demand-platform.ttl" },
    }),
    answers: {
      200: {
        description: "The report.",
        headers: ["Cache-Control", "Vary"],
        content: reports("CompositionReport"),
      },
    },
    problems: PROBLEMS,
  },
};
