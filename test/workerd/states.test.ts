// The states of tools in the Durable Object of their order: in pieces, sealed, through evictions, and gone at the end.
import { env } from "cloudflare:workers";
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { MOST_STATE } from "../../functions/delivery/states/state.ts";
import type { Env } from "../../functions/host/cloudflare/env.ts";
import { nodeOf } from "../../functions/host/cloudflare/host.ts";
import { RFC_8037_KEY } from "../support/issuing.ts";
import { BINDING, type Party, party, publishVolumes } from "../support/ordering.ts";

const ORIGIN = "http://localhost:7171";
const { ORDER } = env as unknown as Env;
const KEYS = [1, 2].map((fill) =>
  btoa(String.fromCharCode(...new Uint8Array(32).fill(fill))).replace(/=+$/, ""),
);
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

type Door = (request: Request) => Response | Promise<Response>;
let door: Door;
let customer: Party;
let runner: Party;
let version: string;

/** The node with other settings, over the same objects. */
function doorWith(more: Partial<Env>): Door {
  const settings = { MPLI_SIGNING_KEY: JSON.stringify(RFC_8037_KEY), MPLI_ORIGIN: ORIGIN };
  const node = nodeOf({ ...(env as unknown as Env), ...settings, MPLI_RUNNERS: runner.did, ...more });
  return (request) => node.fetch(request);
}

beforeAll(async () => {
  const late = (request: Request) => door(request);
  [customer, runner] = [party(late, CUSTOMER_KEY), party(late, RUNNER_KEY)];
  door = doorWith({ MPLI_STATE_KEYS: KEYS[0] ?? "" });
  version = await publishVolumes(door, ORIGIN, "secret");
});

interface Job {
  readonly id: string;
  readonly epoch: number;
  readonly action: string;
}

const objectOf = (id: string) => ORDER.getByName(id);
const inStorage = <T>(id: string, look: (sql: SqlStorage) => T) =>
  runInDurableObject(objectOf(id), (_, { storage }) => look(storage.sql));
const stateText = (serial: number, secret: string) => ({
  version: 4,
  serial,
  lineage: "one",
  outputs: { secret },
});

async function lease(): Promise<Job> {
  const body = { bindings: [BINDING], waitSeconds: 5 };
  const leased = await runner.ask<Job>(`${ORIGIN}/jobs/lease`, body);
  expect(leased.status).toBe(200);
  return leased.body;
}

const report = ({ id, epoch }: Job, type: string, data: object = {}) =>
  runner.ask(`${ORIGIN}/jobs/${id}/events`, {
    epoch,
    events: [{ sequence: 1, type, time: new Date().toISOString(), data }],
  });

/** An order that a runner provisions. */
async function provisioning(): Promise<{ readonly id: string; readonly job: Job }> {
  const placed = await customer.place(await customer.sign(ORIGIN, version));
  const { id, agreement } = placed.body as { id: string; agreement: { digest: string } };
  await customer.ask(`${ORIGIN}/orders/${id}/agreement/verification`, {
    agreement: `sha256:${agreement.digest.replace(/^sha256:/, "")}`,
  });
  await report(await lease(), "planned");
  return { id, job: await lease() };
}

const tool = (id: string, job: Job, path = "", body?: unknown, query = "") =>
  runner.ask(`${ORIGIN}/states/${id}${path}?run=${job.id}&epoch=${job.epoch}${query}`, body);

test("a state of four megabytes outlives an eviction, in pieces that say nothing", async () => {
  const { id, job } = await provisioning();
  const secret = "s3cret".repeat(Math.floor((MOST_STATE - 200) / 6));
  expect(await tool(id, job, "", stateText(1, secret))).toMatchObject({ status: 200 });
  await evictDurableObject(objectOf(id));
  const read = await tool(id, job);
  expect(read.status).toBe(200);
  expect((read.body["outputs"] as { secret: string }).secret === secret).toBe(true);
  const pieces = await inStorage(id, (sql) =>
    sql.exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM state_pieces").toArray(),
  );
  expect(pieces.length).toBeGreaterThan(3);
  for (const { bytes } of pieces) expect(new TextDecoder("latin1").decode(bytes)).not.toContain("s3cret");
});

