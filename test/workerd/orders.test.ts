// Orders and the list of jobs in their Durable Objects: a life over HTTP, alarms that ring, and evictions that lose nothing.
import { env } from "cloudflare:workers";
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Env } from "../../functions/host/cloudflare/env.ts";
import { nodeOf } from "../../functions/host/cloudflare/host.ts";
import type { StoredEvent } from "../../functions/delivery/ports.ts";
import { orderRecord } from "../support/orders.ts";
import { RFC_8037_KEY } from "../support/issuing.ts";
import { BINDING, type Party, party, publishVolumes } from "../support/ordering.ts";

const { ORDER, JOBS } = env as unknown as Env;
const ORIGIN = "http://localhost:7171";
const CALLBACK = "http://localhost:7272/callbacks/1";
const NODE_KEY = { ...RFC_8037_KEY };
/** RFC 7515, appendix A.3: the customer's; RFC 9421, B.1.4: the runner's. */
const CUSTOMER_KEY = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
};
const RUNNER_KEY = {
  kty: "OKP",
  crv: "Ed25519",
  x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs",
  d: "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU",
};

const settings: Partial<Env> = { MPLI_SIGNING_KEY: JSON.stringify(NODE_KEY), MPLI_ORIGIN: ORIGIN };
let door: (request: Request) => Response | Promise<Response>;
let customer: Party;
let runner: Party;
let version: string;

beforeAll(async () => {
  const late = (request: Request) => door(request);
  [customer, runner] = [party(late, CUSTOMER_KEY), party(late, RUNNER_KEY)];
  const node = nodeOf({ ...(env as unknown as Env), ...settings, MPLI_RUNNERS: runner.did });
  door = (request) => node.fetch(request);
  version = await publishVolumes(door, ORIGIN, "secret");
});

/** What the callback was sent, and what it answers. */
let told: { readonly sequence: string; readonly signed: boolean }[] = [];
let callbackAnswers = 204;
beforeEach(() => {
  [told, callbackAnswers] = [[], 204];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input as RequestInfo, init as RequestInit);
    if (request.url !== CALLBACK) throw new TypeError("no connection");
    if (request.method === "OPTIONS")
      return new Response(null, { headers: { "WebHook-Allowed-Origin": "localhost" } });
    const { sequence } = (await request.json()) as { sequence: string };
    told.push({
      sequence,
      signed: (request.headers.get("signature-input") ?? "").includes("mpli-callback-1"),
    });
    return new Response(null, { status: callbackAnswers });
  });
});
afterEach(() => void vi.restoreAllMocks());

const objectOf = (id: string) => ORDER.getByName(id);
const stateOf = async (id: string) => (await customer.ask(`${ORIGIN}/orders/${id}`)).body["state"];

/** A fresh object that knows the key of the node as its door does. */
async function woken(id: string): Promise<void> {
  await evictDurableObject(objectOf(id));
  await runInDurableObject(
    objectOf(id),
    (object) => void Object.assign(object, { env: { ...env, ...settings } }),
  );
}

async function ordered(more: Record<string, unknown> = {}): Promise<string> {
  const placed = await customer.place(await customer.sign(ORIGIN, version, more));
  expect(placed).toMatchObject({ status: 201 });
  const { id, agreement } = placed.body as { id: string; agreement: { digest: string } };
  const verified = await customer.ask(`${ORIGIN}/orders/${id}/agreement/verification`, {
    agreement: `sha256:${agreement.digest.replace(/^sha256:/, "")}`,
  });
  expect(verified).toMatchObject({ status: 200, body: { state: "ORDERED" } });
  return id;
}

async function lease(): Promise<{ id: string; epoch: number; action: string }> {
  const leased = await runner.ask<{ id: string; epoch: number; action: string }>(`${ORIGIN}/jobs/lease`, {
    bindings: [BINDING],
    waitSeconds: 5,
  });
  expect(leased.status).toBe(200);
  return leased.body;
}

function report({ id, epoch }: { id: string; epoch: number }, type: string, data: object = {}) {
  const event = { sequence: 1, type, time: new Date().toISOString(), data };
  return runner.ask(`${ORIGIN}/jobs/${id}/events`, { epoch, events: [event] });
}

const eventsOf = async (id: string) => (await objectOf(id).events(0, 200, 0)) as readonly StoredEvent[];

