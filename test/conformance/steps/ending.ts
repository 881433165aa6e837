// What the kit has ordered ends when its case does: it is terminated and erased, with the kit as its runner where it is one.
import { randomUUID } from "node:crypto";
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";
import type { Issuer } from "./credentials.ts";
import { runner } from "./runner-key.ts";
import { ask } from "./signed-requests.ts";

/** From its order to the end of its data a service takes fewer steps. */
const MOST_STEPS = 12;
/** Longest time for one order. */
const MOST_MS = 5_000;
const ENDED: readonly unknown[] = ["TERMINATED", "FAILED"];

interface Leased {
  readonly id: string;
  readonly order: string;
  readonly epoch: number;
  readonly action: string;
}

interface Ordered {
  readonly id: string;
  readonly by: Issuer;
  readonly address: string;
}

/** The jobs that the kit has in a case; of each order the last. */
const leases = new WeakMap<Exam, Map<string, Leased>>();
const orders = new WeakMap<Exam, Set<string>>();

/** Notes a job, so that it can be brought to an end. */
export function noteLease(t: Exam, job: Leased): void {
  const known = leases.get(t) ?? new Map<string, Leased>();
  leases.set(t, known.set(job.order, job));
}

/** Has an order end with its case, unless the target does so itself. */
export function endAfterwards(t: Exam, order: Ordered, binding: string | undefined): void {
  const known = orders.get(t) ?? new Set<string>();
  orders.set(t, known);
  if (t.isThrownAway || known.has(order.id)) return;
  known.add(order.id);
  t.afterwards(() => end(t, order, binding));
}

async function end(t: Exam, order: Ordered, binding: string | undefined): Promise<void> {
  const asked = new Set<string>();
  const until = performance.now() + MOST_MS;
  let state: unknown;
  for (let steps = 0; steps < MOST_STEPS && performance.now() < until; steps++) {
    const answer = await ask(t, order.by, order.address);
    t.status(answer, 200);
    ({ state } = answer.json());
    if (state === undefined || ENDED.includes(state)) return;
    const kind = state === "RETRIEVAL" ? "erase" : "terminate";
    if (!asked.has(kind))
      await ask(t, order.by, `${order.address}/operations/${randomUUID()}`, { body: { kind } });
    asked.add(kind);
    await work(t, order, binding);
  }
  throw new Error(`the order ${order.address} is left behind in the state ${String(state)}`);
}

/** Ends the job that the kit has of an order, else the next one that waits. */
async function work(t: Exam, { id }: Ordered, binding: string | undefined): Promise<void> {
  const job = leases.get(t)?.get(id);
  leases.get(t)?.delete(id);
  if (job) await finish(t, job);
  if (binding === undefined) return;
  const body = { bindings: [binding], waitSeconds: 0 };
  const answer = await ask(t, runner(t), t.endpoint("lease"), { body });
  if (answer.status !== 200) return;
  const next = answer.json();
  await finish(t, {
    id: String(next["id"]),
    order: String(next["order"]),
    epoch: Number(next["epoch"]),
    action: String(next["action"]),
  });
}

/** Nothing was made, so what ends a service is done at once, and all else is given up. */
const OUTCOMES: Readonly<Record<string, readonly [type: string, data: JsonObject]>> = {
  stop: ["succeeded", {}],
  destroy: ["succeeded", {}],
  lookup: ["found", { exists: "none" }],
};
const GIVEN_UP = ["failed", { code: "cancelled" }] as const;

/** Tells how a job ended; one that is over already, or another's by now, is left alone. */
async function finish(t: Exam, { id, epoch, action }: Leased): Promise<void> {
  const address = `${t.endpoint("lease").replace(/\/lease$/, "")}/${id}/events`;
  const heard = await ask(t, runner(t), address, { body: { epoch, events: [] } });
  if (heard.status !== 200) return;
  const sequence = Number(heard.json()["through"] ?? 0) + 1;
  const [type, data] = OUTCOMES[action] ?? GIVEN_UP;
  const event = { sequence, type, time: new Date().toISOString(), data };
  await ask(t, runner(t), address, { body: { epoch, events: [event] } });
}
