// Every way in which the catalogue says no, on the wire.
import { GRAPH_BODY_PROBLEMS, type JsonBodyRefusal } from "../edge/body.ts";
import { OPERATOR_PROBLEMS, type OperatorRefusal } from "../edge/operator.ts";
import type { ProblemTable } from "../edge/problem.ts";

export type CatalogueRefusal =
  | JsonBodyRefusal
  | OperatorRefusal
  | { code: "malformed-registration" }
  | { code: "address-not-permitted"; url: string; reason: string }
  | { code: "too-many-providers"; limit: number }
  | { code: "no-such-provider" }
  | { code: "no-more-offers" }
  | { code: "unknown-class"; class: string }
  | { code: "malformed-parameter"; parameter: string };

export const CATALOGUE_PROBLEMS: ProblemTable<CatalogueRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  ...OPERATOR_PROBLEMS,
  "malformed-registration": {
    status: 422,
    title: "The registration names no provider",
    mend: 'Send {"url": "https://…"} with the address of the provider\'s node.',
  },
  "address-not-permitted": {
    status: 422,
    title: "This node does not fetch from that address",
    mend: "Register a public https address; `reason` says what was wrong.",
  },
  "too-many-providers": {
    status: 422,
    title: "The catalogue is full",
    mend: "Remove a provider first; the limit is in `limit`.",
  },
  "no-such-provider": {
    status: 404,
    title: "No such provider is registered",
    mend: "GET /providers lists those that are.",
  },
  "no-more-offers": {
    status: 404,
    title: "No offers match",
    mend: "Ask for another class or provider, or start again without `after`.",
  },
  "unknown-class": {
    status: 400,
    title: "The service class is not known",
    mend: "Use a class of the vocabulary, by name or IRI.",
  },
  "malformed-parameter": {
    status: 400,
    title: "A query parameter cannot be read",
    mend: "Correct the parameter named in `parameter`, or follow the links of the page before.",
  },
};
