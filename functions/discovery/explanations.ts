// What the problems of publishing and reading a manifest mean.
import type { EDGE_EXPLANATIONS } from "../edge/explanations.ts";
import type { Explanations } from "../edge/explanation.ts";
import type { DiscoveryRefusal } from "./refusals.ts";

/** Compatibility gives the widest evidence for a parameter, and explains it. */
type Elsewhere = keyof typeof EDGE_EXPLANATIONS | "malformed-parameter";

export const DISCOVERY_EXPLANATIONS: Explanations<DiscoveryRefusal, Elsewhere> = {
  "no-manifest": {
    means: "The node plays the role of a provider and has nothing to show yet.",
    cause: "A new node, before its operator publishes for the first time.",
    action: "retry",
    more: "The first publication sends `If-None-Match: *`.",
    evidence: {},
    example: {},
  },
  "no-such-offer": {
    means: "The current manifest has no offer with this IRI.",
    cause: "The offer is no longer sold, or the address was made up instead of read.",
    action: "give-up",
    more: "An offer that was sold once has a tombstone in the change feed.",
    evidence: { offer: "The IRI that was asked for." },
    example: { offer: "https://cloud.example/offers/pg-s" },
  },
  "no-such-version": {
    means: "No document of any manifest that was ever current here has this digest.",
    cause: "A digest that was cut off, one of another provider, or a page asked for as a version.",
    action: "give-up",
    evidence: { digest: "The digest that was asked for, at most 64 characters of it." },
    example: { digest: "9f2b61d0" },
  },
  "no-manifest-node": {
    means: "The body is a graph, and nothing in it has the type `mpli:Manifest`.",
    cause: "A missing `type`, or a document of another kind, such as a demand.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "several-manifests": {
    means: "More than one resource of the graph has the type `mpli:Manifest`. A node publishes one.",
    cause: "Files of several providers that were put together.",
    action: "fix",
    evidence: { manifests: "The IRIs of those found, at most ten." },
    example: { manifests: ["https://cloud.example/manifest", "https://cloud.example/manifest-2"] },
  },
  "shape-violation": {
    means:
      "The manifest was read, and it breaks the published shapes: something is missing, or has another form.",
    cause: "A quantity without a unit, a version written as a number, an offer without a service class.",
    action: "fix",
    more: "`POST /manifest/check`, or `mpli check FILE` at a terminal, finds the same without publishing.",
    evidence: {
      violations:
        "Up to 100 violations, each with `focus` (the node), `path` (the property), `value`, `message` and `shape`.",
      truncated: "Whether there may be more.",
    },
    example: {
      violations: [
        {
          focus: "https://cloud.example/offers/pg-m",
          path: "https://w3id.org/mpli/ns#memory",
          value: "32 GB",
          message: "An amount of memory is a number, a space and a unit: write, for example, 16 GiBy.",
          shape: "https://w3id.org/mpli/shapes#memory",
        },
      ],
      truncated: false,
    },
  },
  "foreign-offer": {
    means:
      "An offer is named outside the origin of the manifest. A provider speaks for its own origin and for nobody else.",
    cause: "A manifest that was prepared for another host, or copied from another provider.",
    action: "fix",
    more: "A relative IRI, such as `/offers/pg-m`, always belongs to the node that publishes it.",
    evidence: { offer: "The IRI of the offer.", origin: "The origin under which offers must be named." },
    example: { offer: "https://other.example/offers/pg-m", origin: "https://cloud.example" },
  },
  "reserved-term": {
    means: "The manifest states something that only nodes write, such as the pages into which they split it.",
    cause: "The head of a large manifest that was fetched and sent back.",
    action: "fix",
    evidence: { term: "The IRI of the term." },
    example: { term: "https://w3id.org/mpli/ns#page" },
  },
  "unknown-term": {
    means: "A property, type or value under a namespace of MPLI is not in the vocabulary.",
    cause: "A slip of the pen. As a fact of its own it would be published, and nobody would understand it.",
    action: "fix",
    more: "The [vocabulary](/ns/) lists all terms.",
    evidence: { term: "The IRI of the term." },
    example: { term: "https://w3id.org/mpli/ns#memmory" },
  },
  "too-many-offers": {
    means: "The manifest has more offers than this node takes. Nothing was published.",
    cause: "Every combination of size, region and version as an offer of its own.",
    action: "fix",
    more: "Several values of one property are alternatives, so one offer can stand for all its regions and versions.",
    evidence: { limit: "The largest number of offers." },
    example: { limit: 20_000 },
  },
  "shared-blank-node": {
    means:
      "The manifest is large enough to be split into pages, and two offers hold the same node without a name. A page could not hold it without the other.",
    cause:
      "A price or a delivery that was stated once in Turtle, with a label such as `_:price`, and used by many offers.",
    action: "fix",
    evidence: { offer: "One of the offers." },
    example: { offer: "https://cloud.example/offers/vm-17" },
  },
  "too-many-pages": {
    means:
      "Split into pages, the manifest would have more of them than a catalogue reads. In a harvest: it has.",
    cause: "Very many facts an offer.",
    action: "fix",
    evidence: { limit: "The largest number of pages." },
    example: { limit: 200 },
  },
  "poison-graph": {
    means:
      "Nodes without names are so alike that naming the graph by its content would cost more than the node can spend.",
    cause: "Long lists of equal members or circles of blank nodes; sometimes an attack on the node's time.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "precondition-required": {
    means:
      "A publication must say which version it replaces, so that two people cannot overwrite each other's work.",
    cause: "A `PUT` with neither `If-Match` nor `If-None-Match: *`.",
    action: "fix",
    evidence: {},
    example: {},
  },
  "precondition-failed": {
    means: "The manifest is not the one that the request wants to replace. Nothing was published.",
    cause: "Somebody else has published since, or the first publication was sent twice.",
    action: "fix",
    evidence: { current: "Digest of the current manifest; absent when there is none." },
    example: { current: "51d7a3c48f0e6b7d9a2c1e5f4b3a69788c0d1e2f3a4b5c6d7e8f901234567890" },
  },
};
