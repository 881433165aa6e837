// The coordinator of one order: every step reads it, moves it, and writes all that changed at once.
import { type Result, ok, refused } from "../kernel/result.ts";
import {
  type Agreement,
  type AgreementInput,
  type AgreementState,
  type AgreementStep,
  advance,
  hasLapsed,
} from "./agreement/agreement.ts";
import type { Told } from "./events/callback.ts";
import { nextLetter, outgoing, redrive, takeAnswer } from "./events/outbox.ts";
import type { Reports } from "./jobs/reports.ts";
import { leaseRun, takeReports } from "./jobs/run.ts";
import { type EnterRefusal, type Entry, type EntryKind, enter } from "./ledger.ts";
import type { Draft, Run } from "./lifecycle/delivery.ts";
import { type Health, looked } from "./lifecycle/health.ts";
import { happened, ordered } from "./lifecycle/machine.ts";
import { stopUnbegun } from "./lifecycle/stop.ts";
import { takeOperation } from "./operation-step.ts";
import type {
  AgreeRefusal,
  HealthRefusal,
  Job,
  LeaseRefusal,
  Letter,
  OpenRefusal,
  OperateRefusal,
  OperationRequest,
  OrderStore,
  OrderView,
  Outgoing,
  RedriveRefusal,
  ReportAnswer,
  RunRefusal,
  StoredEvent,
} from "./ports.ts";
import type { OrderRecord } from "./record.ts";
import { announceAt, dueTime, nextTime } from "./schedule.ts";
import { type CoordinatorSetting, Step } from "./step.ts";

export type { CoordinatorSetting } from "./step.ts";

/** The steps of an order over its store; each either refuses and changes nothing, or commits all of its change. */
export class Coordinator {
  readonly #store: OrderStore;
  readonly #setting: CoordinatorSetting;

  constructor(store: OrderStore, setting: CoordinatorSetting) {
    this.#store = store;
    this.#setting = setting;
  }

  #step(record: OrderRecord): Step {
    return new Step(record, this.#store, this.#setting);
  }

  record(): OrderRecord | undefined {
    return this.#store.record();
  }

  view(): OrderView | undefined {
    const record = this.#current();
    return record && this.#viewOf(record);
  }