test("an order lives over HTTP, and an eviction after each step loses nothing", async () => {
  const id = await ordered();
  const steps = ["planned", "succeeded"];
  for (const type of steps) {
    await evictDurableObject(objectOf(id));
    await evictDurableObject(JOBS.getByName("jobs"));
    const job = await lease();
    expect(job.id.startsWith(id)).toBe(true);
    await evictDurableObject(objectOf(id));
    expect(await report(job, type)).toMatchObject({ status: 200, body: { through: 1 } });
    await evictDurableObject(objectOf(id));
    // Heard again, it changes nothing; another one under its number is refused, before and after an eviction.
    const before = await eventsOf(id);
    expect(await report(job, "failed", { code: "x" })).toMatchObject({
      status: 409,
      body: { code: "sequence-reuse" },
    });
    expect(await eventsOf(id)).toEqual(before);
  }
  expect(await stateOf(id)).toBe("ACTIVE");
  const operation = crypto.randomUUID();
  const terminate = () =>
    customer.ask(`${ORIGIN}/orders/${id}/operations/${operation}`, { kind: "terminate" });
  expect(await terminate()).toMatchObject({ status: 202, body: { state: "TERMINATING" } });
  await evictDurableObject(objectOf(id));
  expect(await terminate()).toMatchObject({ status: 202, body: { operation: { id: operation } } });
  expect(await report(await lease(), "succeeded")).toMatchObject({ status: 200 });
  expect(await stateOf(id)).toBe("RETRIEVAL");
  const texts = await eventsOf(id);
  expect(texts.map(({ sequence }) => sequence)).toEqual(texts.map((_, index) => index + 1));
});

test("what breaks at rest is kept and told, and the order rests without an alarm", async () => {
  const id = await ordered();
  for (const type of ["planned", "succeeded"]) await report(await lease(), type);
  const look = (by: Party, body: object) => by.ask(`${ORIGIN}/orders/${id}/health`, body);
  // One that is set early rings once more, and finds nothing to do.
  await runDurableObjectAlarm(objectOf(id));
  expect(await look(customer, { healthy: true })).toMatchObject({
    status: 403,
    body: { code: "not-a-runner" },
  });
  const broken = { healthy: false, detail: "the disk is gone" };
  expect(await look(runner, broken)).toMatchObject({ status: 200, body: { state: "DEGRADED" } });
  const told = (await eventsOf(id)).length;
  await evictDurableObject(objectOf(id));
  expect(await look(runner, broken)).toMatchObject({ status: 200, body: { state: "DEGRADED" } });
  expect(await eventsOf(id)).toHaveLength(told);
  expect(await look(runner, { healthy: true })).toMatchObject({ status: 200, body: { state: "ACTIVE" } });
  expect(await stateOf(id)).toBe("ACTIVE");
  expect(await runDurableObjectAlarm(objectOf(id))).toBe(false);
});

test("nobody else sees the order", async () => {
  const id = await ordered();
  expect(await runner.ask(`${ORIGIN}/orders/${id}`)).toMatchObject({ status: 404 });
  expect(await customer.ask(`${ORIGIN}/jobs/lease`, { bindings: [BINDING] })).toMatchObject({ status: 403 });
  await report(await lease(), "failed", { code: "no-room" });
  expect(await stateOf(id)).toBe("FAILED");
});

test("the alarm finds that a runner has fallen silent, with nobody looking", async () => {
  const id = await ordered();
  await report(await lease(), "planned");
  const silent = await lease();
  await runInDurableObject(
    objectOf(id),
    (_, { storage }) =>
      void storage.sql.exec("UPDATE record SET value = json_set(value, '$.delivery.run.lease.until', 1)"),
  );
  await evictDurableObject(objectOf(id));
  expect(await runDurableObjectAlarm(objectOf(id))).toBe(true);
  const last = (await eventsOf(id)).at(-1)?.text ?? "{}";
  expect(JSON.parse(last)).toMatchObject({ data: { state: "UNKNOWN", from: "PROVISIONING" } });
  expect(await report(silent, "succeeded")).toMatchObject({ status: 409, body: { code: "stale-epoch" } });
  const lookup = await lease();
  expect(lookup).toMatchObject({ action: "lookup", epoch: silent.epoch + 1 });
  await report(lookup, "found", { exists: "complete" });
  expect(await stateOf(id)).toBe("ACTIVE");
});

