// The host of a node in memory: all rooms of its roles over memory ports; what a test has to hold in hand it brings along.
import { catalogueMarket } from "../../functions/catalogue/market.ts";
import type { Registration } from "../../functions/catalogue/ports.ts";
import { afterHarvest } from "../../functions/catalogue/schedule.ts";
import { harvest } from "../../functions/catalogue/harvest.ts";
import type { TextStore } from "../../functions/compatibility/evidence/kept-claims.ts";
import { ownMarket } from "../../functions/compatibility/market/own-market.ts";
import type { ClaimsBase } from "../../functions/compatibility/ports.ts";
import type { DeliveryPorts } from "../../functions/delivery/routes.ts";
import type { NodeIdentity } from "../../functions/discovery/node-document.ts";
import type { PageLimits } from "../../functions/discovery/paginate.ts";
import type { GraphStore } from "../../functions/discovery/ports.ts";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import type { GuardedFetch } from "../../functions/edge/guard.ts";
import {
  memoryGraphStore,
  memoryNonces,
  memoryProviderBook,
  memoryPublication,
} from "../../functions/host/memory.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { ok, refused } from "../../functions/kernel/result.ts";
import type { Host } from "../../functions/node.ts";
import { type Role, endpointsOf, featuresOf, roomsOf } from "../../functions/roles.ts";
import { resolver } from "../../functions/trust/did/resolve.ts";
import { policiesOf } from "../../functions/trust/policy/policies.ts";
import { type SigningRing, issuing, ringOf } from "./issuing.ts";

type Delivering = Pick<DeliveryPorts, "orders" | "jobs" | "runners"> &
  Partial<Pick<DeliveryPorts, "states" | "shakeHands">>;

export interface World {
  readonly origin: string;
  /** A provider unless stated. */
  readonly roles?: readonly Role[];
  readonly operatorToken: string | undefined;
  readonly now: () => Date;
  /** How it reaches others. */
  readonly fetch: GuardedFetch;
  readonly loopback?: boolean;
  /** What the node document states. */
  readonly limits?: NodeIdentity["limits"];
  /** Largest bodies. */
  readonly bytes?: { readonly manifest: number; readonly demand: number; readonly issue?: number };
  readonly ring?: SigningRing;
  readonly graphs?: GraphStore;
  readonly publication?: Host["discovery"]["publication"];
  readonly pageLimits?: PageLimits;
  readonly book?: Host["catalogue"]["book"];
  readonly claims?: ClaimsBase;
  readonly harvestSeconds?: number;
  /** Of its presentation requests. */
  readonly secret?: Uint8Array;
  readonly chance?: (bytes: number) => Uint8Array;
  /** What it compares with; unless stated what it harvests or, where it is no catalogue, what it sells. */
  readonly market?: Host["compatibility"]["market"];
  /** Where a provider takes orders. */
  readonly delivery?: Delivering;
  /** Where it is set up for tests: what can be triggered. */
  readonly actions?: NonNullable<Host["testing"]>["actions"];
}

export function memoryHost(world: World): Host {
  const { origin, roles = ["provider"], operatorToken, now, fetch, loopback = false } = world;
  const { limits = {}, bytes = { manifest: 1 << 24, demand: 1 << 18 }, harvestSeconds = 900 } = world;
  const { ring = ringOf(), graphs = memoryGraphStore(), publication = memoryPublication(now) } = world;
  const { book = memoryProviderBook(now), chance = (size) => new Uint8Array(size).fill(7) } = world;
  const { secret = new Uint8Array(32).fill(3), pageLimits, delivery, actions } = world;
  const rooms = roomsOf(roles, {
    forTests: actions !== undefined,
    signs: true,
    hasOrigin: delivery !== undefined,
    keepsStates: delivery?.states !== undefined,
  });
  const identity = (): NodeIdentity => ({
    origin,
    roles,
    features: featuresOf(rooms),
    endpoints: endpointsOf(rooms),
    limits,
    keys: ring.keys,
  });
  const common = { identity, operatorToken };
  const signing = issuing({ ...common, now, ...(bytes.issue ? { bodyLimit: bytes.issue } : {}) }, ring);
  const policies = () => policiesOf(undefined);
  return {
    roles,
    discovery: {
      ...common,
      bodyLimit: bytes.manifest,
      graphs,
      publication,
      attest: signing.attest,
      ...(pageLimits ? { pageLimits, changesPerPage: pageLimits.offers } : {}),
    },
    issuing: signing.issuing,
    catalogue: {
      ...common,
      book,
      graphs,
      now,
      harvestSeconds,
      mostProviders: limits["providers"] ?? 1,
      permissions: { loopback },
    },
    trust: { policies, fetch, now, loopback, bodyLimit: bytes.demand },
    presentations: { nonces: memoryNonces(secret, now), chance },
    ...(delivery && rooms.has("delivery")
      ? {
          delivery: {
            ...common,
            publication,
            graphs,
            sign: ring.sign,
            resolveKey: resolver({
              fetch,
              now: () => now().getTime(),
              loopback,
              cache: new BoundedMap(1_000_000),
            }),
            shakeHands: async () => refused({ code: "callback-refused", reason: "nobody answers" }),
            now,
            chance,
            ...delivery,
          },
        }
      : {}),
    compatibility: {
      market:
        world.market ??
        (rooms.has("catalogue")
          ? async () => ok(await catalogueMarket(book, harvestSeconds, now()))
          : ownMarket(publication, graphs)),
      facts: oxigraphFactBase(graphs, world.claims),
      policies,
      bodyLimit: bytes.demand,
    },
    ...(actions ? { testing: { operatorToken, actions } } : {}),
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
  };
}

interface Harvesting {
  readonly book: ReturnType<typeof memoryProviderBook>;
  readonly fetch: GuardedFetch;
  readonly graphs: GraphStore;
  readonly texts: TextStore;
  readonly now: () => Date;
  readonly harvestSeconds: number;
}

/** What the alarm does for one provider: harvests it and writes the outcome into the book; false where it is not known. */
export async function harvestOne(
  of: string,
  { book, harvestSeconds, ...ports }: Harvesting,
): Promise<boolean> {
  const known: Registration | undefined = (await book.list()).find(({ origin }) => origin === of);
  if (!known) return false;
  const outcome = await harvest(of, known.snapshot, ports);
  book.write(afterHarvest(known, outcome, harvestSeconds, ports.now()));
  return true;
}
