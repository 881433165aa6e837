// What the doors of states refuse before an order is asked, and what they never tell.
import { expect, test } from "vitest";
import { MOST_STATE } from "../../../functions/delivery/states/state.ts";
import { ORDER, ORIGIN, lockInfo, rig, stateText } from "./rig.ts";

const started = async (...given: Parameters<typeof rig>) => {
  const it = await rig(...given);
  return { ...it, run: await it.lease() };
};

test("whoever does not sign, or is none of the runners, gets nothing", async () => {
  const { app } = await started();
  const open = await app.request(`${ORIGIN}/states/${ORDER}?run=x&epoch=1`);
  expect(open.status).toBe(401);
  expect(await open.json()).toMatchObject({ code: "signature-missing" });
  expect(open.headers.get("www-authenticate")).toBe("Signature");
});

test("a request that names no epoch is refused", async () => {
  const { ask, run } = await started();
  for (const query of ["", `?run=${run.id}`, `?run=${run.id}&epoch=0`, `?run=${run.id}&epoch=1.5`]) {
    const answer = await ask(() => `${ORIGIN}/states/${ORDER}${query}`, { method: "GET" });
    expect(answer.ok && answer.value.status).toBe(400);
  }
});

test("what is no state is refused, and not repeated", async () => {
  const { tool, run } = await started();
  const wrong = [
    ['"secret"', ""],
    ['{"serial":1,"a":"secret"}', "lineage"],
    [stateText(1, { lineage: "" }), "lineage"],
    [stateText(-1), "serial"],
    [stateText(1.5), "serial"],
    [stateText(1, { serial: "secret" }), "serial"],
  ] as const;
  for (const [text, member] of wrong) {
    const answer = await tool(run, "POST", "", text);
    expect(answer).toMatchObject({ status: 422, code: "malformed-state", more: { member } });
    expect(answer.text).not.toContain("secret");
  }
  expect(await tool(run, "GET")).toMatchObject({ status: 204 });
});

test("what is no lock is refused, and of one only what belongs to it is kept", async () => {
  const { tool, run } = await started();
  for (const wrong of ["[]", "{}", '{"ID":""}', '{"ID":7}'])
    expect(await tool(run, "POST", "/lock", wrong)).toMatchObject({ status: 422, code: "malformed-lock" });
  expect(
    await tool(run, "POST", "/lock", { ...lockInfo("a"), code: "x", Info: "i".repeat(600) }),
  ).toMatchObject({
    status: 200,
  });
  expect(await tool(run, "POST", "/lock", lockInfo("b"))).toMatchObject({
    code: "state-locked",
    more: { ID: "a", Info: "i".repeat(500) },
  });
});

test("a state of the greatest size is kept, and a larger one is refused", async () => {
  const { tool, run } = await started();
  const most = stateText(1, { outputs: "x" });
  const text = most.replace('"x"', `"${"x".repeat(MOST_STATE - most.length + 1)}"`);
  expect(text).toHaveLength(MOST_STATE);
  expect(await tool(run, "POST", "", text)).toMatchObject({ status: 200 });
  expect((await tool(run, "GET")).text === text).toBe(true);
  expect(await tool(run, "POST", "", `${text} `)).toMatchObject({ status: 413, code: "body-too-large" });
});

test("a state that cannot be opened is not taken for none", async () => {
  const { tool, run } = await started((states) => ({
    ...states,
    sealer: { ...states.sealer, open: async () => undefined },
  }));
  await tool(run, "POST", "", stateText(1));
  expect(await tool(run, "GET")).toMatchObject({ status: 500, code: "state-unreadable" });
});

test("neither the order, nor its events, nor the list of versions says what is in a state", async () => {
  const { tool, run, order, operator } = await started();
  await tool(run, "POST", "/lock", lockInfo("secret"));
  await tool(run, "POST", "?ID=secret", stateText(1, { outputs: { a: { value: "secret" } } }));
  const told = [await order.view(), await order.events(0, 100, 0), await operator("GET", "/versions")];
  expect(JSON.stringify(told)).not.toContain("secret");
});

test("other methods are refused", async () => {
  const { app } = await started();
  for (const [method, path] of [
    ["PUT", ""],
    ["GET", "/lock"],
    ["GET", "/unlock"],
    ["POST", "/versions"],
  ] as const) {
    const answer = await app.request(`${ORIGIN}/states/${ORDER}${path}`, { method });
    expect(answer.status).toBe(405);
  }
});

test("the runner's door takes no 404 for an answer, and no body that was broken on its way", async () => {
  const { run, openDoor } = await started();
  const door = await openDoor({ ...run, order: "../nowhere" });
  const { TF_HTTP_ADDRESS = "", TF_HTTP_USERNAME, TF_HTTP_PASSWORD } = door.environment;
  const basic = Buffer.from(`${TF_HTTP_USERNAME}:${TF_HTTP_PASSWORD}`).toString("base64");
  const authorization = `Basic ${basic}`;
  expect((await fetch(TF_HTTP_ADDRESS, { headers: { authorization } })).status).toBe(502);
  const spoilt = { authorization, "content-md5": "1B2M2Y8AsgTpgAmY7PhCfg==" };
  const written = await fetch(TF_HTTP_ADDRESS, { method: "POST", headers: spoilt, body: stateText(1) });
  expect(written.status).toBe(400);
  door.close();
});
