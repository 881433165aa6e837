// The health of a service that rests: what moves its order, what is told, and what changes nothing.
import { expect, test } from "vitest";
import { Coordinator } from "../../functions/delivery/coordinator.ts";
import { readHealth } from "../../functions/delivery/jobs/health-report.ts";
import type { Health } from "../../functions/delivery/lifecycle/health.ts";
import type { OperationKind } from "../../functions/delivery/lifecycle/table.ts";
import { memoryOrderStore } from "../../functions/host/memory-orders.ts";
import { orderRecord } from "../support/orders.ts";

const RUNNER = "did:key:runner";
const WELL: Health = { healthy: true };
const BROKEN: Health = { healthy: false, detail: "disk is gone" };
const TIME = "2026-11-23T12:00:00.000Z";

function placed() {
  const store = memoryOrderStore();
  const setting = { now: () => new Date(TIME), leaseSeconds: 30, retrievalSeconds: 60 };
  const order = new Coordinator(store, setting);
  order.open(orderRecord());
  return { store, order };
}

function active() {
  const { store, order } = placed();
  const delivery = () => order.view()?.record.delivery;
  let operations = 0;
  const it = {
    order,
    delivery,
    state: () => delivery()?.state,
    conditions: () => delivery()?.conditions.map(({ type, message }) => `${type}: ${message}`),
    /** What is told after this number of events. */
    told: (after: number) =>
      store.events(after, 100).map(({ text }) => {
        const { type, data } = JSON.parse(text) as { type: string; data: object };
        return { kind: type.slice(type.lastIndexOf(".") + 1), ...data };
      }),
    sequence: () => order.view()?.record.sequence ?? 0,
    finish(type: "planned" | "succeeded" | "failed") {
      const { id = "", epoch = 0 } = delivery()?.run ?? {};
      order.lease(id, RUNNER);
      const data = type === "failed" ? { code: "full" } : {};
      const reported = order.report(id, RUNNER, { epoch, events: [{ sequence: 1, type, time: TIME, data }] });
      expect(reported.ok).toBe(true);
    },
    operate: (kind: OperationKind) =>
      expect(order.operate({ id: `op${++operations}`, kind, digest: kind }).ok).toBe(true),
  };
  order.agree({ on: "verified", digest: "agreed" });
  it.finish("planned");
  it.finish("succeeded");
  return it;
}

test("what broke is degraded until it is mended, and both are told", () => {
  const it = active();
  const before = it.sequence();
  expect(it.order.health(BROKEN)).toMatchObject({
    ok: true,
    value: { record: { delivery: { state: "DEGRADED" } } },
  });
  expect(it.delivery()?.conditions).toEqual([
    { type: "Unhealthy", since: TIME, observedGeneration: 1, message: "disk is gone" },
  ]);
  expect(it.told(before)).toEqual([
    { kind: "condition", condition: "Unhealthy", holds: true, message: "disk is gone" },
    { kind: "state", state: "DEGRADED", from: "ACTIVE", reason: "disk is gone" },
  ]);
  const broken = it.sequence();
  expect(it.order.health(WELL)).toMatchObject({
    ok: true,
    value: { record: { delivery: { state: "ACTIVE" } } },
  });
  expect(it.delivery()).toMatchObject({ conditions: [], observedGeneration: 1 });
  expect(it.told(broken)).toEqual([
    { kind: "condition", condition: "Unhealthy", holds: false },
    { kind: "state", state: "ACTIVE", from: "DEGRADED" },
  ]);
});

test("what is known changes nothing, and wakes nobody", () => {
  const it = active();
  const calm = it.order.view();
  expect(it.order.health(WELL).ok).toBe(true);
  expect(it.order.view()).toEqual(calm);
  it.order.health(BROKEN);
  const broken = it.order.view();
  expect(it.order.health(BROKEN).ok).toBe(true);
  expect(it.order.view()).toEqual(broken);
  expect(it.order.dueAt()).toBeUndefined();
});

test("another detail is another message, and no other state", () => {
  const it = active();
  it.order.health(BROKEN);
  const before = it.sequence();
  it.order.health({ healthy: false, detail: "copy is gone" });
  expect(it.conditions()).toEqual(["Unhealthy: copy is gone"]);
  expect(it.told(before)).toMatchObject([{ kind: "condition", message: "copy is gone" }]);
});

