// Where the reference node is examined: in memory, with the data and the settings that some cases need.
import type { Role } from "../../functions/roles.ts";
import { many } from "../support/manifests.ts";
import { PAGE_LIMITS, type Reference, type ReferenceSettings, referenceNode } from "./reference.ts";
import { shop } from "./shop.ts";
import type { Spoil } from "./mutant.ts";

export const TOKEN = "operator-of-the-reference-node";

interface Stage {
  readonly roles: readonly Role[];
  readonly settings?: Partial<ReferenceSettings>;
  /** Brings the node to where the cases find it. */
  readonly prepare?: (node: Reference) => Promise<void>;
}

/** Providers that the catalogues know before the kit comes. */
const neighbours = async (node: Reference) => {
  await node.neighbour("https://one.example", shop("https://one.example"));
  await node.neighbour("https://two.example", many(PAGE_LIMITS.offers + 10, "vm", { light: true }));
};

const STAGES = {
  provider: { roles: ["provider"], prepare: (node) => node.publish(shop(node.origin)) },
  /** A manifest with pages. */
  large: {
    roles: ["provider"],
    prepare: (node) => node.publish(many(PAGE_LIMITS.offers + 10, "vm", { light: true })),
  },
  /** Nothing was ever published. */
  empty: { roles: ["provider"] },
  catalogue: { roles: ["catalogue"], prepare: neighbours },
  /** At a name and over https, without the feature `testing`. */
  public: { roles: ["catalogue"], settings: { inPublic: true }, prepare: neighbours },
  /** Harvests every fifth of a second, for what only time brings about. */
  impatient: { roles: ["catalogue"], settings: { harvestSeconds: 0.2 } },
  both: { roles: ["provider", "catalogue"], prepare: (node) => node.publish(shop(node.origin)) },
  /** No operator's token. */
  closed: { roles: ["provider", "catalogue"], settings: { token: undefined } },
} as const satisfies Record<string, Stage>;

export type StageName = keyof typeof STAGES;
export const STAGE_NAMES = Object.keys(STAGES) as StageName[];

/** A fresh reference node on this stage, spoilt where a fault is given; preparations are never spoilt. */
export async function onStage(name: StageName, spoil: Spoil = {}): Promise<Reference> {
  const stage: Stage = STAGES[name];
  const token = name === "closed" ? undefined : TOKEN;
  const node = referenceNode({ roles: stage.roles, token, spoil, ...stage.settings });
  await stage.prepare?.(node);
  node.spoilNow();
  return node;
}
