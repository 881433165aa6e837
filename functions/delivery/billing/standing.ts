// When a service stood, as its events tell: from its first delivery until it was ended.
import type { StoredEvent } from "../ports.ts";
import type { Standing } from "./charges.ts";

const ENDED: ReadonlySet<unknown> = new Set(["RETRIEVAL", "ERASING", "TERMINATED", "FAILED"]);

/** `events` are all of an order, in their order; undefined where nothing was ever delivered. */
export function standingOf(events: readonly StoredEvent[]): Standing | undefined {
  let from: number | undefined;
  for (const { text } of events) {
    if (!text.includes('.order.state"')) continue;
    const { time, data } = JSON.parse(text) as { time: string; data: { state?: unknown } };
    if (data.state === "ACTIVE") from ??= Date.parse(time);
    if (from !== undefined && ENDED.has(data.state)) return { from, until: Date.parse(time) };
  }
  return from === undefined ? undefined : { from };
}