  /** What time has brought about is done. */
  #current(): OrderRecord | undefined {
    this.tick();
    return this.#store.record();
  }

  #viewOf(record: OrderRecord): OrderView {
    return { record, operations: this.#store.operations() };
  }

  /** A new order; the same one again is answered as it stands. */
  open(record: OrderRecord): Result<OrderView, OpenRefusal> {
    const known = this.view();
    if (known) return known.record.digest === record.digest ? ok(known) : refused({ code: "id-reuse" });
    const step = this.#step({ ...record, sequence: 0 });
    step.tell([agreementDraft(record.agreement.state, record.agreement)]);
    return ok(this.#viewOf(step.commit()));
  }

  /** Takes what was said about the agreement; once it is final, delivery begins. */
  agree(input: AgreementInput): Result<OrderView, AgreeRefusal> {
    const known = this.view();
    if (!known) return refused({ code: "no-such-order" });
    const { record } = known;
    const moved = advance(record.agreement, input, this.#setting.now().getTime());
    return moved.ok ? ok(this.#agreed(record, moved.value)) : moved;
  }

  #agreed(record: OrderRecord, { agreement, passed }: AgreementStep): OrderView {
    if (passed.length === 0) return this.#viewOf(record);
    const step = this.#step({ ...record, agreement });
    step.tell(passed.map((state) => agreementDraft(state, agreement)));
    if (agreement.state === "FINALIZED") step.move(ordered(record, step.circumstances));
    return this.#viewOf(step.commit());
  }

  operate(request: OperationRequest): Result<OrderView, OperateRefusal> {
    const known = this.view();
    if (!known) return refused({ code: "no-such-order" });
    const same = this.#store.operation(request.id);
    if (same) return same.digest === request.digest ? ok(known) : refused({ code: "id-reuse" });
    return takeOperation(this.#step(known.record), request);
  }

  /** Gives a waiting run to a runner. */
  lease(run: string, runner: string): Result<Job, LeaseRefusal> {
    const record = this.#current();
    return record ? leaseRun(this.#step(record), run, runner) : refused({ code: "no-such-job" });
  }

  /** Takes what a runner says, in order and once; what it has said before changes nothing. */
  report(run: string, runner: string, reports: Reports): Result<ReportAnswer, RunRefusal> {
    const record = this.#current();
    return record ? takeReports(this.#step(record), run, runner, reports) : refused({ code: "no-such-job" });
  }

  /** Takes what a runner found of the service, outside of any job. */
  health(health: Health): Result<OrderView, HealthRefusal> {
    const record = this.#current();
    if (!record) return refused({ code: "no-such-order" });
    if (!record.delivery) return refused({ code: "not-agreed", state: record.agreement.state });
    const step = this.#step(record);
    const moved = looked(record.delivery, health, step.circumstances);
    if (!moved.ok) return moved;
    step.move(moved.value);
    return ok(this.#viewOf(step.isNews ? step.commit() : record));
  }

  /** Books what was promised, measured, used or billed. */
  enter(entries: readonly Entry[]): Result<OrderView, EnterRefusal> {
    const record = this.view()?.record;
    return record ? enter(this.#step(record), entries) : refused({ code: "no-such-order" });
  }

  entry(kind: EntryKind, id: string): Entry | undefined {
    return this.#store.entry(kind, id);
  }

  entries(kind: EntryKind, period: string): readonly Entry[] {
    return this.#store.entries(kind, period);
  }

  /** The list of waiting jobs has this run. */
  announced(id: string): void {
    const record = this.#store.record();
    const run = record?.delivery?.run;
    if (!record?.delivery || run?.id !== id || run.lease) return;
    const announcedAt = this.#setting.now().getTime();
    const delivery = { ...record.delivery, run: { ...run, announcedAt } };
    this.#step({ ...record, delivery }).write();
  }

  /** What the customer's callback is to be told now. */
  outgoing(): Outgoing | undefined {
    return outgoing(this.#store, this.#setting.now().getTime());
  }

  /** Takes note of what the callback answered. */
  told(letter: Letter, told: Told): void {
    const record = this.#store.record();
    if (record) takeAnswer(this.#step(record), letter, told);
  }

  /** The customer asks for an event anew, and so for those as well that an answer of 410 has kept back. */
  redrive(sequence: number): Result<OrderView, RedriveRefusal> {
    const record = this.#current();
    return record ? redrive(this.#step(record), sequence) : refused({ code: "no-such-order" });
  }

  /** Milliseconds since 1970 at which the callback is told next. */
  sendsAt(): number | undefined {
    return nextLetter(this.#store)?.dueAt ?? undefined;
  }

  events(after: number, limit: number): readonly StoredEvent[] {
    return this.#store.events(after, limit);
  }

  /** Does what time has brought about; whoever looks sees no order that is behind its time. */
  tick(): void {
    const record = this.#store.record();
    if (!record) return;
    const now = this.#setting.now().getTime();
    const { agreement, delivery } = record;
    const step = this.#step(record);
    if (hasLapsed(agreement, now)) {
      const lapsed = advance(agreement, { on: "expired" }, now);
      if (lapsed.ok) this.#agreed(record, lapsed.value);
    } else if (delivery?.run?.lease && delivery.run.lease.until <= now) {
      step.move(happened(delivery, "lost", step.circumstances, "the runner fell silent"));
      if (step.isNews) step.commit();
    } else if (delivery && (dueTime(delivery) ?? Number.POSITIVE_INFINITY) <= now) {
      const isOver = delivery.state === "RETRIEVAL";
      const reason = isOver ? "the retrieval period has ended" : "the deadline has passed";
      step.move(stopUnbegun(happened(delivery, "due", step.circumstances, reason), step.circumstances));
      if (step.isNews) step.commit();
    }
  }

  /** Milliseconds since 1970 at which there is something to do or to send; undefined for an order at rest. */
  dueAt(): number | undefined {
    const record = this.#store.record();
    return record && nextTime(record, this.sendsAt());
  }

  /** The run that waits for a runner, where the list of jobs may not have it. */
  unannounced(): { readonly run: Run; readonly binding: string } | undefined {
    const record = this.#store.record();
    const run = record?.delivery?.run;
    const isDue = run && (announceAt(run) ?? Number.POSITIVE_INFINITY) <= this.#setting.now().getTime();
    return record && run && isDue ? { run, binding: record.binding } : undefined;
  }
}

function agreementDraft(state: AgreementState, { reason }: Agreement): Draft {
  return { kind: "agreement", data: { state, ...(state === "TERMINATED" && reason ? { reason } : {}) } };
}
