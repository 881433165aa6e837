// An order that is being delivered, as its provider knows it: plain data, small enough to be written with every change.
import type { EventKind } from "../events/event.ts";
import type { Action, DeliveryState, OperationKind } from "./table.ts";

/** One attempt of a runner. Its id names the order and the epoch, so that whoever reports needs no index. */
export interface Run {
  readonly id: string;
  readonly action: Action;
  /** Of a lookup: what was under way when the runner fell silent. */
  readonly asked?: Action;
  /** Rises with every run of an order: who reports with a lower one is refused (a fencing token). */
  readonly epoch: number;
  /** Milliseconds since 1970: not to be leased before. */
  readonly notBefore: number;
  /** Absent while nobody has it. */
  readonly lease?: { readonly runner: string; readonly until: number };
  /** Sequence number of the last report that was taken. */
  readonly through: number;
  /** The runner is to stop its tool. */
  readonly cancel: boolean;
  /** Milliseconds since 1970: when the list of waiting jobs took it. */
  readonly announcedAt?: number;
}

export type OperationState = "waiting" | "running" | "succeeded" | "failed";

export interface Operation {
  readonly id: string;
  readonly kind: OperationKind;
  /** SHA-256 of the request, in hexadecimal. */
  readonly digest: string;
  readonly state: OperationState;
  readonly generation: number;
  readonly requestedAt: string;
  readonly endedAt?: string;
  /** Why it failed. */
  readonly reason?: string;
}

/** What holds of an order, as Kubernetes and Crossplane have it. */
export interface Condition {
  readonly type:
    | "CleanupFailing"
    | "OperationFailed"
    | "Jeopardy"
    | "CallbackUnreachable"
    | "ObjectiveMissed"
    | "Unhealthy";
  readonly since: string;
  readonly observedGeneration: number;
  readonly message: string;
}

export interface Milestone {
  readonly name: string;
  readonly at: string;
}

export interface Delivery {
  readonly state: DeliveryState;
  /** Where the order was when it came to SUSPENDING, EXPORTING, ROTATING or CANCELLING. */
  readonly before?: DeliveryState;
  /** What was under way when the order came to UNKNOWN. */
  readonly lost?: { readonly state: DeliveryState; readonly action: Action };
  /** Rises with every change that the customer asks for. */
  readonly generation: number;
  /** The last generation that a runner has brought about. */
  readonly observedGeneration: number;
  readonly epoch: number;
  readonly run?: Run;
  /** Failures and losses in a row of what must be done until it succeeds. */
  readonly failures: number;
  /** The operation that is under way, and the termination that waits behind it. */
  readonly operation?: string;
  readonly cancellation?: string;
  readonly termination?: string;
  /** The runner has said that what it does cannot be undone by stopping. */
  readonly pastPointOfNoReturn: boolean;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** An update began, and none has succeeded since. */
  readonly isBehind?: true;
  /** What runs, as opposed to what was asked for. */
  readonly delivered?: Readonly<Record<string, unknown>>;
  readonly plan?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** A compact JWE for the customer's key. */
  readonly access?: string;
  readonly accessKey?: Readonly<Record<string, unknown>>;
  readonly exported?: Readonly<Record<string, unknown>>;
  readonly receipts: readonly string[];
  readonly milestones: readonly Milestone[];
  readonly conditions: readonly Condition[];
  readonly percent?: number;
  /** When the runner expects to be done. */
  readonly estimatedAt?: string;
  /** Milliseconds since 1970. */
  readonly deadline?: number;
  readonly retrievalUntil?: number;
}

/** An event before it has its place in the chain. */
export interface Draft {
  readonly kind: EventKind;
  readonly data: Readonly<Record<string, unknown>>;
}
