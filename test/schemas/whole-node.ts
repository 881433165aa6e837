// A node with every role, set up for tests, over a world in memory that a test can disturb.
import { guardedFetch } from "../../functions/edge/guard.ts";
import { memoryGraphStore, memoryProviderBook, memoryTexts } from "../../functions/host/memory.ts";
import { memoryOrders } from "../../functions/host/memory-orders.ts";
import type { OrderPort } from "../../functions/delivery/ports.ts";
import { createNode } from "../../functions/node.ts";
import { ROLES, type Role } from "../../functions/roles.ts";
import { INTERVAL, type Network } from "../support/catalogue.ts";
import { fixedClock } from "../support/clock.ts";
import { harvestOne, memoryHost } from "../support/host.ts";
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
  const book = memoryProviderBook(now);
  const fetch = guardedFetch(net.fetch, { loopback: false });
  const harvesting = { book, fetch, graphs, texts: memoryTexts(), now, harvestSeconds: INTERVAL };
  const { orders, jobs, states } = memoryOrders({ now, leaseSeconds: 30, retrievalSeconds: 60 });
  let opens = states.sealer.open;
  const app = createNode(
    memoryHost({
      origin: ORIGIN,
      roles: Object.keys(ROLES) as Role[],
      operatorToken,
      now,
      fetch,
      limits: { offersPerPage: 250, manifestBytes: bodyLimit, providers: mostProviders },
      bytes: { manifest: bodyLimit, demand: bodyLimit, issue: bodyLimit },
      graphs,
      book,
      harvestSeconds: INTERVAL,
      delivery: {
        orders,
        jobs,
        states: { ...states, sealer: { ...states.sealer, open: (...sealed) => opens(...sealed) } },
        runners,
      },
      actions: { harvest: (origin) => harvestOne(origin, harvesting) },
    }),
  );
  return {
    request: async (path, init) => app.request(new Request(ORIGIN + path, init)),
    graphs: graphs.graphs as Map<string, string>,
    orders,
    forgetStateKeys: () => void (opens = async () => undefined),
  };
}
