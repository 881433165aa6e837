// The ports of delivery on Durable Objects: an order is found by its id, and there is one list of jobs.
import type { DeliveryPorts } from "../../delivery/routes.ts";
import { askConsent } from "../../delivery/events/handshake.ts";
import type { OrderPort } from "../../delivery/ports.ts";
import type { StatePort } from "../../delivery/states/ports.ts";
import { sealer } from "../../delivery/states/seal.ts";
import { BoundedMap } from "../../edge/bounded-map.ts";
import type { GuardedFetch } from "../../edge/guard.ts";
import { type RememberedDid, resolver } from "../../trust/did/resolve.ts";
import { type Env, runnersOf } from "./env.ts";
import { stateKeysOf } from "./keys.ts";

/** Characters of DID documents that an isolate remembers. */
const REMEMBERED = 4_000_000;

type Given = Pick<DeliveryPorts, "identity" | "sign" | "publication" | "graphs"> & {
  readonly fetch: GuardedFetch;
  readonly now: () => Date;
};

export function deliveryOf(
  env: Env,
  { fetch, now, ...given }: Given,
): Omit<DeliveryPorts, "show" | "verify" | "issue"> {
  const cache = new BoundedMap<RememberedDid>(REMEMBERED);
  const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const [newest, ...older] = stateKeysOf(env);
  return {
    ...given,
    now,
    operatorToken: env.MPLI_OPERATOR_TOKEN,
    // What crosses to an object is plain data; the types of the runtime's stubs lose that.
    orders: (id) => env.ORDER.getByName(id) as unknown as OrderPort,
    jobs: {
      // A stub belongs to the request that made it.
      take: async (bindings, waitSeconds) => await env.JOBS.getByName("jobs").take(bindings, waitSeconds),
      done: async (run) => await env.JOBS.getByName("jobs").done(run),
    },
    runners: runnersOf(env),
    resolveKey: resolver({ fetch, now: () => now().getTime(), loopback: env.MPLI_LOCAL === "1", cache }),
    shakeHands: (callback, origin) => askConsent(callback, origin, { fetch }),
    chance,
    ...(newest
      ? {
          states: {
            of: (id: string) => env.ORDER.getByName(id) as unknown as StatePort,
            sealer: sealer([newest, ...older], chance),
          },
        }
      : {}),
  };
}
