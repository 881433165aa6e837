// What delivery needs of the world: one coordinator for each order, and a list of the jobs that wait for a runner.
import type { Result } from "../kernel/result.ts";
import type { JsonObject } from "../trust/token/jws.ts";
import type { AgreementInput, AgreementRefusal } from "./agreement/agreement.ts";
import type { ParametersRefusal } from "./agreement/parameters.ts";
import type { Attempts } from "./events/retry.ts";
import type { EnterRefusal, Entry, EntryKind } from "./ledger.ts";
import type { ReportRefusal, Reports } from "./jobs/reports.ts";
import type { Operation } from "./lifecycle/delivery.ts";
import type { Health } from "./lifecycle/health.ts";
import type { OperationRefusal } from "./lifecycle/operate.ts";
import type { Action } from "./lifecycle/table.ts";
import type { OrderRecord } from "./record.ts";

/** An event in its place of the chain: the text that was hashed, and its hash. */
export interface StoredEvent {
  readonly sequence: number;
  /** The event in the canonical form of RFC 8785. */
  readonly text: string;
  /** SHA-256 of that text, in hexadecimal. */
  readonly digest: string;
}

/** An event on its way to the customer's callback. */
export interface Letter {
  readonly sequence: number;
  /** When it is sent next, in milliseconds since 1970; null once it was given up, until the customer asks for it again. */
  readonly dueAt: number | null;
  readonly attempts: Attempts;
}

/** What is to be sent now, and where. */
export interface Outgoing {
  readonly letter: Letter;
  readonly text: string;
  readonly callback: string;
}

/** All that one step changes. */
export interface Change {
  readonly record: OrderRecord;
  readonly events: readonly StoredEvent[];
  readonly operations: readonly Operation[];
  /** Digests of the reports that were taken, by epoch and sequence number. */
  readonly reports: readonly { readonly epoch: number; readonly sequence: number; readonly digest: string }[];
  /** Events that are to be sent, or sent again; those that arrived are in `received`. */
  readonly letters: readonly Letter[];
  readonly received: readonly number[];
  /** What is booked. */
  readonly entries: readonly Entry[];
}

/** One order on its medium. Synchronous, as SQLite in a Durable Object is: no other step comes between. */
export interface OrderStore {
  record(): OrderRecord | undefined;
  operation(id: string): Operation | undefined;
  /** The latest, in the order of their coming. */
  operations(): readonly Operation[];
  reportDigest(epoch: number, sequence: number): string | undefined;
  events(after: number, limit: number): readonly StoredEvent[];
  /** The one that is due first, of those that were not given up. */
  nextLetter(): Letter | undefined;
  entry(kind: EntryKind, id: string): Entry | undefined;
  /** Those of a month, in the order of their booking. */
  entries(kind: EntryKind, period: string): readonly Entry[];
  countEntries(kind: EntryKind, period: string): number;
  /** All of it, or nothing. */
  commit(change: Change): void;
}

/** What a runner gets. */
export interface Job {
  readonly type: "Job";
  readonly id: string;
  readonly order: string;
  readonly epoch: number;
  readonly action: Action;
  readonly asked?: { readonly action: Action };
  readonly binding: string;
  readonly offer: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly generation: number;
  readonly accessKey?: Readonly<Record<string, unknown>>;
  readonly leaseSeconds: number;
  readonly leaseUntil: string;
  readonly deadline?: string;
  readonly path: readonly string[];
  readonly disclosure: OrderRecord["disclosure"];
}

export interface ReportAnswer {
  /** The last report that was taken. */
  readonly through: number;
  readonly leaseUntil?: string;
  readonly cancel: boolean;
}

export interface OrderView {
  readonly record: OrderRecord;
  readonly operations: readonly Operation[];
}

export type OpenRefusal = { code: "id-reuse" };
export type AgreeRefusal = AgreementRefusal | { code: "no-such-order" };
export type OperateRefusal =
  | OperationRefusal
  | ParametersRefusal
  | { code: "no-such-order" }
  | { code: "id-reuse" }
  | { code: "not-agreed"; state: string }
  | { code: "too-many-operations"; limit: number };
export type HealthRefusal =
  | OperationRefusal
  | { code: "no-such-order" }
  | { code: "not-agreed"; state: string };
export type RedriveRefusal =
  | { code: "no-such-order" }
  | { code: "no-callback" }
  | { code: "no-such-event"; last: number };
export type LeaseRefusal = { code: "no-such-job" };
export type RunRefusal =
  | LeaseRefusal
  | ReportRefusal
  | { code: "stale-epoch"; epoch: number }
  | { code: "sequence-gap"; expected: number }
  | { code: "sequence-reuse"; sequence: number }
  | { code: "not-of-this-action"; sequence: number; action: Action };

export interface OperationRequest extends Pick<Operation, "id" | "kind" | "digest"> {
  /** Of an update: what is to hold from now on. */
  readonly parameters?: JsonObject;
  /** Of a rotation: the key that the new access is encrypted to. */
  readonly accessKey?: Readonly<Record<string, unknown>>;
}

/** One order, wherever it lives. */
export interface OrderPort {
  view(): Promise<OrderView | undefined>;
  open(record: OrderRecord): Promise<Result<OrderView, OpenRefusal>>;
  /** What was said about the agreement; when it is final, delivery begins. */
  agree(input: AgreementInput): Promise<Result<OrderView, AgreeRefusal>>;
  operate(request: OperationRequest): Promise<Result<OrderView, OperateRefusal>>;
  /** Those after a sequence number; where there are none, waits for one for so many seconds. */
  events(after: number, limit: number, waitSeconds: number): Promise<readonly StoredEvent[]>;
  /** Has an event sent to the callback again. */
  redrive(sequence: number): Promise<Result<OrderView, RedriveRefusal>>;
  lease(run: string, runner: string): Promise<Result<Job, LeaseRefusal>>;
  report(run: string, runner: string, reports: Reports): Promise<Result<ReportAnswer, RunRefusal>>;
  /** What a runner found of the service, outside of any job. */
  health(health: Health): Promise<Result<OrderView, HealthRefusal>>;
  /** Books what was promised, measured, used or billed: all of it, or none. */
  enter(entries: readonly Entry[]): Promise<Result<OrderView, EnterRefusal>>;
  entry(kind: EntryKind, id: string): Promise<Entry | undefined>;
  entries(kind: EntryKind, period: string): Promise<readonly Entry[]>;
}

/** Jobs that wait: a list to look at, while the truth stays with the orders. */
export interface JobList {
  /** A run that may be there for one of these bindings, or undefined after this many seconds. */
  take(bindings: readonly string[], waitSeconds: number): Promise<{ order: string; run: string } | undefined>;
  /** The run was leased, or is no more. */
  done(run: string): Promise<void>;
}
