// All operations of a node by room: what the API description is made from. Nothing that runs on a node imports it.
import { CATALOGUE_OPERATIONS } from "./catalogue/operations.ts";
import { PROBLEMS } from "./codes.ts";
import { COMPATIBILITY_OPERATIONS } from "./compatibility/operations.ts";
import { DELIVERY_OPERATIONS } from "./delivery/operations.ts";
import { DISCOVERY_OPERATIONS, SELF_OPERATIONS } from "./discovery/operations.ts";
import type { Operations } from "./edge/operation.ts";
import type { ProblemRow } from "./edge/problem.ts";
import { NS_OPERATIONS } from "./ns/operations.ts";
import { PRESENTATION_OPERATIONS } from "./trust/presentation/operations.ts";
import { ISSUING_OPERATIONS } from "./trust/issuing/operations.ts";
import { TRUST_OPERATIONS } from "./trust/operations.ts";
import { TRIGGER_OPERATIONS } from "./testing/operations.ts";

export interface DescribedRoom {
  readonly name: string;
  /** One sentence. */
  readonly about: string;
  readonly operations: Operations<string>;
  readonly problems: Readonly<Record<string, ProblemRow>>;
}

/** In the order in which a reader meets them. A new room adds a row. */
export const ROOMS: readonly DescribedRoom[] = [
  {
    name: "Node",
    about: "What every node says of itself.",
    operations: SELF_OPERATIONS,
    problems: PROBLEMS.node,
  },
  {
    name: "Discovery",
    about: "A provider's manifest: published by its operator, read by anyone.",
    operations: DISCOVERY_OPERATIONS,
    problems: { ...PROBLEMS.node, ...PROBLEMS.discovery },
  },
  {
    name: "Trust",
    about: "What others have signed, and whether it holds.",
    operations: { ...TRUST_OPERATIONS, ...PRESENTATION_OPERATIONS },
    problems: { ...PROBLEMS.node, ...PROBLEMS.trust },
  },
  {
    name: "Issuing",
    about: "What the node itself signs, and whether it still stands by it.",
    operations: ISSUING_OPERATIONS,
    problems: PROBLEMS.issuing,
  },
  {
    name: "Compatibility",
    about: "What a customer needs, compared with what is on offer.",
    operations: COMPATIBILITY_OPERATIONS,
    problems: PROBLEMS.compatibility,
  },
  {
    name: "Delivery",
    about: "An offer ordered, agreed upon, delivered, operated and ended.",
    operations: DELIVERY_OPERATIONS,
    problems: PROBLEMS.delivery,
  },
  {
    name: "Catalogue",
    about: "True copies of many providers' manifests.",
    operations: CATALOGUE_OPERATIONS,
    problems: { ...PROBLEMS.node, ...PROBLEMS.catalogue },
  },
  {
    name: "Vocabulary",
    about: "The terms that documents are written in, where their IRIs lead.",
    operations: NS_OPERATIONS,
    problems: PROBLEMS.ns,
  },
  {
    name: "Testing",
    about: "Only on a node that is set up for tests.",
    operations: TRIGGER_OPERATIONS,
    problems: PROBLEMS.testing,
  },
];
