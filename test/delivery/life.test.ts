// An order's life, step by step, over a store in memory.
import { expect, test } from "vitest";
import { RUNNER, active, begun } from "./one-order.ts";

test("an order is planned, provisioned and active", () => {
  const it = begun();
  expect(it.state()).toBeUndefined();
  expect(it.order.agree({ on: "verified", digest: "agreed" }).ok).toBe(true);
  expect(it.state()).toBe("ORDERED");
  expect(it.lease()).toMatchObject({ ok: true, value: { action: "plan", epoch: 1 } });
  expect(it.say("planned", { create: 2 })).toMatchObject({ ok: true });
  expect(it.state()).toBe("PLANNED");
  it.lease();
  expect(it.state()).toBe("PROVISIONING");
  expect(it.say("progress", { milestone: "made", percent: 40 })).toMatchObject({
    ok: true,
    value: { cancel: false },
  });
  it.say("succeeded", { outputs: { path: "/x" } });
  expect(it.state()).toBe("ACTIVE");
  expect(it.order.dueAt()).toBeUndefined();
});

test("a service is terminated, kept for retrieval, and erased", () => {
  const it = active();
  expect(it.order.operate({ id: "op1", kind: "terminate", digest: "d" }).ok).toBe(true);
  expect(it.state()).toBe("TERMINATING");
  it.lease();
  it.say("succeeded");
  expect(it.state()).toBe("RETRIEVAL");
  expect(it.order.view()?.operations).toMatchObject([{ id: "op1", state: "succeeded" }]);
  it.pass(61);
  expect(it.state()).toBe("ERASING");
  it.lease();
  it.say("succeeded");
  expect(it.state()).toBe("TERMINATED");
});

test("a silent runner makes the order unknown; a lookup finds what there is", () => {
  const it = begun();
  it.order.agree({ on: "verified", digest: "agreed" });
  it.lease();
  it.say("planned");
  it.lease();
  it.pass(31);
  expect(it.state()).toBe("UNKNOWN");
  expect(it.lease()).toMatchObject({ ok: true, value: { action: "lookup", asked: { action: "apply" } } });
  it.say("found", { exists: "complete" });
  expect(it.state()).toBe("ACTIVE");
});

test("what is found half made is made again, and what was not made at all", () => {
  for (const exists of ["none", "partial"]) {
    const it = begun();
    it.order.agree({ on: "verified", digest: "agreed" });
    it.lease();
    it.say("planned");
    it.lease();
    it.pass(31);
    it.lease();
    it.say("found", { exists });
    expect(it.state()).toBe("PROVISIONING");
    it.pass(1);
    expect(it.lease()).toMatchObject({ value: { action: "apply" } });
    it.say("succeeded");
    expect(it.state()).toBe("ACTIVE");
  }
});

test("failed provisioning is cleaned up until nothing is left", () => {
  const it = begun();
  it.order.agree({ on: "verified", digest: "agreed" });
  it.lease();
  it.say("planned");
  it.lease();
  it.say("failed", { code: "no-space" });
  expect(it.state()).toBe("FAILED_CLEANING");
  it.lease();
  it.say("failed", { code: "busy" });
  expect(it.state()).toBe("FAILED_CLEANING");
  expect(it.lease()).toMatchObject({ ok: false });
  it.pass(1);
  expect(it.lease()).toMatchObject({ value: { action: "destroy" } });
  expect(it.say("succeeded").ok).toBe(true);
  expect(it.state()).toBe("FAILED");
});

test("cancelling stops provisioning, and is refused past the point of no return", () => {
  for (const past of [false, true]) {
    const it = begun();
    it.order.agree({ on: "verified", digest: "agreed" });
    it.lease();
    it.say("planned");
    it.lease();
    it.say("progress", { pastPointOfNoReturn: past });
    const cancelled = it.order.operate({ id: "c", kind: "cancel", digest: "d" });
    if (past) {
      expect(cancelled).toMatchObject({ refusal: { code: "past-point-of-no-return" } });
      continue;
    }
    expect(it.state()).toBe("CANCELLING");
    expect(it.say("progress")).toMatchObject({ value: { cancel: true } });
    it.say("failed", { code: "cancelled" });
    it.lease();
    it.say("succeeded");
    expect(it.state()).toBe("FAILED");
    expect(it.order.view()?.operations).toMatchObject([{ id: "c", state: "succeeded" }]);
  }
});

test("a termination waits for what is under way, and everything else is refused meanwhile", () => {
  const it = active();
  it.order.operate({ id: "s", kind: "suspend", digest: "d" });
  expect(it.order.operate({ id: "u", kind: "update", digest: "d" })).toMatchObject({
    refusal: { code: "operation-in-progress", operation: "s" },
  });
  expect(it.order.operate({ id: "t", kind: "terminate", digest: "d" }).ok).toBe(true);
  it.lease();
  it.say("failed", { code: "cancelled" });
  expect(it.state()).toBe("TERMINATING");
  expect(it.order.view()?.operations).toMatchObject([
    { id: "s", state: "failed" },
    { id: "t", state: "running" },
  ]);
});

test("a runner of an earlier epoch is refused, and the end of its own run it may repeat", () => {
  const it = begun();
  it.order.agree({ on: "verified", digest: "agreed" });
  it.lease();
  const report = {
    epoch: 1,
    events: [{ sequence: 1, type: "planned" as const, time: "2026-11-23T12:00:00Z", data: {} }],
  };
  const id = it.order.view()?.record.delivery?.run?.id ?? "";
  expect(it.order.report(id, RUNNER, report)).toMatchObject({ ok: true, value: { through: 1 } });
  const before = it.store.record();
  expect(it.order.report(id, RUNNER, report)).toMatchObject({ ok: true, value: { through: 1 } });
  expect(it.store.record()).toEqual(before);
  const later = { epoch: 1, events: [{ ...report.events[0]!, sequence: 2 }] };
  expect(it.order.report(id, RUNNER, later)).toMatchObject({ refusal: { code: "stale-epoch" } });
  const other = { epoch: 1, events: [{ ...report.events[0]!, data: { create: 9 } }] };
  expect(it.order.report(id, RUNNER, other)).toMatchObject({ refusal: { code: "sequence-reuse" } });
});
