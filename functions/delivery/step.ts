// One step of an order: all that it changes is gathered here, and written at once.
import type { JsonObject } from "../trust/token/jws.ts";
import { makeEvent } from "./events/event.ts";
import { lettersOf } from "./events/outbox.ts";
import type { Entry } from "./ledger.ts";
import type { Draft, Operation } from "./lifecycle/delivery.ts";
import type { Moved, Setting } from "./lifecycle/moves.ts";
import type { Change, Letter, OrderStore, StoredEvent } from "./ports.ts";
import type { OrderRecord } from "./record.ts";

export interface CoordinatorSetting {
  readonly now: () => Date;
  /** Seconds after which a runner that says nothing counts as lost. */
  readonly leaseSeconds: number;
  /** Seconds for which data is kept after the end of the service. */
  readonly retrievalSeconds: number;
}

/** What has changed so far; nothing of it holds before it is committed. */
export class Step {
  record: OrderRecord;
  readonly operations = new Map<string, Operation>();
  readonly reports: Change["reports"][number][] = [];
  readonly letters: Letter[] = [];
  readonly received: number[] = [];
  readonly entries: Entry[] = [];
  readonly store: OrderStore;
  readonly setting: CoordinatorSetting;
  readonly #events: StoredEvent[] = [];

  constructor(record: OrderRecord, store: OrderStore, setting: CoordinatorSetting) {
    this.record = record;
    this.store = store;
    this.setting = setting;
  }

  get circumstances(): Setting {
    const { now, retrievalSeconds } = this.setting;
    return { order: this.record.id, now: now(), retrievalSeconds };
  }

  /** The delivery as it has become, with what is to be told of it and of its operations. */
  move({ delivery, events, operations }: Moved): void {
    this.record = { ...this.record, delivery };
    this.tell(events);
    for (const { id, state, reason } of operations) {
      const known = this.operations.get(id) ?? this.store.operation(id);
      if (!known || known.state === state) continue;
      const ended = state === "succeeded" || state === "failed";
      const next = { ...known, state, generation: delivery.generation };
      this.operations.set(id, {
        ...next,
        ...(ended ? { endedAt: this.setting.now().toISOString() } : {}),
        ...(reason ? { reason } : {}),
      });
      this.tell([{ kind: "operation", data: { operation: id, kind: known.kind, state } }]);
    }
  }

  /** Gives events their places in the chain. */
  tell(drafts: readonly Draft[]): void {
    for (const { kind, data } of drafts) {
      const { record } = this;
      const place = {
        order: record.id,
        origin: record.origin,
        sequence: record.sequence + 1,
        generation: record.delivery?.generation ?? 0,
        ...(record.head === undefined ? {} : { previous: record.head }),
      };
      const event = makeEvent(place, { kind, data: data as JsonObject }, this.setting.now());
      const { sequence, text, digest } = event;
      this.record = { ...record, sequence, head: digest };
      this.#events.push({ sequence, text, digest });
    }
  }

  /** There is something to tell. */
  get isNews(): boolean {
    return this.#events.length > 0;
  }

  commit(): OrderRecord {
    this.record = { ...this.record, updatedAt: this.setting.now().toISOString() };
    this.write();
    return this.record;
  }

  /** Writes what is no news of the order. */
  write(): void {
    const { record, operations, reports, letters, received, entries } = this;
    const fresh = lettersOf(record, this.#events, this.setting.now().getTime());
    this.store.commit({
      record,
      events: this.#events,
      operations: [...operations.values()],
      reports,
      letters: [...letters, ...fresh],
      received,
      entries,
    });
  }
}
