// One order over a store in memory, with a customer, a runner and a clock that the test holds.
import { Coordinator } from "../../functions/delivery/coordinator.ts";
import type { OrderRecord } from "../../functions/delivery/record.ts";
import { memoryOrderStore } from "../../functions/host/memory-orders.ts";
import { orderRecord } from "../support/orders.ts";

export const RUNNER = "did:key:runner";
export const BEGINS = Date.parse("2026-11-23T12:00:00Z");

/** An order that is not agreed upon yet; `given` changes its record. */
export function begun(given: Partial<OrderRecord> = {}) {
  let time = BEGINS;
  const store = memoryOrderStore();
  const order = new Coordinator(store, {
    now: () => new Date(time),
    leaseSeconds: 30,
    retrievalSeconds: 60,
  });
  const opened = order.open(orderRecord(given));
  if (!opened.ok) throw new Error(opened.refusal.code);
  const delivery = () => order.view()?.record.delivery;
  const run = () => delivery()?.run?.id ?? "none";
  let sequence = 0;
  let told = "";
  return {
    order,
    store,
    delivery,
    state: () => delivery()?.state,
    conditions: () => delivery()?.conditions.map(({ type }) => type),
    pass: (seconds: number) => void (time += seconds * 1000),
    lease: (id = run()) => order.lease(id, RUNNER),
    say(type: "planned" | "succeeded" | "failed" | "found" | "progress", data: object = {}) {
      if (told !== run()) [told, sequence] = [run(), 0];
      const epoch = delivery()?.epoch ?? 0;
      const event = { sequence: ++sequence, type, time: "2026-11-23T12:00:00Z", data: data as never };
      return order.report(run(), RUNNER, { epoch, events: [event] });
    },
  };
}

export type OneOrder = ReturnType<typeof begun>;

/** An order whose plan is made. */
export function planned(given: Partial<OrderRecord> = {}): OneOrder {
  const it = begun(given);
  it.order.agree({ on: "verified", digest: "agreed" });
  it.lease();
  it.say("planned", { create: 2 });
  return it;
}

/** An order whose service runs. */
export function active(): OneOrder {
  const it = planned();
  it.lease();
  it.say("succeeded", { outputs: { path: "/x" } });
  return it;
}
