// Moves an order along its table. Pure: what happens depends on the order, on what is said, and on the clock given.
import type { Delivery } from "./delivery.ts";
import { type Moved, type Setting, cancelled, enter, start, still } from "./moves.ts";
import { settle } from "./operate.ts";
import { type OperationKind, type Stimulus, transition } from "./table.ts";

/** What is to be delivered, and until when. */
export interface Ordered {
  readonly parameters: Delivery["parameters"];
  readonly accessKey?: Delivery["parameters"];
  /** Milliseconds since 1970. */
  readonly deadline?: number;
}

/** The beginning of a delivery: a plan is asked for. */
export function ordered({ parameters, accessKey, deadline }: Ordered, setting: Setting): Moved {
  const delivery: Delivery = {
    state: "ORDERED",
    generation: 1,
    observedGeneration: 0,
    epoch: 0,
    failures: 0,
    pastPointOfNoReturn: false,
    parameters,
    receipts: [],
    milestones: [],
    conditions: [],
    ...(accessKey ? { accessKey } : {}),
    ...(deadline === undefined ? {} : { deadline }),
  };
  return start(
    { delivery, events: [{ kind: "state", data: { state: "ORDERED" } }], operations: [] },
    "plan",
    setting,
  );
}

/** What the order does next, given that its run has ended in this way, or that its time has come. */
export function happened(
  delivery: Delivery,
  on: Exclude<Stimulus, OperationKind | "found">,
  setting: Setting,
  reason?: string,
): Moved {
  const row = transition(delivery.state, on, delivery.before);
  if (!row) return still(delivery);
  const ended = on === "succeeded" || on === "failed" || on === "lost" || on === "planned";
  const repeats = (on === "failed" || on === "lost") && row.to === delivery.state;
  const failures =
    on === "succeeded" || on === "planned" ? 0 : repeats ? delivery.failures + 1 : delivery.failures;
  const { run, ...rest } = delivery;
  const kept: Delivery = { ...rest, failures, ...(run && !ended ? { run } : {}) };
  const lost =
    on === "lost" && row.to === "UNKNOWN" && delivery.state !== "UNKNOWN"
      ? { lost: { state: delivery.state, action: run?.action ?? "apply" } }
      : {};
  if (on === "due" && row.to === "CANCELLING") return cancelled(kept, row.to, setting, reason);
  const to = row.to === "before" ? (delivery.before ?? "ACTIVE") : row.to;
  const moved = enter({ ...kept, ...lost }, to, setting, { reason });
  const started = row.starts ? start(moved, row.starts, setting) : moved;
  return settle(started, on, setting, reason);
}
