// The chain of an order's events: whoever holds all of them can show that none was changed, left out or put in.
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { ChainedEvent } from "./event.ts";

/** The last event of a chain so far; before the first, zero and no digest. */
export interface Head {
  readonly sequence: number;
  readonly digest?: string;
}

export const NOTHING: Head = { sequence: 0 };

/** `at` is the sequence number that the chain holds up to but for. */
export type ChainBreak =
  | { code: "sequence-gap"; at: number; found: number }
  | { code: "chain-broken"; at: number }
  | { code: "another-order"; at: number; source: string };

/** Whether these events, in this order, continue the chain; the first that does not is named. */
export function checkChain(events: readonly ChainedEvent[], after: Head = NOTHING): Result<Head, ChainBreak> {
  let head = after;
  for (const next of events) {
    const at = head.sequence + 1;
    const { source } = next.event;
    if (source !== events[0]?.event.source) return refused({ code: "another-order", at, source });
    if (next.sequence !== at) return refused({ code: "sequence-gap", at, found: next.sequence });
    if (next.event.previousdigest !== head.digest) return refused({ code: "chain-broken", at });
    head = { sequence: at, digest: next.digest };
  }
  return ok(head);
}
