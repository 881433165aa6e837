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

/** What was seen counts for two intervals: a machine that is busy with other tests must get round to the next look by then. */
const OFTEN_SECONDS = 0.6;

const STAGES = {
  provider: { roles: ["provider"], prepare: (node) => node.publish(shop(node.origin)) },
  /** A manifest with pages. */
  large: {
    roles: ["provider"],
    prepare: (node) => node.publish(many(PAGE_LIMITS.offers + 10, "vm", { light: true })),
  },
  /** Nothing was ever published. It looks at its credentials all the time. */
  empty: { roles: ["provider"], settings: { harvestSeconds: OFTEN_SECONDS } },
  catalogue: { roles: ["catalogue"], prepare: neighbours },
  /** At a name and over https, without the feature `testing`. */
  public: { roles: ["catalogue"], settings: { inPublic: true }, prepare: neighbours },
  /** Harvests all the time, for what only time brings about: no fetch fails while the kit waits. */
  impatient: { roles: ["catalogue"], settings: { harvestSeconds: OFTEN_SECONDS, secondsPerFetch: 60 } },
  both: { roles: ["provider", "catalogue"], prepare: (node) => node.publish(shop(node.origin)) },
  /** No operator's token. */
  closed: { roles: ["provider", "catalogue"], settings: { token: undefined } },
} as const satisfies Record<string, Stage>;

export type StageName = keyof typeof STAGES;
export const STAGE_NAMES = Object.keys(STAGES) as StageName[];

/** Whether a clock runs on this stage, so that nothing else may be examined at the same time. */
export function isTimed(name: StageName): boolean {
  const { settings }: Stage = STAGES[name];
  return settings?.harvestSeconds !== undefined;
}

/** A fresh reference node on this stage, spoilt where a fault is given; preparations are never spoilt. */
export async function onStage(name: StageName, spoil: Spoil = {}): Promise<Reference> {
  const stage: Stage = STAGES[name];
  const token = name === "closed" ? undefined : TOKEN;
  const node = referenceNode({ roles: stage.roles, token, spoil, ...stage.settings });
  await stage.prepare?.(node);
  node.spoilNow();
  return node;
}
