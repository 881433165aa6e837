// Who reads and writes the state of an order, and what is kept of it.
import { expect, test } from "vitest";
import { ORDER, OTHER_ORDER, type Rig, lockInfo, rig, stateText } from "./rig.ts";

/** An order whose apply is under way. */
async function applying() {
  const it = await rig();
  const plan = await it.lease();
  await it.report(plan, "planned", { create: 1 });
  return { ...it, plan, run: await it.lease() };
}

const versionsOf = async (it: Rig) =>
  (await it.operator("GET", "/versions")).more as {
    current?: number;
    versions: { version: number; serial: number; run?: string }[];
  };

test("there is no state until one is written, and then it is read as it was", async () => {
  const { tool, run } = await applying();
  expect(await tool(run, "GET")).toMatchObject({ status: 204, text: "" });
  const text = stateText(1, { outputs: { password: { value: "pässword", sensitive: true } } });
  expect(await tool(run, "POST", "", text)).toMatchObject({ status: 200 });
  expect(await tool(run, "GET")).toMatchObject({ status: 200, text });
});

test("a run that is over, another run, another epoch and another order have no state, and are never told that there is none", async () => {
  const { tool, run, plan } = await applying();
  await tool(run, "POST", "", stateText(1));
  const others = [
    plan,
    { ...run, id: plan.id },
    { ...run, epoch: run.epoch - 1 },
    { ...run, epoch: run.epoch + 1 },
  ];
  const asks = [["GET"], ["POST", "", stateText(2)], ["DELETE"], ["POST", "/lock", lockInfo("a")]] as const;
  for (const other of others)
    for (const [method, path, body] of [...asks, ["POST", "/unlock"] as const])
      expect(await tool(other, method, path, body)).toMatchObject({ status: 409, code: "stale-epoch" });
  for (const id of [OTHER_ORDER, "none"])
    expect(await tool(run, "GET", "", undefined, id)).toMatchObject({ status: 409, code: "stale-epoch" });
  expect(await tool(run, "GET")).toMatchObject({ status: 200, text: stateText(1) });
});

test("a lease that has run out is no lease, before anybody has noticed", async () => {
  const { tool, run, pass } = await applying();
  await tool(run, "POST", "", stateText(1));
  pass(31);
  expect(await tool(run, "GET")).toMatchObject({ status: 409 });
  expect(await tool(run, "POST", "", stateText(2))).toMatchObject({ status: 409 });
});

test("the second who locks is told who was first", async () => {
  const { tool, run } = await applying();
  expect(await tool(run, "POST", "/lock", lockInfo("a"))).toMatchObject({ status: 200 });
  expect(await tool(run, "POST", "/lock", lockInfo("b"))).toMatchObject({
    status: 423,
    code: "state-locked",
    more: lockInfo("a"),
  });
  // The answer to the first was lost.
  expect(await tool(run, "POST", "/lock", lockInfo("a"))).toMatchObject({ status: 200 });
  expect(await tool(run, "POST", "/unlock", lockInfo("b"))).toMatchObject({
    status: 423,
    more: lockInfo("a"),
  });
  expect(await tool(run, "POST", "/unlock", lockInfo("a"))).toMatchObject({ status: 200 });
  expect(await tool(run, "POST", "/unlock", lockInfo("a"))).toMatchObject({ status: 200 });
  expect(await tool(run, "POST", "/lock", lockInfo("b"))).toMatchObject({ status: 200 });
  // By force.
  expect(await tool(run, "POST", "/unlock", "")).toMatchObject({ status: 200 });
  expect(await tool(run, "POST", "/lock", lockInfo("c"))).toMatchObject({ status: 200 });
});

test("what is locked is read by all of the run, and written and removed with the lock alone", async () => {
  const { tool, run } = await applying();
  await tool(run, "POST", "", stateText(1));
  await tool(run, "POST", "/lock", lockInfo("a"));
  for (const lock of ["", "ID=b", "ID="]) {
    expect(await tool(run, "POST", `?${lock}`, stateText(2))).toMatchObject({
      status: 423,
      more: lockInfo("a"),
    });
    expect(await tool(run, "DELETE", `?${lock}`)).toMatchObject({ status: 423, code: "state-locked" });
  }
  expect(await tool(run, "GET")).toMatchObject({ status: 200, text: stateText(1) });
  expect(await tool(run, "POST", "?ID=a", stateText(2))).toMatchObject({ status: 200 });
  expect(await tool(run, "DELETE", "?ID=a")).toMatchObject({ status: 200 });
  expect(await tool(run, "GET")).toMatchObject({ status: 204 });
});

test("the lock of a runner that died ends when another has the order", async () => {
  const { tool, run, pass, lease } = await applying();
  await tool(run, "POST", "/lock", lockInfo("dead"));
  await tool(run, "POST", "?ID=dead", stateText(1));
  pass(31);
  const lookup = await lease();
  expect(lookup).toMatchObject({ action: "lookup", epoch: run.epoch + 1 });
  expect(await tool(run, "POST", "?ID=dead", stateText(2))).toMatchObject({
    status: 409,
    code: "stale-epoch",
  });
  expect(await tool(run, "POST", "/unlock", lockInfo("dead"))).toMatchObject({ status: 409 });
  expect(await tool(lookup, "GET")).toMatchObject({ status: 200, text: stateText(1) });
  expect(await tool(lookup, "POST", "/lock", lockInfo("alive"))).toMatchObject({ status: 200 });
});

