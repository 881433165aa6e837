// How orders end, and how what they are asked for ends: in time, too late, by a lookup, or not at all.
import { expect, test } from "vitest";
import type { OperationKind } from "../../functions/delivery/lifecycle/table.ts";
import { STATES, TRANSITIONS } from "../../functions/delivery/lifecycle/table.ts";
import { makeReceipts } from "../../functions/delivery/layers/make-receipt.ts";
import { BEGINS, type OneOrder, RUNNER, active, begun, planned } from "./one-order.ts";

const operate = (it: OneOrder, kind: OperationKind, more: object = {}, id: string = kind) =>
  it.order.operate({ id, kind, digest: id, ...more });

/** An operation that is taken, and leased. */
function doing(it: OneOrder, kind: OperationKind, more: object = {}, id: string = kind) {
  const taken = operate(it, kind, more, id);
  if (!taken.ok) throw new Error(taken.refusal.code);
  it.lease();
}

function done(it: OneOrder, kind: OperationKind, more: object = {}, id: string = kind) {
  doing(it, kind, more, id);
  it.say("succeeded");
}

/** Counts what is written, while the clock calls again and again. */
function commitsWhileResting({ order, store, pass }: OneOrder): number {
  const { commit } = store;
  let commits = 0;
  store.commit = (change) => {
    commits++;
    commit(change);
  };
  for (let second = 0; second < 60; second += 2) {
    order.tick();
    pass(2);
  }
  return commits;
}

test("an order whose deadline passes before a runner began has failed, and gives nobody its job", () => {
  const it = planned({ deadline: BEGINS + 600_000 });
  const run = it.delivery()?.run?.id ?? "none";
  it.pass(601);
  expect(it.state()).toBe("FAILED");
  expect(it.delivery()?.run).toBeUndefined();
  expect(it.order.unannounced()).toBeUndefined();
  expect(it.lease(run)).toMatchObject({ refusal: { code: "no-such-job" } });
  expect([it.order.dueAt(), commitsWhileResting(it)]).toEqual([undefined, 0]);
});

test("an order whose deadline has not passed gives its job", () => {
  const it = planned({ deadline: BEGINS + 600_000 });
  it.pass(599);
  expect(it.lease()).toMatchObject({ value: { action: "apply" } });
  it.pass(2);
  expect(it.state()).toBe("CANCELLING");
  expect(it.say("progress")).toMatchObject({ value: { cancel: true } });
});

test("whoever still plans when the deadline passes has lost its run, and no clock rings for it", () => {
  const it = begun({ deadline: BEGINS + 10_000 });
  it.order.agree({ on: "verified", digest: "agreed" });
  const job = it.lease();
  const { id, epoch } = job.ok ? job.value : { id: "none", epoch: 0 };
  it.pass(11);
  expect(it.state()).toBe("FAILED");
  const planned = { sequence: 1, type: "planned" as const, time: "2026-11-23T12:00:00Z", data: {} };
  expect(it.order.report(id, RUNNER, { epoch, events: [planned] })).toMatchObject({
    refusal: { code: "stale-epoch" },
  });
  it.pass(31);
  expect([it.order.dueAt(), commitsWhileResting(it)]).toEqual([undefined, 0]);
});

test("what is cancelled before a runner has begun it has failed at once, and nobody gets its job", () => {
  const it = active();
  operate(it, "update", { parameters: { size: "2 GiBy" } });
  const run = it.delivery()?.run?.id ?? "none";
  expect(operate(it, "cancel").ok).toBe(true);
  expect(it.state()).toBe("DEGRADED");
  expect(it.lease(run)).toMatchObject({ refusal: { code: "no-such-job" } });
  expect(it.order.unannounced()).toBeUndefined();
  expect(it.order.view()?.operations).toMatchObject([
    { id: "update", state: "failed", reason: "cancelled" },
    { id: "cancel", state: "succeeded" },
  ]);
});

test("a service ends at once where no runner has begun to change it", () => {
  const it = active();
  operate(it, "update", { parameters: { size: "2 GiBy" } });
  expect(operate(it, "terminate").ok).toBe(true);
  expect(it.state()).toBe("TERMINATING");
  expect(it.lease()).toMatchObject({ value: { action: "stop" } });
});

test("what a runner has begun is cancelled when it says so", () => {
  const it = active();
  doing(it, "update", { parameters: { size: "2 GiBy" } });
  expect(operate(it, "cancel").ok).toBe(true);
  expect(it.state()).toBe("CANCELLING");
  expect(it.say("progress")).toMatchObject({ value: { cancel: true } });
});

