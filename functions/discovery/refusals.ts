// Every way in which discovery says no, on the wire.
import { GRAPH_BODY_PROBLEMS, type GraphBodyRefusal } from "../edge/body.ts";
import { OPERATOR_PROBLEMS, type OperatorRefusal } from "../edge/operator.ts";
import type { ProblemTable } from "../edge/problem.ts";
import type { PutRefusal } from "./put-manifest.ts";

export type DiscoveryRefusal =
  | GraphBodyRefusal
  | OperatorRefusal
  | PutRefusal
  | { code: "no-manifest" }
  | { code: "no-such-offer"; offer: string }
  | { code: "no-such-version"; digest: string }
  | { code: "malformed-parameter"; parameter: string };

export const DISCOVERY_PROBLEMS: ProblemTable<DiscoveryRefusal> = {
  ...GRAPH_BODY_PROBLEMS,
  ...OPERATOR_PROBLEMS,
  "no-manifest": {
    status: 404,
    title: "This node has published no manifest yet",
    mend: "Its operator can PUT one at this address.",
  },
  "no-such-offer": {
    status: 404,
    title: "The manifest has no such offer",
    mend: "Start from /manifest; its change feed tells when an offer went.",
  },
  "no-such-version": {
    status: 404,
    title: "No published manifest has this digest",
    mend: "Start from /manifest; its change feed names every version.",
  },
  "malformed-parameter": {
    status: 400,
    title: "A query parameter cannot be read",
    mend: "Correct the parameter named in `parameter`.",
  },
  "no-manifest-node": {
    status: 422,
    title: "The graph holds no manifest",
    mend: "Give one node the type Manifest.",
  },
  "several-manifests": {
    status: 422,
    title: "The graph holds more than one manifest",
    mend: "Publish one manifest a node; `manifests` names those found.",
  },
  "shape-violation": {
    status: 422,
    title: "The manifest does not have the expected shape",
    mend: "Mend each entry of `violations`; its message says how.",
  },
  "foreign-offer": {
    status: 422,
    title: "An offer belongs to another origin",
    mend: "Name offers under the origin of the manifest.",
  },
  "reserved-term": {
    status: 422,
    title: "The manifest uses a term that only nodes write",
    mend: "Leave out the term named in `term`; the node adds it.",
  },
  "unknown-term": {
    status: 422,
    title: "The manifest uses a term that the vocabulary does not have",
    mend: "Correct the term named in `term`, or use a term of a namespace of your own.",
  },
  "too-many-offers": {
    status: 413,
    title: "The manifest has more offers than this node accepts",
    mend: "Publish at most `limit` offers a node.",
  },
  "shared-blank-node": {
    status: 422,
    title: "Two offers of a paged manifest share a node without a name",
    mend: "Give the shared node an IRI, or repeat it in each offer.",
  },
  "too-many-pages": {
    status: 413,
    title: "The manifest would have more pages than a catalogue takes",
    mend: "State fewer facts an offer, or publish part of the offers at another node.",
  },
  "poison-graph": {
    status: 422,
    title: "The blank nodes of the graph cannot be told apart at a reasonable cost",
    mend: "Give blank nodes IRIs, or distinct properties.",
  },
  "precondition-required": {
    status: 428,
    title: "The request must say which version it replaces",
    mend: "Send If-Match with the current ETag, or If-None-Match: * for the first manifest.",
  },
  "precondition-failed": {
    status: 412,
    title: "The manifest has changed since",
    mend: "Read the manifest again and repeat the change on top of it.",
  },
};
