// When there is something to do for an order, though nobody asks. Times are in milliseconds since 1970.
import { transition } from "./lifecycle/table.ts";
import type { Delivery, Run } from "./lifecycle/delivery.ts";
import type { OrderRecord } from "./record.ts";

/** A list of jobs that lost a run hears of it again after this time. */
const ANNOUNCED_AGAIN_MS = 600_000;

/** When the list of waiting jobs is to hear of a run; undefined for one that a runner has. */
export function announceAt({ lease, announcedAt, notBefore }: Run): number | undefined {
  if (lease) return undefined;
  return announcedAt === undefined ? 0 : Math.max(notBefore, announcedAt) + ANNOUNCED_AGAIN_MS;
}

/** When a delivery moves by the time alone: at the end of its retrieval period, or of what it may take. */
export function dueTime(delivery: Delivery): number | undefined {
  if (!transition(delivery.state, "due")) return undefined;
  return delivery.state === "RETRIEVAL" ? delivery.retrievalUntil : delivery.deadline;
}

/** The first time at which there is something to do; undefined for an order at rest. */
export function nextTime(
  { agreement, delivery }: OrderRecord,
  sendsAt: number | undefined,
): number | undefined {
  const times = [
    agreement.until,
    delivery?.run && (delivery.run.lease?.until ?? announceAt(delivery.run)),
    delivery && dueTime(delivery),
    sendsAt,
  ].filter((time) => time !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}