test("what is to be made again, and is cancelled before that, is cleaned up", () => {
  const it = planned();
  it.lease();
  it.pass(31);
  it.lease();
  it.say("found", { exists: "partial" });
  expect(operate(it, "cancel").ok).toBe(true);
  expect(it.state()).toBe("FAILED_CLEANING");
  it.pass(5);
  expect(it.lease()).toMatchObject({ value: { action: "destroy" } });
});

test("what there is gets looked up, though the service is to end", () => {
  const it = planned();
  it.lease();
  it.pass(31);
  expect(it.state()).toBe("UNKNOWN");
  expect(operate(it, "terminate").ok).toBe(true);
  expect(it.lease()).toMatchObject({ value: { action: "lookup" } });
  expect(it.say("progress")).toMatchObject({ value: { cancel: false } });
  it.say("found", { exists: "complete", running: true });
  expect(it.state()).toBe("TERMINATING");
});

test("every state in which a runner is at work says what becomes of a silent one", () => {
  const leased = Object.entries(STATES).filter(
    ([state, { kind }]) => kind === "working" && state !== "PLANNED",
  );
  for (const [state] of leased)
    expect(
      TRANSITIONS.some(({ from, on }) => from === state && on === "lost"),
      state,
    ).toBe(true);
});

test("operations are counted, and nobody is kept by their number", () => {
  const it = active();
  for (let n = 2; n < 1_000; n++) done(it, "export", {}, `export-${n}`);
  doing(it, "update", { parameters: { size: "2 GiBy" } });
  expect(operate(it, "cancel").ok).toBe(true);
  it.say("failed", { code: "cancelled" });
  for (const kind of ["update", "suspend", "export", "rotate"] as const)
    expect(operate(it, kind, {}, `late-${kind}`)).toMatchObject({
      refusal: { code: "too-many-operations", limit: 1_000 },
    });
  done(it, "terminate");
  expect(it.state()).toBe("RETRIEVAL");
  done(it, "erase");
  expect(it.state()).toBe("TERMINATED");
});

test("what a lookup finds complete is delivered as what a runner says is done", () => {
  const it = planned();
  it.lease();
  it.say("progress", { jeopardy: "the disk is slow" });
  it.pass(31);
  it.lease();
  expect(it.delivery()?.delivered).toBeUndefined();
  it.say("found", { exists: "complete" });
  expect(it.state()).toBe("ACTIVE");
  expect(it.delivery()).toMatchObject({ delivered: { size: "1 GiBy" }, observedGeneration: 1 });
  expect(it.conditions()).toEqual([]);
});

test("what a lookup finds incomplete is not delivered, and stays in jeopardy", () => {
  const it = planned();
  it.lease();
  it.say("progress", { jeopardy: "the disk is slow" });
  it.pass(31);
  it.lease();
  it.say("found", { exists: "partial" });
  expect(it.state()).toBe("PROVISIONING");
  expect(it.delivery()?.delivered).toBeUndefined();
  expect(it.conditions()).toEqual(["Jeopardy"]);
});

test("success ends the conditions of what failed before, whoever tells of it", () => {
  const told = planned();
  told.lease();
  told.say("progress", { jeopardy: "the disk is slow" });
  told.say("succeeded");
  expect(told.conditions()).toEqual([]);
  const found = active();
  doing(found, "terminate");
  found.say("failed", { code: "busy" });
  expect(found.conditions()).toEqual(["CleanupFailing"]);
  found.pass(5);
  found.lease();
  found.pass(31);
  found.state();
  found.pass(600);
  found.lease();
  found.say("found", { exists: "none" });
  expect([found.state(), found.conditions()]).toEqual(["RETRIEVAL", []]);
});

/** A service with an update that failed. */
function degraded(): OneOrder {
  const it = active();
  doing(it, "update", { parameters: { size: "2 GiBy" } });
  it.say("failed", { code: "no-space" });
  return it;
}

test("an update that failed stays missing, whatever else succeeds", () => {
  const it = degraded();
  const isMissing = (state: string) => {
    expect(it.state()).toBe(state);
    expect(it.delivery()).toMatchObject({
      observedGeneration: 1,
      parameters: { size: "2 GiBy" },
      delivered: { size: "1 GiBy" },
    });
  };
  isMissing("DEGRADED");
  done(it, "export");
  isMissing("DEGRADED");
  done(it, "suspend");
  isMissing("SUSPENDED");
  done(it, "export", {}, "export-2");
  isMissing("SUSPENDED");
  done(it, "resume");
  isMissing("DEGRADED");
  done(it, "rotate", { accessKey: { kty: "OKP" } });
  isMissing("DEGRADED");
});

