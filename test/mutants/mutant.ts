// A mutant: the reference node with one deliberate fault, which some conformance case must find.
import type { checkEvidence } from "../../functions/catalogue/evidence.ts";
import type { harvest } from "../../functions/catalogue/harvest.ts";
import type { afterHarvest } from "../../functions/catalogue/schedule.ts";
import type { Host } from "../../functions/node.ts";
import type { StageName } from "./stages.ts";

export type Room =
  | "protocol"
  | "discovery"
  | "trust"
  | "policies"
  | "presentations"
  | "issuing"
  | "catalogue"
  | "compatibility"
  | "evidence"
  | "ordering"
  | "delivery"
  | "testing";

/** A change of the reference node; one of these is enough. */
export interface Spoil {
  /** What comes in at the door; `wire` leads to the parties of the kit. */
  readonly asks?: (request: Request, wire: typeof fetch) => Request | Response | Promise<Request | Response>;
  /** What goes out of the door. */
  readonly answers?: (answer: Response, request: Request) => Response | Promise<Response>;
  /** A swapped port or setting. */
  readonly host?: (host: Host) => Host;
  /** What a catalogue sends to providers, and what it hears from them. */
  readonly fetches?: (fetcher: typeof fetch) => typeof fetch;
  /** How a catalogue harvests. */
  readonly harvests?: (sound: typeof harvest) => typeof harvest;
  /** How a catalogue looks at the credentials of a manifest. */
  readonly looks?: (sound: typeof checkEvidence) => typeof checkEvidence;
  /** What a harvest does to the entry of its provider. */
  readonly enters?: (sound: typeof afterHarvest) => typeof afterHarvest;
}

export interface Mutant extends Spoil {
  /** The statement that it breaks. */
  readonly breaks: string;
  /** What the spoiled node does, as a clause: "sends a weak entity tag". */
  readonly fault: string;
  /** Where it is examined; by default where the statement's room is. */
  readonly stage?: StageName;
  /** Other rooms that this fault cannot but reach, since they share what it spoils. */
  readonly spreads?: readonly Room[];
}

const ROOMS: Readonly<Record<string, Room>> = {
  PROT: "protocol",
  SEC: "protocol",
  PRIV: "protocol",
  DISC: "discovery",
  CAT: "catalogue",
  TRUST: "trust",
  POL: "policies",
  PRES: "presentations",
  ISSUE: "issuing",
  COMP: "compatibility",
  EVID: "evidence",
  ORD: "ordering",
  DEL: "delivery",
  TEST: "testing",
};

/** The room of a statement, by the letters in its id. */
export function roomOf(statement: string): Room {
  return ROOMS[statement.split("-")[1] ?? ""] ?? "protocol";
}