test("a state that does not follow is refused, and the same one again is taken", async () => {
  const { tool, run } = await applying();
  await tool(run, "POST", "", stateText(3));
  expect(await tool(run, "POST", "", stateText(3))).toMatchObject({ status: 200 });
  const others = [
    stateText(2),
    stateText(3, { outputs: { a: { value: 1 } } }),
    stateText(9, { lineage: "two" }),
  ];
  for (const other of others)
    expect(await tool(run, "POST", "", other)).toMatchObject({
      status: 409,
      code: "state-diverged",
      more: { lineage: "one", serial: 3 },
    });
  expect(await tool(run, "GET")).toMatchObject({ text: stateText(3) });
  expect(await tool(run, "POST", "", stateText(4))).toMatchObject({ status: 200 });
});

test("after a removal another lineage may begin", async () => {
  const { tool, run } = await applying();
  await tool(run, "POST", "", stateText(3));
  await tool(run, "DELETE");
  expect(await tool(run, "POST", "", stateText(1, { lineage: "two" }))).toMatchObject({ status: 200 });
});

/** The last state of each of several runs. */
async function lived(serials: readonly number[]) {
  const it = await applying();
  let { run } = it;
  for (const [index, serial] of serials.entries()) {
    if (index > 0) {
      const view = await it.order.view();
      const kind = view?.record.delivery?.state === "SUSPENDED" ? "resume" : "suspend";
      const id = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
      await it.order.operate({ id, kind, digest: id });
      run = await it.lease();
    }
    await it.tool(run, "POST", "", stateText(serial - 1, { outputs: { half: {} } }));
    await it.tool(run, "POST", "", stateText(serial));
    await it.report(run, "succeeded");
  }
  return it;
}

test("of each of the last eight runs the last state is kept", async () => {
  const it = await lived([10, 20, 30, 40, 50, 60, 70, 80, 90]);
  const { current, versions } = await versionsOf(it);
  expect(versions.map(({ serial }) => serial)).toEqual([20, 30, 40, 50, 60, 70, 80, 90]);
  expect(current).toBe(versions.at(-1)?.version);
  expect(JSON.stringify(versions)).not.toContain("half");
});

test("the operator brings back an earlier state, and the tool goes on from there", async () => {
  const it = await lived([10, 20]);
  const { versions } = await versionsOf(it);
  const [first, last] = versions;
  const restored = await it.operator("POST", `/versions/${first?.version}/restore`);
  expect(restored.status).toBe(200);
  const after = await versionsOf(it);
  expect(after.versions.map(({ serial }) => serial)).toEqual([10, 20, 10]);
  expect(after).toMatchObject({ current: (last?.version ?? 0) + 1 });
  const operation = { id: OTHER_ORDER, kind: "resume", digest: "r" } as const;
  await it.order.operate(operation);
  const run = await it.lease();
  expect(await it.tool(run, "GET")).toMatchObject({ text: stateText(10) });
  expect(await it.tool(run, "POST", "", stateText(11))).toMatchObject({ status: 200 });
});

test("nothing is brought back by others, while a tool has the lock, or of what there is not", async () => {
  const it = await applying();
  await it.tool(it.run, "POST", "", stateText(1));
  for (const [method, path] of [
    ["GET", "/versions"],
    ["POST", "/versions/1/restore"],
  ] as const)
    expect(await it.operator(method, path, "other")).toMatchObject({ status: 401, code: "operator-only" });
  for (const version of ["2", "0", "x"])
    expect(await it.operator("POST", `/versions/${version}/restore`)).toMatchObject({
      status: 404,
      code: "no-such-state",
    });
  await it.tool(it.run, "POST", "/lock", lockInfo("a"));
  expect(await it.operator("POST", "/versions/1/restore")).toMatchObject({
    status: 423,
    more: lockInfo("a"),
  });
  // Its lock is over with its lease.
  it.pass(31);
  expect(await it.operator("POST", "/versions/1/restore")).toMatchObject({ status: 200 });
});

test("with the end of the order all of its states are erased", async () => {
  const it = await lived([10, 20]);
  await it.order.operate({ id: OTHER_ORDER, kind: "terminate", digest: "t" });
  await it.report(await it.lease(), "succeeded");
  expect((await versionsOf(it)).versions).toHaveLength(2);
  it.pass(61);
  const erasing = await it.lease();
  expect(erasing.action).toBe("destroy");
  await it.tool(erasing, "POST", "", stateText(21));
  await it.report(erasing, "succeeded");
  expect((await it.order.view())?.record.delivery?.state).toBe("TERMINATED");
  expect(await versionsOf(it)).toEqual({ type: "StateVersions", versions: [] });
  expect(await it.tool(erasing, "GET")).toMatchObject({ status: 409 });
  expect(ORDER).not.toBe(OTHER_ORDER);
});
