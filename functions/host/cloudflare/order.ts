// The Durable Object of one order: the coordinator over SQLite, and an alarm for the earliest that is due.
import { DurableObject } from "cloudflare:workers";
import type { AgreementInput } from "../../delivery/agreement/agreement.ts";
import { Coordinator } from "../../delivery/coordinator.ts";
import { sendDue } from "../../delivery/events/outbox.ts";
import type { EnterRefusal, Entry, EntryKind } from "../../delivery/ledger.ts";
import type { Health } from "../../delivery/lifecycle/health.ts";
import type { Reports } from "../../delivery/jobs/reports.ts";
import type {
  AgreeRefusal,
  HealthRefusal,
  Job,
  LeaseRefusal,
  OpenRefusal,
  OperateRefusal,
  OperationRequest,
  OrderView,
  RedriveRefusal,
  ReportAnswer,
  RunRefusal,
  StoredEvent,
} from "../../delivery/ports.ts";
import type { OrderRecord } from "../../delivery/record.ts";
import type {
  Holder,
  RestoreRefusal,
  StateRefusal,
  StateRequest,
  StateVersions,
} from "../../delivery/states/ports.ts";
import { StateBook } from "../../delivery/states/state-book.ts";
import { guardedFetch } from "../../edge/guard.ts";
import { type Result, refused } from "../../kernel/result.ts";
import type { KeyRing } from "../../trust/issuing/keys.ts";
import { type Env, leaseSecondsOf, retrievalSecondsOf } from "./env.ts";
import { keyRingOf } from "./keys.ts";
import { sqlOrderStore } from "./order-store.ts";
import { sqlStateStore } from "./state-store.ts";

/** Milliseconds after which what could not be announced is tried again. */
const AGAIN_MS = 2_000;

