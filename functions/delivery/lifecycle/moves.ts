// The moves that all else is made of: to come to a state, to have a runner do something, to have it stop.
import { withCondition } from "./conditions.ts";
import type { Delivery, Draft, OperationState, Run } from "./delivery.ts";
import { type Action, type DeliveryState, STATES } from "./table.ts";

/** A delivery on its way: what it has become, and what is to be told. */
export interface Moved {
  readonly delivery: Delivery;
  readonly events: readonly Draft[];
  /** Operations that have ended or begun. */
  readonly operations: readonly {
    readonly id: string;
    readonly state: OperationState;
    readonly reason?: string;
  }[];
}

/** Circumstances of a step. */
export interface Setting {
  readonly order: string;
  readonly now: Date;
  /** Seconds for which data is kept after the end of the service. */
  readonly retrievalSeconds: number;
}

/** Comes to a state, and says so. */
export function enter(
  delivery: Delivery,
  state: DeliveryState,
  { now, retrievalSeconds }: Setting,
  more: { reason?: string | undefined; operation?: string },
): Moved {
  const from = delivery.state;
  const before = cameFrom(delivery, state);
  const entered: Delivery = {
    ...arriving(delivery, state),
    ...(before ? { before } : {}),
    state,
    ...(state === "RETRIEVAL" && from !== "EXPORTING" && from !== "UNKNOWN"
      ? { retrievalUntil: now.getTime() + retrievalSeconds * 1000 }
      : {}),
    ...(from === state
      ? {}
      : { pastPointOfNoReturn: state === "CANCELLING" && delivery.pastPointOfNoReturn }),
  };
  const { reason, operation } = more;
  const data = {
    state,
    ...(from === state ? { again: true } : { from }),
    ...(reason ? { reason } : {}),
    ...(operation ? { operation } : {}),
  };
  const well = wellIn(entered, now);
  return { delivery: well.delivery, events: [...well.events, { kind: "state", data }], operations: [] };
}

/** What is halted, has ended or runs again as ordered is not broken. */
function wellIn(delivery: Delivery, now: Date): Pick<Moved, "delivery" | "events"> {
  const { state } = delivery;
  if (state === "DEGRADED" || STATES[state].kind === "working") return { delivery, events: [] };
  return withCondition(delivery, "Unhealthy", undefined, now);
}

/** What an order does not take along to a state, or gets there. */
function arriving({ isBehind, ...delivery }: Delivery, state: DeliveryState): Delivery {
  const { kind } = STATES[state];
  const { percent: _, estimatedAt: __, run, ...rest } = delivery;
  const behind = isBehind || state === "UPDATING" ? { isBehind: true as const } : {};
  if (kind === "working") return { ...delivery, ...behind };
  // Whoever had the run, or was to have it, comes too late.
  if (kind === "final") return rest;
  const rested = { ...rest, ...(run ? { run } : {}) };
  if (state === "ACTIVE") return { ...rested, delivered: delivery.parameters };
  return state === "RETRIEVAL" ? rested : { ...rested, ...behind };
}

/** Where an order goes back to from a state. */
function cameFrom({ state: from, isBehind }: Delivery, state: DeliveryState): DeliveryState | undefined {
  if (from === "UNKNOWN") return undefined;
  if (state === "RESUMING") return isBehind ? "DEGRADED" : "ACTIVE";
  return state === "SUSPENDING" || state === "EXPORTING" || state === "ROTATING" ? from : undefined;
}

/** Seconds before what failed is done again: by the number of failures in a row, the last for all more. */
const AGAIN_AFTER = [1, 5, 30, 120, 600] as const;

/** Has a runner do something: a new run, with a new epoch. */
export function start(moved: Moved, action: Action, { order, now }: Setting): Moved {
  const { delivery } = moved;
  const epoch = delivery.epoch + 1;
  const seconds =
    delivery.failures === 0 ? 0 : (AGAIN_AFTER[Math.min(delivery.failures, AGAIN_AFTER.length) - 1] ?? 0);
  const run: Run = {
    id: `${order}.${epoch}`,
    action,
    ...(action === "lookup" && delivery.lost ? { asked: delivery.lost.action } : {}),
    epoch,
    notBefore: now.getTime() + seconds * 1000,
    through: 0,
    cancel: false,
  };
  return { ...moved, delivery: { ...delivery, epoch, run } };
}

/** The runner is told to stop, and the order waits for its answer. */
export function cancelled(delivery: Delivery, to: DeliveryState, setting: Setting, reason?: string): Moved {
  const before = delivery.state;
  return enter({ ...delivery, before, ...told(delivery.run) }, to, setting, { reason });
}

/** A run whose runner, where it has one, hears with the answer to its next report that it is to stop. */
export function told(run: Run | undefined): { run?: Run } {
  return run?.lease ? { run: { ...run, cancel: true } } : {};
}

/** Nothing moves. */
export function still(delivery: Delivery): Moved {
  return { delivery, events: [], operations: [] };
}
