// One event, however it came: applied in its turn, left waiting, known already, or not the one that it says it is.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { checkChain } from "../events/chain.ts";
import type { ChainedEvent } from "../events/event.ts";
import type { ReceiverStore } from "./store.ts";

/** `applied`: it, and those that waited for it. */
export type Taken = "applied" | "known" | "waiting";

/** Two events of one number, or one that does not continue the chain: the provider contradicts itself. */
export type TakeRefusal =
  | { code: "event-reuse"; source: string; sequence: number }
  | { code: "chain-broken"; source: string; sequence: number };

/** Takes an event whose sender is known to be the provider of its order. Throws only what the store throws. */
export function take(chained: ChainedEvent, store: ReceiverStore): Result<Taken, TakeRefusal> {
  const { sequence, digest } = chained;
  const { source } = chained.event;
  const head = store.head(source);
  if (sequence === head.sequence + 1) {
    if (!checkChain([chained], head).ok) return refused({ code: "chain-broken", source, sequence });
    store.apply(source, chained);
    applyWaiting(source, store);
    return ok("applied");
  }
  const known = store.digestOf(source, sequence);
  if (known !== undefined && known !== digest) return refused({ code: "event-reuse", source, sequence });
  // What waits may have been held up by an effect that failed.
  applyWaiting(source, store);
  if (sequence <= store.head(source).sequence) return ok("known");
  if (known === undefined) store.wait(source, chained);
  return ok("waiting");
}

/** One that does not continue the chain is forgotten: it is fetched again when its turn comes, as the provider has it. */
function applyWaiting(source: string, store: ReceiverStore): void {
  for (;;) {
    const head = store.head(source);
    const next = store.waiting(source, head.sequence + 1);
    if (!next) return;
    if (checkChain([next], head).ok) store.apply(source, next);
    else return store.drop(source, next.sequence);
  }
}
