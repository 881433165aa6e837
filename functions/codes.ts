// All error codes of the protocol, each with its problems and its explanation: what the site and the API description
// are made from. Nothing that runs on a node imports it.
import {
  CATALOGUE_EXPLANATIONS,
  HARVEST_CODES,
  HARVEST_EXPLANATIONS,
  type HarvestFailure,
} from "./catalogue/explanations.ts";
import { CATALOGUE_PROBLEMS, type CatalogueRefusal } from "./catalogue/refusals.ts";
import { COMPATIBILITY_EXPLANATIONS } from "./compatibility/explanations.ts";
import { COMPATIBILITY_PROBLEMS, type CompatibilityRefusal } from "./compatibility/refusals.ts";
import { DELIVERY_EXPLANATIONS } from "./delivery/explanations.ts";
import { DELIVERY_PROBLEMS, type DeliveryRefusal } from "./delivery/refusals.ts";
import { DISCOVERY_EXPLANATIONS } from "./discovery/explanations.ts";
import { DISCOVERY_PROBLEMS, type DiscoveryRefusal } from "./discovery/refusals.ts";
import { METHOD_PROBLEMS, type MethodRefusal } from "./edge/allow.ts";
import type { Explanation, Explanations, Untabled } from "./edge/explanation.ts";
import { EDGE_EXPLANATIONS } from "./edge/explanations.ts";
import { REPRESENTATION_PROBLEMS, type RepresentationRefusal } from "./edge/graph-response.ts";
import type { ProblemRow } from "./edge/problem.ts";
import { NODE_EXPLANATIONS } from "./explanations.ts";
import type { Coded } from "./kernel/result.ts";
import { NS_EXPLANATIONS } from "./ns/explanations.ts";
import { NS_PROBLEMS, type NsRefusal } from "./ns/refusals.ts";
import { NODE_PROBLEMS, type NodeRefusal } from "./refusals.ts";
import { PRESENTATION_EXPLANATIONS } from "./trust/presentation/explanations.ts";
import { PRESENTATION_PROBLEMS, type PresentationRefusal } from "./trust/presentation/refusals.ts";
import { ISSUING_EXPLANATIONS } from "./trust/issuing/explanations.ts";
import { ISSUING_PROBLEMS, type IssuingRefusal } from "./trust/issuing/refusals.ts";
import { TRUST_EXPLANATIONS } from "./trust/explanations.ts";
import { TRUST_PROBLEMS, type TrustRefusal } from "./trust/refusals.ts";
import { TRIGGER_EXPLANATIONS } from "./testing/explanations.ts";
import { TRIGGER_PROBLEMS, type TriggerRefusal } from "./testing/refusals.ts";

/** A new room adds its refusals here; what it then lacks does not compile. */
export type AnyRefusal =
  | NodeRefusal
  | MethodRefusal
  | RepresentationRefusal
  | NsRefusal
  | DiscoveryRefusal
  | TrustRefusal
  | PresentationRefusal
  | IssuingRefusal
  | CompatibilityRefusal
  | DeliveryRefusal
  | CatalogueRefusal
  | TriggerRefusal
  | HarvestFailure;

export type Code = AnyRefusal["code"];

/** Problems by room; `node` holds those of every door. */
export const PROBLEMS = {
  node: { ...NODE_PROBLEMS, ...METHOD_PROBLEMS, ...REPRESENTATION_PROBLEMS },
  ns: NS_PROBLEMS,
  discovery: DISCOVERY_PROBLEMS,
  trust: { ...TRUST_PROBLEMS, ...PRESENTATION_PROBLEMS },
  issuing: ISSUING_PROBLEMS,
  compatibility: COMPATIBILITY_PROBLEMS,
  delivery: DELIVERY_PROBLEMS,
  catalogue: CATALOGUE_PROBLEMS,
  testing: TRIGGER_PROBLEMS,
} as const;

const EXPLANATIONS: Explanations<AnyRefusal> & {
  readonly [C in keyof typeof HARVEST_EXPLANATIONS]: Untabled;
} = {
  ...NODE_EXPLANATIONS,
  ...EDGE_EXPLANATIONS,
  ...NS_EXPLANATIONS,
  ...DISCOVERY_EXPLANATIONS,
  ...TRUST_EXPLANATIONS,
  ...PRESENTATION_EXPLANATIONS,
  ...ISSUING_EXPLANATIONS,
  ...COMPATIBILITY_EXPLANATIONS,
  ...DELIVERY_EXPLANATIONS,
  ...CATALOGUE_EXPLANATIONS,
  ...HARVEST_EXPLANATIONS,
  ...TRIGGER_EXPLANATIONS,
};

/** What a problem document with this code says, and in which rooms. */
export interface CodeRow extends Omit<ProblemRow, "status"> {
  /** Absent where a harvest leaves the code, and no response has it as its own. */
  readonly status?: number;
  readonly rooms: readonly string[];
}

export interface DescribedCode {
  readonly code: Code;
  readonly title: string;
  readonly rows: readonly CodeRow[];
  readonly isOfHarvest: boolean;
  readonly explanation: Explanation<Coded>;
}

/** Every code in alphabetical order. */
export const CODES: readonly DescribedCode[] = (Object.keys(EXPLANATIONS) as Code[]).sort().map((code) => {
  const explanation: Explanation<Coded> & Partial<Untabled> = EXPLANATIONS[code];
  const rows = rowsOf(code);
  const { title = "", mend = "" } = explanation;
  return {
    code,
    title: rows[0]?.title ?? title,
    rows: rows.length > 0 ? rows : [{ title, mend, rooms: [] }],
    isOfHarvest: HARVEST_CODES.some((each) => each === code),
    explanation,
  };
});

function rowsOf(code: Code): CodeRow[] {
  const found = new Map<string, CodeRow & { rooms: string[] }>();
  for (const [room, table] of Object.entries<Readonly<Record<string, ProblemRow>>>(PROBLEMS)) {
    const row = Object.hasOwn(table, code) ? table[code] : undefined;
    if (!row) continue;
    const known = found.get(JSON.stringify(row));
    if (known) known.rooms.push(room);
    else found.set(JSON.stringify(row), { ...row, rooms: [room] });
  }
  return [...found.values()];
}
