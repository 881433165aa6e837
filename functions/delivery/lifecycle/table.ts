// The life of an order, as one table: the chapter, its diagram, the conformance cases and the machine are made from it.

/** What a runner is asked to do. */
export const ACTIONS = [
  "plan",
  "apply",
  "suspend",
  "resume",
  "export",
  "rotate",
  "stop",
  "destroy",
  "lookup",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a customer may ask of an order that is being delivered. */
export const OPERATIONS = [
  "update",
  "suspend",
  "resume",
  "export",
  "rotate",
  "cancel",
  "terminate",
  "erase",
] as const;
export type OperationKind = (typeof OPERATIONS)[number];

interface State {
  /** What the order does there by itself: `working` has a runner busy, `resting` waits for the customer. */
  readonly kind: "working" | "resting" | "final";
  readonly means: string;
  /** What the runner is asked to do there, and again after a failure that must not be left at that. */
  readonly action?: Action;
}

export const STATES = {
  ORDERED: {
    kind: "working",
    action: "plan",
    means: "Agreed upon. A plan is being made; nothing exists yet.",
  },
  PLANNED: { kind: "working", action: "apply", means: "The plan is made, and waits for a runner." },
  PROVISIONING: { kind: "working", action: "apply", means: "A runner makes what was ordered." },
  ACTIVE: { kind: "resting", means: "The service runs as ordered." },
  DEGRADED: {
    kind: "resting",
    means: "The service exists, and is not as ordered: it broke, or an update of it failed or was stopped.",
  },
  UPDATING: { kind: "working", action: "apply", means: "A runner changes what runs." },
  SUSPENDING: { kind: "working", action: "suspend", means: "A runner halts the service." },
  SUSPENDED: { kind: "resting", means: "The service is halted. All of it is kept." },
  RESUMING: { kind: "working", action: "resume", means: "A runner starts the service again." },
  EXPORTING: { kind: "working", action: "export", means: "A runner writes the customer's data as a bundle." },
  ROTATING: { kind: "working", action: "rotate", means: "A runner makes the access anew." },
  CANCELLING: { kind: "working", means: "The customer cancelled. The runner was told to stop." },
  FAILED_CLEANING: {
    kind: "working",
    action: "destroy",
    means: "Provisioning ended early. What it left behind is being removed.",
  },
  FAILED: { kind: "final", means: "Nothing was delivered, and nothing is left." },
  TERMINATING: { kind: "working", action: "stop", means: "A runner ends the service, and keeps its data." },
  RETRIEVAL: { kind: "resting", means: "The service has ended. Its data is kept for the customer to fetch." },
  ERASING: { kind: "working", action: "destroy", means: "A runner removes all that there is." },
  TERMINATED: { kind: "final", means: "The service has ended, and nothing of it is left." },
  UNKNOWN: {
    kind: "working",
    action: "lookup",
    means: "The runner fell silent. Another one looks up by the order's id what there really is.",
  },
} as const satisfies Record<string, State>;

export type DeliveryState = keyof typeof STATES;
export const DELIVERY_STATES = Object.keys(STATES) as DeliveryState[];

/** What moves an order besides the operations of its customer. */
export type Stimulus =
  | OperationKind
  | "planned"
  | "leased"
  | "succeeded"
  | "failed"
  | "lost"
  | "found"
  | "due"
  | "broken"
  | "mended";

export interface Transition {
  readonly from: DeliveryState;
  readonly on: Stimulus;
  /** `before`: back to where the order was when it came to this state. */
  readonly to: DeliveryState | "before";
  readonly starts?: Action;
  /** Holds only where the order came from this state, or where what it says is found. */
  readonly when?: DeliveryState;
  /** The operation waits for the end of what is under way, which is told to stop. */
  readonly queues?: true;
  readonly note?: string;
}

const row = (
  from: DeliveryState,
  on: Stimulus,
  to: DeliveryState | "before",
  starts?: Action,
  more: Pick<Transition, "when" | "queues" | "note"> = {},
): Transition => ({ from, on, to, ...(starts ? { starts } : {}), ...more });

const QUEUED = { queues: true, note: "waits; the runner is told to stop" } as const;

/** In the order of a life. What is not in the table cannot happen, and who asks for it is refused. */
export const TRANSITIONS: readonly Transition[] = [
  row("ORDERED", "planned", "PLANNED", "apply"),
  row("ORDERED", "failed", "FAILED", undefined, { note: "nothing was made" }),
  row("ORDERED", "lost", "ORDERED", "plan", { note: "planning changes nothing: it is done again" }),
  row("ORDERED", "due", "FAILED", undefined, { note: "its deadline has passed" }),
  row("ORDERED", "cancel", "TERMINATED"),
  row("ORDERED", "terminate", "TERMINATED"),
  row("PLANNED", "leased", "PROVISIONING"),
  row("PLANNED", "due", "FAILED", undefined, { note: "its deadline has passed" }),
  row("PLANNED", "cancel", "TERMINATED"),
  row("PLANNED", "terminate", "TERMINATED"),
  row("PROVISIONING", "succeeded", "ACTIVE"),
  row("PROVISIONING", "failed", "FAILED_CLEANING", "destroy"),
  row("PROVISIONING", "lost", "UNKNOWN", "lookup"),
  row("PROVISIONING", "due", "CANCELLING", undefined, { note: "its deadline has passed" }),
  row("PROVISIONING", "cancel", "CANCELLING", undefined, { note: "refused past the point of no return" }),
  row("PROVISIONING", "terminate", "PROVISIONING", undefined, QUEUED),
  row("FAILED_CLEANING", "succeeded", "FAILED"),
  row("FAILED_CLEANING", "failed", "FAILED_CLEANING", "destroy", { note: "again, until nothing is left" }),
  row("FAILED_CLEANING", "lost", "UNKNOWN", "lookup"),
  row("ACTIVE", "update", "UPDATING", "apply"),
  row("ACTIVE", "rotate", "ROTATING", "rotate"),
  row("ACTIVE", "suspend", "SUSPENDING", "suspend"),
  row("ACTIVE", "export", "EXPORTING", "export"),
  row("ACTIVE", "terminate", "TERMINATING", "stop"),
  row("ACTIVE", "broken", "DEGRADED"),
  row("DEGRADED", "mended", "ACTIVE", undefined, {
    note: "where no update failed or was stopped since it was ACTIVE",
  }),
  row("DEGRADED", "update", "UPDATING", "apply"),
  row("DEGRADED", "rotate", "ROTATING", "rotate"),
  row("DEGRADED", "suspend", "SUSPENDING", "suspend"),
  row("DEGRADED", "export", "EXPORTING", "export"),
  row("DEGRADED", "terminate", "TERMINATING", "stop"),
  row("UPDATING", "succeeded", "ACTIVE"),
  row("UPDATING", "failed", "DEGRADED"),
  row("UPDATING", "lost", "UNKNOWN", "lookup"),
  row("UPDATING", "cancel", "CANCELLING", undefined, { note: "refused past the point of no return" }),
  row("UPDATING", "terminate", "UPDATING", undefined, QUEUED),
  row("CANCELLING", "succeeded", "FAILED_CLEANING", "destroy", { when: "PROVISIONING" }),
  row("CANCELLING", "failed", "FAILED_CLEANING", "destroy", { when: "PROVISIONING" }),
  row("CANCELLING", "succeeded", "ACTIVE", undefined, { when: "UPDATING", note: "it was done already" }),
  row("CANCELLING", "failed", "DEGRADED", undefined, { when: "UPDATING" }),
  row("CANCELLING", "lost", "UNKNOWN", "lookup"),
  row("CANCELLING", "terminate", "CANCELLING", undefined, QUEUED),
  row("SUSPENDING", "succeeded", "SUSPENDED"),
  row("SUSPENDING", "failed", "before"),
  row("SUSPENDING", "lost", "UNKNOWN", "lookup"),
  row("SUSPENDING", "terminate", "SUSPENDING", undefined, QUEUED),
  row("SUSPENDED", "resume", "RESUMING", "resume"),
  row("SUSPENDED", "export", "EXPORTING", "export"),
  row("SUSPENDED", "terminate", "TERMINATING", "stop"),
  row("RESUMING", "succeeded", "DEGRADED", undefined, {
    when: "DEGRADED",
    note: "an update is still missing",
  }),
  row("RESUMING", "succeeded", "ACTIVE"),
  row("RESUMING", "failed", "SUSPENDED"),
  row("RESUMING", "lost", "UNKNOWN", "lookup"),
  row("RESUMING", "terminate", "RESUMING", undefined, QUEUED),
  row("EXPORTING", "succeeded", "before"),
  row("EXPORTING", "failed", "before"),
  row("EXPORTING", "lost", "UNKNOWN", "lookup"),
  row("EXPORTING", "terminate", "EXPORTING", undefined, QUEUED),
  row("ROTATING", "succeeded", "before"),
  row("ROTATING", "failed", "before"),
  row("ROTATING", "lost", "UNKNOWN", "lookup"),
  row("ROTATING", "terminate", "ROTATING", undefined, QUEUED),
  row("TERMINATING", "succeeded", "RETRIEVAL"),
  row("TERMINATING", "failed", "TERMINATING", "stop", { note: "again, until it has ended" }),
  row("TERMINATING", "lost", "UNKNOWN", "lookup"),
  row("RETRIEVAL", "export", "EXPORTING", "export"),
  row("RETRIEVAL", "erase", "ERASING", "destroy", { note: "the customer has what it needs" }),
  row("RETRIEVAL", "due", "ERASING", "destroy", { note: "the retrieval period has ended" }),
  row("ERASING", "succeeded", "TERMINATED"),
  row("ERASING", "failed", "ERASING", "destroy", { note: "again, until nothing is left" }),
  row("ERASING", "lost", "UNKNOWN", "lookup"),
  row("UNKNOWN", "found", "before", undefined, {
    note: "as if the runner had said so, where what is found is what was to be; else it is done again",
  }),
  row("UNKNOWN", "lost", "UNKNOWN", "lookup"),
  row("UNKNOWN", "failed", "UNKNOWN", "lookup", { note: "again, until it is known" }),
  row("UNKNOWN", "terminate", "UNKNOWN", undefined, QUEUED),
];

/** The row that holds for an order in a state that came from another one. */
export function transition(
  from: DeliveryState,
  on: Stimulus,
  before?: DeliveryState,
): Transition | undefined {
  return TRANSITIONS.find(
    (each) => each.from === from && each.on === on && (each.when === undefined || each.when === before),
  );
}

/** What a customer may ask for in a state. */
export function operationsIn(state: DeliveryState): readonly OperationKind[] {
  return OPERATIONS.filter((kind) => TRANSITIONS.some(({ from, on }) => from === state && on === kind));
}
