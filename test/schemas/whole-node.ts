// A node with every role, set up for tests, over a world in memory that a test can disturb.
import { policiesOf } from "../../functions/trust/policy/policies.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { harvest } from "../../functions/catalogue/harvest.ts";
import { catalogueMarket } from "../../functions/catalogue/market.ts";
import { afterHarvest } from "../../functions/catalogue/schedule.ts";
import type { NodeIdentity } from "../../functions/discovery/node-document.ts";
import {
  memoryGraphStore,
  memoryTexts,
  memoryNonces,
  memoryProviderBook,
  memoryPublication,
} from "../../functions/host/memory.ts";
import { memoryOrders } from "../../functions/host/memory-orders.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import type { OrderPort } from "../../functions/delivery/ports.ts";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import { ok, refused } from "../../functions/kernel/result.ts";
import { createNode } from "../../functions/node.ts";
import { ROLES, type Role, endpointsOf, featuresOf, roomsOf } from "../../functions/roles.ts";
import { INTERVAL, type Network } from "../support/catalogue.ts";
import { fixedClock } from "../support/clock.ts";
import { resolver } from "../../functions/trust/did/resolve.ts";
import { issuing, ringOf } from "../support/issuing.ts";
import { TOKEN } from "../support/provider.ts";

export const ORIGIN = "https://cloud.example";

export interface WholeNode {
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** What its graph store holds, by digest. */
  readonly graphs: Map<string, string>;
  readonly orders: (id: string) => OrderPort;
  /** From now on no state that it has kept can be opened. */
  readonly forgetStateKeys: () => void;
}

export interface Settings {
  /** Where its harvests go. */
  readonly net: Network;
  readonly token?: string;
  readonly bodyLimit?: number;
  readonly mostProviders?: number;
  /** DIDs. */
  readonly runners?: readonly string[];
  readonly now?: () => Date;
}

export function wholeNode({
  net,
  bodyLimit = 1 << 24,
  mostProviders = 3,
  runners = [],
  now = fixedClock().now,
  ...rest
}: Settings): WholeNode {
  const operatorToken = "token" in rest ? rest.token || undefined : TOKEN;
  const graphs = memoryGraphStore();
  const texts = memoryTexts();
  const book = memoryProviderBook(now);
  const roles = Object.keys(ROLES) as Role[];
  const rooms = roomsOf(roles, { forTests: true, signs: true, keepsStates: true });
  const identity = (): NodeIdentity => ({
    origin: ORIGIN,
    roles,
    features: featuresOf(rooms),
    endpoints: endpointsOf(rooms),
    limits: { offersPerPage: 250, manifestBytes: bodyLimit, providers: mostProviders },
    keys: ringOf().keys,
  });
  const harvestNow = async (origin: string) => {
    const known = (await book.list()).find((each) => each.origin === origin);
    if (!known) return false;
    const ports = { fetch: guardedFetch(net.fetch, { loopback: false }), graphs, texts, now };
    book.write(afterHarvest(known, await harvest(origin, known.snapshot, ports), INTERVAL, now()));
    return true;
  };
  const signing = issuing({ identity, operatorToken, now, bodyLimit });
  const publication = memoryPublication(now);
  const { orders, jobs, states } = memoryOrders({ now, leaseSeconds: 30, retrievalSeconds: 60 });
  let opens = states.sealer.open;
  const fetch = guardedFetch(net.fetch, { loopback: false });
  const app = createNode({
    roles,
    discovery: { identity, operatorToken, bodyLimit, graphs, publication, attest: signing.attest },
    issuing: signing.issuing,
    catalogue: {
      identity,
      operatorToken,
      book,
      graphs,
      now,
      harvestSeconds: INTERVAL,
      mostProviders,
      permissions: { loopback: false },
    },
    trust: {
      policies: () => policiesOf(undefined),
      fetch,
      now,
      loopback: false,
      bodyLimit,
    },
    delivery: {
      identity,
      operatorToken,
      publication,
      graphs,
      sign: ringOf().sign,
      orders,
      jobs,
      states: { ...states, sealer: { ...states.sealer, open: (...sealed) => opens(...sealed) } },
      runners,
      resolveKey: resolver({
        fetch,
        now: () => now().getTime(),
        loopback: false,
        cache: new BoundedMap(1e6),
      }),
      shakeHands: async () => refused({ code: "callback-refused", reason: "nobody answers" }),
      now,
      chance: (bytes) => new Uint8Array(bytes).fill(7),
    },
    presentations: {
      nonces: memoryNonces(new Uint8Array(32).fill(3), now),
      chance: (bytes) => new Uint8Array(bytes).fill(7),
    },
    compatibility: {
      market: async () => ok(await catalogueMarket(book, INTERVAL, now())),
      facts: oxigraphFactBase(graphs),
      policies: () => policiesOf(undefined),
      bodyLimit,
    },
    testing: { operatorToken, actions: { harvest: harvestNow } },
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
  });
  return {
    request: async (path, init) => app.request(new Request(ORIGIN + path, init)),
    graphs: graphs.graphs as Map<string, string>,
    orders,
    forgetStateKeys: () => void (opens = async () => undefined),
  };
}
