// The operations of the vocabulary's addresses as the API description has them.
import {
  type Answer,
  type Contents,
  IF_NONE_MATCH,
  NOT_MODIFIED,
  type Operations,
  PAGE,
  graphs,
} from "../edge/operation.ts";
import type { NsRefusal } from "./refusals.ts";

const CONTENT: Contents = { ...graphs(), ...PAGE };

const answers: Readonly<Record<number, Answer>> = {
  200: {
    description: "The vocabulary.",
    headers: ["Cache-Control", "ETag", "Last-Modified", "Vary"],
    content: CONTENT,
  },
  304: NOT_MODIFIED,
};

export const NS_OPERATIONS: Operations<NsRefusal["code"]> = {
  "GET /ns": {
    id: "readVocabulary",
    summary: "Read the vocabulary",
    description:
      "The terms of manifests, demands and node documents, where `https://w3id.org/mpli/ns#` leads: a page to a browser, a graph to a program. `/ns/` answers the same.",
    statements: ["MPLI-PROT-017", "MPLI-PROT-020"],
    parameters: [IF_NONE_MATCH],
    answers,
    problems: ["not-acceptable"],
  },
  "GET /place": {
    id: "readPlaces",
    summary: "Read the places of the world",
    description:
      "Countries, unions and continents, and what lies within what, where `https://w3id.org/mpli/place/` leads. `/place/` answers the same.",
    statements: ["MPLI-COMP-029"],
    parameters: [IF_NONE_MATCH],
    answers,
    problems: ["not-acceptable"],
  },
  "GET /place/{code}": {
    id: "findPlace",
    summary: "Find the document that describes a place",
    description: "The IRI of a place leads to the document that describes all places.",
    statements: ["MPLI-COMP-029"],
    parameters: [
      {
        name: "code",
        in: "path",
        description: "Code of a country in ISO 3166-1, or the name of a larger area.",
        schema: { type: "string" },
        example: "NL",
      },
    ],
    answers: {
      303: { description: "The document is at `Location`.", headers: ["Cache-Control", "Location"] },
    },
    problems: ["no-such-place"],
  },
};