test("an update back to what runs is missing as long as it fails: half of the other one may be there", () => {
  const it = degraded();
  doing(it, "update", { parameters: { size: "1 GiBy" } }, "back");
  it.say("failed", { code: "no-space" });
  done(it, "suspend");
  done(it, "resume");
  expect([it.state(), it.delivery()?.observedGeneration]).toEqual(["DEGRADED", 1]);
});

test("an update that succeeds, or the end of the service, leaves nothing missing", () => {
  const updated = degraded();
  done(updated, "update", { parameters: { size: "2 GiBy" } }, "again");
  expect(updated.state()).toBe("ACTIVE");
  expect(updated.delivery()).toMatchObject({ observedGeneration: 3, delivered: { size: "2 GiBy" } });
  done(updated, "suspend");
  done(updated, "resume");
  expect([updated.state(), updated.delivery()?.observedGeneration]).toEqual(["ACTIVE", 5]);
  const ended = degraded();
  done(ended, "terminate");
  expect([ended.state(), ended.delivery()?.observedGeneration]).toEqual(["RETRIEVAL", 3]);
});

test("a rotation that fails leaves the service as it was, and can be asked for again", () => {
  for (const [it, state] of [
    [active(), "ACTIVE"],
    [degraded(), "DEGRADED"],
  ] as const) {
    const { delivered, observedGeneration } = it.delivery() ?? {};
    doing(it, "rotate", { accessKey: { kty: "OKP" } });
    it.say("failed", { code: "timeout" });
    expect(it.state()).toBe(state);
    expect(it.delivery()).toMatchObject({ delivered, observedGeneration });
    expect(it.conditions()).toEqual(["OperationFailed"]);
    done(it, "rotate", { accessKey: { kty: "OKP" } }, "again");
    expect([it.state(), it.conditions()]).toEqual([state, []]);
  }
});

/** Whether there is a receipt of an order. */
async function receiptOf({ order }: OneOrder): Promise<string> {
  const record = order.view()?.record;
  if (!record) throw new Error("no order");
  const made = await makeReceipts(record, {
    sign: async () => "receipt",
    now: BEGINS,
    publication: { head: async () => undefined },
    graphs: {},
  } as never);
  return made.ok ? "receipt" : made.refusal.code;
}

test("there is a receipt of what was delivered, and of nothing else", async () => {
  const unmade = planned();
  operate(unmade, "cancel");
  expect([unmade.state(), await receiptOf(unmade)]).toEqual(["TERMINATED", "no-receipt-yet"]);
  const undone = planned();
  undone.lease();
  operate(undone, "cancel");
  undone.say("succeeded");
  expect([undone.state(), await receiptOf(undone)]).toEqual(["FAILED_CLEANING", "no-receipt-yet"]);
  undone.lease();
  undone.say("succeeded");
  expect([undone.state(), await receiptOf(undone)]).toEqual(["FAILED", "no-receipt-yet"]);
  const made = active();
  expect(await receiptOf(made)).not.toBe("no-receipt-yet");
  done(made, "terminate");
  done(made, "erase");
  expect([made.state(), await receiptOf(made)]).not.toContain("no-receipt-yet");
});

test("of reports that leave out a number none is taken, whichever it is", () => {
  const it = planned();
  it.lease();
  const { run } = it.delivery() ?? {};
  const send = (...numbers: number[]) =>
    it.order.report(run?.id ?? "", RUNNER, {
      epoch: run?.epoch ?? 0,
      events: numbers.map((sequence) => ({
        sequence,
        type: "progress" as const,
        time: "2026-11-23T12:00:00Z",
        data: { milestone: `step-${sequence}` },
      })),
    });
  expect(send(1, 3)).toMatchObject({ refusal: { code: "sequence-gap", expected: 1 } });
  expect(it.delivery()?.milestones).toEqual([]);
  expect(send(1, 2)).toMatchObject({ value: { through: 2 } });
  expect(send(2, 4)).toMatchObject({ refusal: { code: "sequence-gap", expected: 3 } });
  expect(it.delivery()?.milestones.map(({ name }) => name)).toEqual(["step-1", "step-2"]);
});
