// Keys of the parties of an order, found by their DIDs.
import { BoundedMap } from "../../edge/bounded-map.ts";
import { guardedFetch } from "../../edge/guard.ts";
import { isOnThisMachine } from "../node-client/node.ts";
import { type ResolveKey, resolver } from "../../trust/did/resolve.ts";

const SECONDS_PER_FETCH = 10;
const KEPT_CHARACTERS = 1_000_000;

/** Keys around an order at this address. This machine is asked only where the order is on it as well. */
export function keysAround(address: string): ResolveKey {
  const loopback = isOnThisMachine(address);
  const fetcher = guardedFetch(fetch, { loopback }, SECONDS_PER_FETCH);
  return resolver({ fetch: fetcher, now: Date.now, loopback, cache: new BoundedMap(KEPT_CHARACTERS) });
}
