// What a manifest says beside its offers: where its places lie, what they are, and where on earth. Pure data.
import type { Parents } from "../../kernel/place.ts";
import type { Coordinates } from "../demand/demand.ts";
import { type Support, UNCHECKED } from "../evidence/support.ts";

export interface Surroundings {
  /** What stands for what the manifest says. */
  readonly support: Support;
  /** Areas that places lie directly within. */
  readonly parents: Parents;
  /** Classes that nodes are stated to be of, by IRI of the node. */
  readonly types: ReadonlyMap<string, readonly string[]>;
  readonly regions: ReadonlyMap<string, RegionFacts>;
}

export interface RegionFacts {
  readonly coordinates?: Coordinates;
  readonly renewableEnergy?: boolean;
}

export const NOWHERE: Surroundings = {
  support: UNCHECKED,
  parents: new Map(),
  types: new Map(),
  regions: new Map(),
};
