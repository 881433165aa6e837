// Operations of the customer: which the table takes, what they begin, and how they end.
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Delivery, Operation, OperationState } from "./delivery.ts";
import { type Moved, type Setting, cancelled, enter, start, told } from "./moves.ts";
import {
  type DeliveryState,
  type OperationKind,
  STATES,
  type Stimulus,
  operationsIn,
  transition,
} from "./table.ts";

export type OperationRefusal =
  | { code: "operation-in-progress"; operation?: string; state: DeliveryState }
  | { code: "past-point-of-no-return" }
  | { code: "not-in-this-state"; state: DeliveryState; operations: readonly OperationKind[] };

/** Takes an operation of the customer, or says why not. */
export function operate(
  delivery: Delivery,
  { id, kind }: Pick<Operation, "id" | "kind">,
  setting: Setting,
): Result<Moved, OperationRefusal> {
  const { state } = delivery;
  const row = transition(state, kind, delivery.before);
  if (!row) return refused(inVain(delivery, kind));
  if (kind === "cancel" && delivery.pastPointOfNoReturn) return refused({ code: "past-point-of-no-return" });
  if (row.queues) {
    if (delivery.termination)
      return refused({ code: "operation-in-progress", state, operation: delivery.termination });
    const queued: Delivery = { ...delivery, termination: id, ...told(delivery.run) };
    return ok({ delivery: queued, events: [], operations: [{ id, state: "waiting" }] });
  }
  const generation = delivery.generation + 1;
  if (row.to === "CANCELLING") {
    const next = cancelled({ ...delivery, generation, cancellation: id }, row.to, setting);
    return ok({ ...next, operations: [...next.operations, { id, state: "running" }] });
  }
  const to = row.to === "before" ? state : row.to;
  const { run: _, ...rest } = delivery;
  const begun: Delivery = { ...rest, generation, operation: id, before: state, failures: 0 };
  const moved = enter(begun, to, setting, { operation: id });
  const started = row.starts ? start(moved, row.starts, setting) : moved;
  const taken = { ...started, operations: [...started.operations, { id, state: "running" as const }] };
  return ok(settle(taken, STATES[to].kind === "final" ? "succeeded" : "leased", setting));
}

/** Why nothing comes of what the table does not have: for now, or at all. */
export function inVain({ state, operation }: Delivery, kind?: OperationKind): OperationRefusal {
  const isBusy = STATES[state].kind === "working" && kind !== "cancel" && kind !== "terminate";
  return isBusy && !ENDING.has(state)
    ? { code: "operation-in-progress", state, ...(operation ? { operation } : {}) }
    : { code: "not-in-this-state", state, operations: operationsIn(state) };
}

const ENDING: ReadonlySet<DeliveryState> = new Set(["TERMINATING", "ERASING", "FAILED_CLEANING"]);

/** Ends operations where the order has come to rest, and begins the termination that waited for that. */
export function settle(moved: Moved, on: Stimulus, setting: Setting, reason?: string): Moved {
  const { delivery } = moved;
  const { kind } = STATES[delivery.state];
  const rests = kind !== "working";
  if (!rests && delivery.state !== "FAILED_CLEANING") return moved;
  const wasCancelled = delivery.cancellation !== undefined;
  const ends = (id: string | undefined, state: OperationState, why?: string) =>
    id ? [{ id, state, ...(why ? { reason: why } : {}) }] : [];
  const isDone = on === "succeeded" || on === "due";
  const operations = [
    ...ends(delivery.cancellation, isDone && delivery.state === "ACTIVE" ? "failed" : "succeeded"),
    ...ends(
      delivery.operation,
      isDone && !ENDING.has(delivery.state) ? "succeeded" : "failed",
      isDone ? undefined : wasCancelled ? "cancelled" : reason,
    ),
  ];
  const { operation: _, cancellation: __, ...rest } = delivery;
  // As long as an update is missing, what came after it is not all that was asked for.
  const observed = isDone && !delivery.isBehind ? { observedGeneration: delivery.generation } : {};
  const settled: Moved = {
    delivery: { ...rest, ...observed },
    events: moved.events,
    operations: [...moved.operations, ...operations],
  };
  return rests ? thenTerminate(settled, setting) : settled;
}

function thenTerminate(moved: Moved, setting: Setting): Moved {
  const { termination, ...delivery } = moved.delivery;
  if (!termination) return moved;
  if (STATES[delivery.state].kind === "final")
    return { ...moved, delivery, operations: [...moved.operations, { id: termination, state: "succeeded" }] };
  const begun = operate(delivery, { id: termination, kind: "terminate" }, setting);
  // The service has ended already: what waited was an export in the retrieval period.
  if (!begun.ok)
    return { ...moved, delivery, operations: [...moved.operations, { id: termination, state: "succeeded" }] };
  const { value } = begun;
  return {
    delivery: value.delivery,
    events: [...moved.events, ...value.events],
    operations: [...moved.operations, ...value.operations],
  };
}