test("a report does not mend an update that failed; an update does", () => {
  const it = active();
  it.operate("update");
  it.finish("failed");
  for (const health of [WELL, BROKEN, WELL]) {
    expect(it.order.health(health).ok).toBe(true);
    expect(it.state()).toBe("DEGRADED");
  }
  expect(it.conditions()).toEqual(["OperationFailed: full"]);
  it.operate("update");
  it.finish("succeeded");
  expect(it.state()).toBe("ACTIVE");
});

test("an update that fails while it is broken is not mended with it", () => {
  const it = active();
  it.order.health(BROKEN);
  it.operate("update");
  it.finish("failed");
  expect(it.conditions()).toContain("Unhealthy: disk is gone");
  it.order.health(WELL);
  expect(it.state()).toBe("DEGRADED");
  it.operate("export");
  it.finish("succeeded");
  it.order.health(WELL);
  expect(it.state()).toBe("DEGRADED");
});

test.each(["export", "suspend"] as const)("%s that comes back to DEGRADED leaves it as it was", (kind) => {
  const it = active();
  it.order.health(BROKEN);
  it.operate(kind);
  it.finish("failed");
  expect(it.state()).toBe("DEGRADED");
  it.order.health(WELL);
  expect(it.state()).toBe("ACTIVE");
});

test.each([
  ["update", "ACTIVE"],
  ["suspend", "SUSPENDED"],
  ["terminate", "RETRIEVAL"],
] as const)("after %s the order is %s, and nothing is said to be broken", (kind, state) => {
  const it = active();
  it.order.health(BROKEN);
  it.operate(kind);
  it.finish("succeeded");
  expect([it.state(), it.conditions()]).toEqual([state, []]);
});

test("an update that is stopped once it began is not mended by a report", () => {
  const it = active();
  it.operate("update");
  it.order.lease(it.delivery()?.run?.id ?? "", RUNNER);
  it.operate("cancel");
  it.finish("failed");
  it.order.health(WELL);
  expect(it.state()).toBe("DEGRADED");
});

test("while an operation is under way nothing is taken, and none where nothing runs", () => {
  const it = active();
  it.operate("suspend");
  expect(it.order.health(BROKEN)).toMatchObject({
    refusal: { code: "operation-in-progress", state: "SUSPENDING", operation: "op1" },
  });
  it.finish("succeeded");
  expect(it.order.health(BROKEN)).toMatchObject({
    refusal: { code: "not-in-this-state", state: "SUSPENDED" },
  });
  it.operate("terminate");
  expect(it.order.health(BROKEN)).toMatchObject({ refusal: { code: "not-in-this-state" } });
  it.finish("succeeded");
  it.operate("erase");
  it.finish("succeeded");
  expect(it.order.health(WELL)).toMatchObject({
    refusal: { code: "not-in-this-state", state: "TERMINATED" },
  });
});

test("before the agreement there is nothing that could break", () => {
  expect(placed().order.health(BROKEN)).toMatchObject({ refusal: { code: "not-agreed" } });
  const none = new Coordinator(memoryOrderStore(), {
    now: () => new Date(TIME),
    leaseSeconds: 1,
    retrievalSeconds: 1,
  });
  expect(none.health(WELL)).toMatchObject({ refusal: { code: "no-such-order" } });
});

test("a report is read strictly", () => {
  expect(readHealth({ healthy: true })).toEqual({ ok: true, value: WELL });
  const longest = "é".repeat(500);
  expect(readHealth({ healthy: false, detail: longest })).toMatchObject({ value: { detail: longest } });
  for (const [body, pointer] of [
    ["down", ""],
    [{}, "/healthy"],
    [{ healthy: "no", detail: "x" }, "/healthy"],
    [{ healthy: false }, "/detail"],
    [{ healthy: false, detail: "" }, "/detail"],
    [{ healthy: false, detail: 5 }, "/detail"],
    [{ healthy: false, detail: "x".repeat(501) }, "/detail"],
    [{ healthy: false, detail: "one\ntwo" }, "/detail"],
    [{ healthy: true, detail: "all is well" }, "/detail"],
    [{ healthy: true, since: TIME }, "/since"],
  ] as const)
    expect(readHealth(body)).toMatchObject({ refusal: { code: "malformed-health", pointer } });
});