export class Order extends DurableObject<Env> {
  readonly #order: Coordinator;
  readonly #states: StateBook;
  /** Those who wait for the next event. */
  readonly #listeners = new Set<() => void>();
  /** How many events they know of. */
  #told = 0;
  /** What the alarm is known to be set to. */
  #alarmAt: number | undefined;
  /** What is being sent to the callback, one attempt at a time. */
  #sending: Promise<void> | undefined;
  #keys: KeyRing | undefined;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#order = new Coordinator(sqlOrderStore(ctx.storage), {
      now: () => new Date(),
      leaseSeconds: leaseSecondsOf(env),
      retrievalSeconds: retrievalSecondsOf(env),
    });
    this.#states = new StateBook(sqlStateStore(ctx.storage), () => new Date());
    // An alarm that was lost with a crash is set again by whoever wakes the object.
    void ctx.blockConcurrencyWhile(async () => {
      this.#alarmAt = (await ctx.storage.getAlarm()) ?? undefined;
      await this.#arm();
    });
  }

  async view(): Promise<OrderView | undefined> {
    return await this.#afterwards(this.#order.view());
  }

  async open(record: OrderRecord): Promise<Result<OrderView, OpenRefusal>> {
    return await this.#afterwards(this.#order.open(record));
  }

  async agree(input: AgreementInput): Promise<Result<OrderView, AgreeRefusal>> {
    return await this.#afterwards(this.#order.agree(input));
  }

  async operate(request: OperationRequest): Promise<Result<OrderView, OperateRefusal>> {
    return await this.#afterwards(this.#order.operate(request));
  }

  async lease(run: string, runner: string): Promise<Result<Job, LeaseRefusal>> {
    return await this.#afterwards(this.#order.lease(run, runner));
  }

  async report(run: string, runner: string, reports: Reports): Promise<Result<ReportAnswer, RunRefusal>> {
    return await this.#afterwards(this.#order.report(run, runner, reports));
  }

  async events(after: number, limit: number, waitSeconds: number): Promise<readonly StoredEvent[]> {
    const told = this.#order.events(after, limit);
    if (told.length > 0 || waitSeconds <= 0) return told;
    await new Promise<void>((resolve) => {
      const listeners = this.#listeners;
      const timer = setTimeout(wake, waitSeconds * 1000);
      function wake() {
        clearTimeout(timer);
        listeners.delete(wake);
        resolve();
      }
      listeners.add(wake);
    });
    return this.#order.events(after, limit);
  }

  async redrive(sequence: number): Promise<Result<OrderView, RedriveRefusal>> {
    return await this.#afterwards(this.#order.redrive(sequence));
  }

  async health(health: Health): Promise<Result<OrderView, HealthRefusal>> {
    return await this.#afterwards(this.#order.health(health));
  }

  async enter(entries: readonly Entry[]): Promise<Result<OrderView, EnterRefusal>> {
    return await this.#afterwards(this.#order.enter(entries));
  }

  async entry(kind: EntryKind, id: string): Promise<Entry | undefined> {
    return this.#order.entry(kind, id);
  }

  async entries(kind: EntryKind, period: string): Promise<readonly Entry[]> {
    return this.#order.entries(kind, period);
  }

  async state(holder: Holder, request: StateRequest): Promise<Result<Uint8Array | undefined, StateRefusal>> {
    return await this.#afterwards(this.#states.ask(this.#order.view()?.record, holder, request));
  }

  async stateVersions(): Promise<StateVersions | undefined> {
    return this.#order.record() && this.#states.versions();
  }

  async restoreState(version: number): Promise<Result<StateVersions, RestoreRefusal>> {
    const record = this.#order.view()?.record;
    return await this.#afterwards(
      record ? this.#states.restore(record, version) : refused({ code: "no-such-order" }),
    );
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = undefined;
    this.#order.tick();
    await this.#afterwards(undefined);
    await this.#sending;
  }

  /** The step is made; now others hear of it. What fails here is done again by the alarm. */
  async #afterwards<T>(answer: T): Promise<T> {
    // Nothing was awaited since the step: it and the erasure become durable together.
    this.#states.settle(this.#order.record());
    this.#wake();
    if (this.#order.outgoing()) this.#send();
    // Before anything is waited for: the alarm is written with the step, or neither of them is.
    const armed = this.#arm();
    const waiting = this.#order.unannounced();
    if (waiting) {
      const { run, binding } = waiting;
      try {
        await this.env.JOBS.getByName("jobs").announce({
          run: run.id,
          order: run.id.slice(0, run.id.indexOf(".")),
          binding,
          notBefore: run.notBefore,
        });
        this.#order.announced(run.id);
      } catch (error) {
        console.error("a job could not be announced", error);
      }
    }
    await armed;
    if (waiting) await this.#arm();
    return answer;
  }

  #wake(): void {
    const { sequence = 0 } = this.#order.record() ?? {};
    if (sequence > this.#told) for (const wake of this.#listeners) wake();
    this.#told = sequence;
  }

  /** Nobody waits for this: what a crash cuts off is sent again by the alarm, under the same id. */
  #send(): void {
    this.#sending ??= this.#sendDue()
      .catch((error: unknown) => console.error("a callback could not be told", error))
      .finally(() => (this.#sending = undefined));
  }

  async #sendDue(): Promise<void> {
    const { provider = "" } = this.#order.record() ?? {};
    const signer = (this.#keys ??= keyRingOf(this.env)).signerOf?.(provider);
    if (!signer) return;
    const fetched = guardedFetch((...request) => fetch(...request), {
      loopback: this.env.MPLI_LOCAL === "1",
    });
    await sendDue(this.#order, {
      fetch: fetched,
      signer,
      now: () => Date.now(),
      chance: () => Math.random(),
      nonce: () => crypto.randomUUID(),
    });
    this.#wake();
    await this.#arm();
  }

  /** An alarm that rings too early costs a look, and writing it with each report of a runner would cost more. */
  async #arm(): Promise<void> {
    const due = this.#order.dueAt();
    if (due === undefined) return;
    const at = Math.max(due, Date.now() + (due <= Date.now() ? AGAIN_MS : 0));
    if (this.#alarmAt !== undefined && this.#alarmAt <= at) return;
    this.#alarmAt = at;
    await this.ctx.storage.setAlarm(at);
  }
}
