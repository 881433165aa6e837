// The operation of compatibility as the API description has it.
import { type Operations, graphs } from "../edge/operation.ts";
import type { CompatibilityRefusal } from "./refusals.ts";

export const COMPATIBILITY_OPERATIONS: Operations<CompatibilityRefusal["code"]> = {
  "POST /matches": {
    id: "matchDemand",
    summary: "Compare a demand with offers",
    description:
      "Compares a demand with the offers of this node: a provider's own, or those of all providers of a catalogue. The report says of each offer whether it is compatible, undetermined or incompatible, and why. Nothing is stored, and anyone may ask.",
    statements: [
      "MPLI-COMP-001",
      "MPLI-COMP-002",
      "MPLI-COMP-017",
      "MPLI-COMP-023",
      "MPLI-COMP-049",
      "MPLI-COMP-057",
    ],
    parameters: [
      {
        name: "limit",
        in: "query",
        description: "The largest number of results a component.",
        schema: { type: "integer", minimum: 1, maximum: 1000, default: 100 },
        example: 10,
      },
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
        content: {
          "application/json": {
            schema: "MatchReport",
            examples: { report: "spec/examples/match.response.json" },
          },
        },
      },
    },
    problems: [
      "body-too-large",
      "not-utf-8",
      "unsupported-encoding",
      "unsupported-media-type",
      "malformed-json",
      "duplicate-name",
      "too-deep",
      "unknown-context",
      "malformed-json-ld",
      "malformed-graph",
      "unsupported-term",
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
      "operator-does-not-fit",
      "value-does-not-fit",
      "several-values",
      "too-many-values",
      "unsupported-pattern",
      "currency-needed",
      "poison-graph",
      "malformed-parameter",
      "not-acceptable",
      "document-not-at-hand",
    ],
  },
};
