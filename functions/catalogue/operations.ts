// The operations of a catalogue as the API description has them.
import type { RepresentationRefusal } from "../edge/graph-response.ts";
import {
  type Contents,
  IF_NONE_MATCH,
  JSON_BODY_CODES,
  NOT_MODIFIED,
  OPERATOR_CODES,
  type Operations,
  graphs,
} from "../edge/operation.ts";
import type { CatalogueRefusal } from "./refusals.ts";

const REGISTRATION: Contents = {
  "application/json": {
    schema: "Registration",
    examples: { registration: "spec/examples/register.request.http" },
  },
};

const REGISTRATION_CODES = [
  ...OPERATOR_CODES,
  ...JSON_BODY_CODES,
  "malformed-registration",
  "address-not-permitted",
] as const;

const ONE_PROVIDER: Contents = {
  "application/json": {
    schema: "Provider",
    examples: { registered: "spec/examples/register.response.http" },
  },
};

export const CATALOGUE_OPERATIONS: Operations<(CatalogueRefusal | RepresentationRefusal)["code"]> = {
  "GET /providers": {
    id: "listProviders",
    summary: "List the providers",
    description:
      "Who is registered, and how fresh the catalogue's knowledge of each is. When the last harvest of a provider failed, `problem` says why, with a code that has a page under [errors](/errors/#harvest).",
    statements: ["MPLI-CAT-027", "MPLI-CAT-028", "MPLI-CAT-029", "MPLI-CAT-030"],
    answers: {
      200: {
        description: "All providers, in the order of their origins.",
        headers: ["Cache-Control"],
        content: {
          "application/json": {
            schema: "ProviderList",
            examples: { providers: "spec/examples/read-providers.response.json" },
          },
        },
      },
    },
    problems: [],
  },
  "POST /providers": {
    id: "registerProvider",
    summary: "Register a provider",
    description:
      "Registers the node at the origin of `url` and makes its harvest due at once. The answer does not wait for the harvest.",
    statements: ["MPLI-CAT-001", "MPLI-CAT-002", "MPLI-CAT-003", "MPLI-CAT-005"],
    operator: true,
    body: REGISTRATION,
    answers: {
      200: {
        description: "The provider was registered already; its harvest is due again.",
        headers: ["Cache-Control", "Location"],
        content: ONE_PROVIDER,
      },
      201: {
        description: "The provider is registered.",
        headers: ["Cache-Control", "Location"],
        content: ONE_PROVIDER,
      },
    },
    problems: [...REGISTRATION_CODES, "too-many-providers"],
  },
  "DELETE /providers": {
    id: "removeProvider",
    summary: "Remove a provider",
    description: "Forgets the provider at the origin of `url`, and its snapshot.",
    statements: ["MPLI-CAT-007"],
    operator: true,
    body: REGISTRATION,
    answers: { 204: { description: "The provider is forgotten." } },
    problems: [...REGISTRATION_CODES, "no-such-provider"],
  },
  "GET /offers": {
    id: "walkOffers",
    summary: "Walk through the offers of all providers",
    description:
      "One document of one provider at a time, with the graph that the provider published. `Link` with the relation `next` leads to the following one.",
    statements: ["MPLI-CAT-033", "MPLI-CAT-034", "MPLI-CAT-035", "MPLI-CAT-036", "MPLI-CAT-038"],
    parameters: [
      {
        name: "class",
        in: "query",
        description: "Name or IRI of a service class; narrower classes count as well.",
        schema: { type: "string" },
        example: "RelationalDatabase",
      },
      {
        name: "provider",
        in: "query",
        description: "DID of a provider.",
        schema: { type: "string" },
        example: "did:web:cloud.example",
      },
      {
        name: "after",
        in: "query",
        description: "Where the page before ended. Take it from the link to the next page.",
        schema: { type: "string" },
      },
      IF_NONE_MATCH,
    ],
    answers: {
      200: {
        description: "A document with offers.",
        headers: ["Cache-Control", "ETag", "Link", "Vary"],
        content: graphs(),
      },
      304: NOT_MODIFIED,
    },
    problems: [
      "unknown-class",
      "malformed-parameter",
      "no-more-offers",
      "not-acceptable",
      "graph-not-at-hand",
    ],
  },
};