test("a job that the list has lost is announced again", async () => {
  const id = await ordered();
  await runInDurableObject(
    JOBS.getByName("jobs"),
    (_, { storage }) => void storage.sql.exec("DELETE FROM waiting"),
  );
  const nothing = await runner.ask(`${ORIGIN}/jobs/lease`, { bindings: [BINDING], waitSeconds: 0 });
  expect(nothing.status).toBe(204);
  await runInDurableObject(
    objectOf(id),
    (_, { storage }) =>
      void storage.sql.exec(
        "UPDATE record SET value = json_set(value, '$.delivery.run.announcedAt', 1, '$.delivery.run.notBefore', 1)",
      ),
  );
  await evictDurableObject(objectOf(id));
  await runDurableObjectAlarm(objectOf(id));
  expect((await lease()).id.startsWith(id)).toBe(true);
});

test("a callback is told of each event; what it does not take is sent again after an eviction", async () => {
  callbackAnswers = 503;
  const id = await ordered({ callback: CALLBACK });
  await woken(id);
  const due = (until = 1) =>
    runInDurableObject(
      objectOf(id),
      (_, { storage }) =>
        void storage.sql.exec("UPDATE letters SET due_at = ? WHERE due_at IS NOT NULL", until),
    );
  await due();
  await runDurableObjectAlarm(objectOf(id));
  expect(told).toMatchObject([{ signed: true }]);
  await woken(id);
  callbackAnswers = 204;
  await due();
  await runDurableObjectAlarm(objectOf(id));
  const all = (await eventsOf(id)).map(({ sequence }) => String(sequence));
  expect(told.slice(1).map(({ sequence }) => sequence)).toEqual(all);
  // All have arrived: the next alarm sends none, and the customer may ask for one anew.
  await runDurableObjectAlarm(objectOf(id));
  expect(told.length).toBe(all.length + 1);
  expect(await customer.ask(`${ORIGIN}/orders/${id}/events/2/redrive`, {})).toMatchObject({ status: 202 });
  await vi.waitFor(() => expect(told.at(-1)?.sequence).toBe("2"));
  expect(await customer.ask(`${ORIGIN}/orders/${id}/events/99/redrive`, {})).toMatchObject({
    status: 404,
    body: { code: "no-such-event", last: all.length },
  });
  await report(await lease(), "failed", { code: "no-room" });
});

test("an order whose callback gives no consent is not taken", async () => {
  const elsewhere = "http://localhost:7373/";
  expect(await customer.place(await customer.sign(ORIGIN, version, { callback: elsewhere }))).toMatchObject({
    status: 422,
    body: { code: "callback-refused" },
  });
});

test("what is booked outlives an eviction, and is booked once", async () => {
  const id = await ordered();
  const line = (name: string, digest: string) =>
    ({ kind: "usage", id: name, period: "2026-11", digest, value: { quantity: "1" } }) as const;
  expect(await objectOf(id).enter([line("a", "1"), line("b", "2")])).toMatchObject({ ok: true });
  await woken(id);
  expect(await objectOf(id).entries("usage", "2026-11")).toEqual([line("a", "1"), line("b", "2")]);
  expect(await objectOf(id).entries("usage", "2026-12")).toEqual([]);
  expect(await objectOf(id).enter([line("c", "3"), line("a", "9")])).toMatchObject({
    ok: false,
    refusal: { code: "booked-otherwise", id: "a" },
  });
  expect(await objectOf(id).entry("usage", "c")).toBeUndefined();
});

test("the object of an order that was never placed knows of none", async () => {
  const stub = ORDER.getByName(orderRecord().id);
  expect(await stub.view()).toBeUndefined();
  expect(await stub.redrive(1)).toMatchObject({ refusal: { code: "no-such-order" } });
  expect(await stub.health({ healthy: true })).toMatchObject({ refusal: { code: "no-such-order" } });
  expect(await stub.lease(`${orderRecord().id}.1`, runner.did)).toMatchObject({
    refusal: { code: "no-such-job" },
  });
});

test("the object of an order that was never placed stores nothing, whatever it is asked", async () => {
  const stub = ORDER.getByName(crypto.randomUUID());
  expect(await stub.view()).toBeUndefined();
  expect(await stub.events(0, 10, 0)).toEqual([]);
  expect(await stub.entry("usage", "a")).toBeUndefined();
  expect(await stub.stateVersions()).toBeUndefined();
  const tables = () =>
    runInDurableObject(stub, (_, { storage }) =>
      storage.sql
        .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE name NOT GLOB '_cf_*'")
        .toArray()
        .map(({ name }) => name),
    );
  expect(await tables()).toEqual([]);
  expect(await stub.open(orderRecord())).toMatchObject({ ok: true });
  expect(await tables()).toContain("record");
  expect(await tables()).not.toContain("states");
});
