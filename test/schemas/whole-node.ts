// A node with every role, set up for tests, over a world in memory that a test can disturb.
import { guardedFetch } from "../../functions/catalogue/guard.ts";
import { harvest } from "../../functions/catalogue/harvest.ts";
import { catalogueMarket } from "../../functions/catalogue/market.ts";
import { afterHarvest } from "../../functions/catalogue/schedule.ts";
import type { NodeIdentity } from "../../functions/discovery/node-document.ts";
import { memoryGraphStore, memoryProviderBook, memoryPublication } from "../../functions/host/memory.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { ok } from "../../functions/kernel/result.ts";
import { createNode } from "../../functions/node.ts";
import { ROLES, type Role, endpointsOf, featuresOf, roomsOf } from "../../functions/roles.ts";
import { INTERVAL, type Network } from "../support/catalogue.ts";
import { fixedClock } from "../support/clock.ts";
import { TOKEN } from "../support/provider.ts";

export const ORIGIN = "https://cloud.example";

export interface WholeNode {
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** What its graph store holds, by digest. */
  readonly graphs: Map<string, string>;
}

export interface Settings {
  /** Where its harvests go. */
  readonly net: Network;
  readonly token?: string;
  readonly bodyLimit?: number;
  readonly mostProviders?: number;
}

export function wholeNode({ net, bodyLimit = 1 << 24, mostProviders = 3, ...rest }: Settings): WholeNode {
  const operatorToken = "token" in rest ? rest.token || undefined : TOKEN;
  const { now } = fixedClock();
  const graphs = memoryGraphStore();
  const book = memoryProviderBook(now);
  const roles = Object.keys(ROLES) as Role[];
  const rooms = roomsOf(roles, true);
  const identity = (): NodeIdentity => ({
    origin: ORIGIN,
    roles,
    features: featuresOf(rooms),
    endpoints: endpointsOf(rooms),
    limits: { offersPerPage: 250, manifestBytes: bodyLimit, providers: mostProviders },
    publicKey: { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" },
  });
  const harvestNow = async (origin: string) => {
    const known = (await book.list()).find((each) => each.origin === origin);
    if (!known) return false;
    const ports = { fetch: guardedFetch(net.fetch, { loopback: false }), graphs, now };
    book.write(afterHarvest(known, await harvest(origin, known.snapshot, ports), INTERVAL, now()));
    return true;
  };
  const app = createNode({
    roles,
    discovery: { identity, operatorToken, bodyLimit, graphs, publication: memoryPublication(now) },
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
    compatibility: {
      market: async () => ok(await catalogueMarket(book, INTERVAL, now())),
      facts: oxigraphFactBase(graphs),
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
  };
}
