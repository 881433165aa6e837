// Orders in memory, for tests and for the reference node: the same ports without a disk.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Coordinator, type CoordinatorSetting } from "../delivery/coordinator.ts";
import type { CallbackPorts } from "../delivery/events/callback.ts";
import { sendDue } from "../delivery/events/outbox.ts";
import type { Entry } from "../delivery/ledger.ts";
import type { Operation } from "../delivery/lifecycle/delivery.ts";
import type { JobList, Letter, OrderPort, OrderStore, StoredEvent } from "../delivery/ports.ts";
import type { OrderRecord } from "../delivery/record.ts";
import { refused } from "../kernel/result.ts";
import type { StatePort } from "../delivery/states/ports.ts";
import { StateBook } from "../delivery/states/state-book.ts";
import type { StatesPorts } from "../delivery/states/routes.ts";
import { sealer } from "../delivery/states/seal.ts";
import type { KeyRing } from "../trust/issuing/keys.ts";
import { memoryStateStore } from "./memory-states.ts";

/** One order. */
export function memoryOrderStore(): OrderStore {
  let record: OrderRecord | undefined;
  const operations = new Map<string, Operation>();
  const reports = new Map<string, string>();
  const events: StoredEvent[] = [];
  const letters = new Map<number, Letter>();
  const booked: Entry[] = [];
  return {
    record: () => record,
    operation: (id) => operations.get(id),
    operations: () => [...operations.values()],
    reportDigest: (epoch, sequence) => reports.get(`${epoch}.${sequence}`),
    events: (after, limit) => events.slice(after, after + limit),
    nextLetter: () =>
      [...letters.values()]
        .filter(({ dueAt }) => dueAt !== null)
        .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.sequence - b.sequence)[0],
    entry: (kind, id) => booked.find((each) => each.kind === kind && each.id === id),
    entries: (kind, period) => booked.filter((each) => each.kind === kind && each.period === period),
    countEntries: (kind, period) =>
      booked.filter((each) => each.kind === kind && each.period === period).length,
    commit(change) {
      ({ record } = change);
      for (const operation of change.operations) operations.set(operation.id, operation);
      for (const { epoch, sequence, digest } of change.reports) reports.set(`${epoch}.${sequence}`, digest);
      events.push(...change.events);
      for (const letter of change.letters) letters.set(letter.sequence, letter);
      for (const sequence of change.received) letters.delete(sequence);
      booked.push(...change.entries);
    },
  };
}

const LOOK_MS = 10;

/** How a node reaches its customers' callbacks. */
export type CallbackSetting = Omit<CallbackPorts, "signer" | "now"> & Required<Pick<KeyRing, "signerOf">>;

/** Has what is due sent, after every step and when it is time for another attempt; one attempt at a time. */
function postman(order: Coordinator, { now }: CoordinatorSetting, callbacks?: CallbackSetting): () => void {
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = async (): Promise<void> => {
    const record = order.record();
    if (isBusy || !record || !callbacks) return;
    isBusy = true;
    const signer = callbacks.signerOf(record.provider);
    await sendDue(order, { ...callbacks, signer, now: () => now().getTime() }).catch(console.error);
    isBusy = false;
    const at = order.sendsAt();
    clearTimeout(timer);
    if (at !== undefined)
      timer = setTimeout(() => void send(), Math.max(LOOK_MS, at - now().getTime())).unref();
  };
  return () => void (order.outgoing() && send());
}

/** All orders of a node, and the list of their jobs: what Durable Objects do on Cloudflare. */
export function memoryOrders(
  setting: CoordinatorSetting,
  callbacks?: CallbackSetting,
): {
  readonly orders: (id: string) => OrderPort;
  readonly jobs: JobList;
  readonly states: StatesPorts;
} {
  const known = new Map<string, Coordinator>();
  const posts = new Map<string, () => void>();
  const books = new Map<string, StateBook>();
  const taken = new Set<string>();
  const orders = (id: string): OrderPort => {
    const order = known.get(id) ?? new Coordinator(memoryOrderStore(), setting);
    known.set(id, order);
    const post = posts.get(id) ?? postman(order, setting, callbacks);
    posts.set(id, post);
    const then = <T>(answer: T): T => {
      books.get(id)?.settle(order.record());
      post();
      return answer;
    };
    return {
      view: async () => then(order.view()),
      open: async (record) => then(order.open(record)),
      agree: async (input) => then(order.agree(input)),
      operate: async (request) => then(order.operate(request)),
      async events(after, limit, waitSeconds) {
        const until = Date.now() + waitSeconds * 1000;
        while (order.events(after, 1).length === 0 && Date.now() < until) await sleep(LOOK_MS);
        return order.events(after, limit);
      },
      redrive: async (sequence) => then(order.redrive(sequence)),
      lease: async (run, runner) => then(order.lease(run, runner)),
      report: async (run, runner, reports) => then(order.report(run, runner, reports)),
      health: async (health) => then(order.health(health)),
      enter: async (entries) => then(order.enter(entries)),
      entry: async (kind, id) => order.entry(kind, id),
      entries: async (kind, period) => order.entries(kind, period),
    };
  };
  const next = (bindings: readonly string[]) => {
    for (const [order, coordinator] of known) {
      const { delivery, binding = "" } = coordinator.view()?.record ?? {};
      const run = delivery?.run;
      const waits = run && !run.lease && run.notBefore <= setting.now().getTime() && !taken.has(run.id);
      if (waits && bindings.includes(binding)) return { order, run: run.id };
    }
    return undefined;
  };
  const states = (id: string): StatePort => {
    const book = books.get(id) ?? new StateBook(memoryStateStore(), setting.now);
    const record = () => known.get(id)?.view()?.record;
    if (record()) books.set(id, book);
    return {
      state: async (holder, request) => book.ask(record(), holder, request),
      stateVersions: async () => (record() ? book.versions() : undefined),
      async restoreState(version) {
        const order = record();
        return order ? book.restore(order, version) : refused({ code: "no-such-order" });
      },
    };
  };
  const key = Uint8Array.from(randomBytes(32));
  return {
    orders,
    states: { of: states, sealer: sealer([key], randomBytes) },
    jobs: {
      async take(bindings, waitSeconds) {
        const until = Date.now() + waitSeconds * 1000;
        for (;;) {
          const found = next(bindings);
          if (found) taken.add(found.run);
          if (found || Date.now() >= until) return found;
          await sleep(LOOK_MS);
        }
      },
      done: async () => undefined,
    },
  };
}