test("of two at once one has the lock, and the other is told who", async () => {
  const { id, job } = await provisioning();
  const both = await Promise.all(["a", "b"].map((ID) => tool(id, job, "/lock", { ID })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 423]);
  const winner = both[0]?.status === 200 ? "a" : "b";
  expect(both.find(({ status }) => status === 423)?.body).toMatchObject({ code: "state-locked", ID: winner });
  await evictDurableObject(objectOf(id));
  expect(await tool(id, job, "", stateText(1, "x"), "&ID=c")).toMatchObject({ status: 423 });
  expect(await tool(id, job, "", stateText(1, "x"), `&ID=${winner}`)).toMatchObject({ status: 200 });
});

test("the lock of a dead runner ends when another has the order", async () => {
  const { id, job } = await provisioning();
  await tool(id, job, "/lock", { ID: "dead" });
  await inStorage(
    id,
    (sql) => void sql.exec("UPDATE record SET value = json_set(value, '$.delivery.run.lease.until', 1)"),
  );
  await evictDurableObject(objectOf(id));
  expect(await tool(id, job)).toMatchObject({ status: 409, body: { code: "stale-epoch" } });
  await runDurableObjectAlarm(objectOf(id));
  const lookup = await lease();
  expect(lookup.action).toBe("lookup");
  expect(await tool(id, job, "", stateText(1, "x"), "&ID=dead")).toMatchObject({ status: 409 });
  expect(await tool(id, lookup)).toMatchObject({ status: 204 });
  expect(await tool(id, lookup, "/lock", { ID: "alive" })).toMatchObject({ status: 200 });
});

test("a new key seals what comes, and a state whose key is gone is not taken for none", async () => {
  const { id, job } = await provisioning();
  await tool(id, job, "", stateText(1, "x"));
  const before = door;
  door = doorWith({ MPLI_STATE_KEYS: KEYS.toReversed().join(",") });
  expect(await tool(id, job)).toMatchObject({ status: 200, body: stateText(1, "x") });
  expect(await tool(id, job, "", stateText(2, "y"))).toMatchObject({ status: 200 });
  door = before;
  expect(await tool(id, job)).toMatchObject({ status: 500, body: { code: "state-unreadable" } });
});

test("an earlier state is brought back, and with the end of the order all are gone", async () => {
  const { id, job } = await provisioning();
  const operator = (path: string, method = "GET") =>
    door(
      new Request(`${ORIGIN}/states/${id}${path}`, { method, headers: { Authorization: "Bearer secret" } }),
    );
  await tool(id, job, "", stateText(1, "x"));
  await report(job, "failed", { code: "no-room" });
  const cleaning = await lease();
  await tool(id, cleaning, "", stateText(2, "broken"));
  expect((await operator("/versions/1/restore", "POST")).status).toBe(200);
  await evictDurableObject(objectOf(id));
  expect(await tool(id, cleaning)).toMatchObject({ body: stateText(1, "x") });
  await report(cleaning, "succeeded");
  expect(await (await operator("/versions")).json()).toEqual({ type: "StateVersions", versions: [] });
  const left = await inStorage(id, (sql) => sql.exec("SELECT * FROM state_pieces").toArray());
  expect(left).toEqual([]);
});

test("a node without a key to keep them under keeps no states, and says so", async () => {
  for (const MPLI_STATE_KEYS of ["", "too-short"]) {
    const without = doorWith({ MPLI_STATE_KEYS });
    const document = await (await without(new Request(`${ORIGIN}/.well-known/mpli`))).json();
    expect(JSON.stringify(document)).not.toContain("states");
    const asked = await without(new Request(`${ORIGIN}/states/0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d`));
    expect(asked.status).toBe(404);
  }
  const document = await (await door(new Request(`${ORIGIN}/.well-known/mpli`))).json();
  expect(document).toMatchObject({ endpoint: { states: `${ORIGIN}/states` } });
});
