// The Durable Object of used nonces inside workerd: one of many wins, a secret that stays, and a memory that is swept.
import { env, exports } from "cloudflare:workers";
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import type { Env } from "../../functions/host/cloudflare/env.ts";
import { noncesPort } from "../../functions/host/cloudflare/nonces-port.ts";

const { NONCES } = env as unknown as Env;
const worker = (exports as unknown as { default: { fetch: typeof fetch } }).default;
const use = (nonce: string, until: number) => ({ nonce, until, satisfied: true, digest: "d".repeat(64) });
const LATER = Date.now() + 3_600_000;

test("of twenty uses of a nonce at the same time exactly one is the first, also after an eviction", async () => {
  const stub = NONCES.getByName("race");
  const all = await Promise.all(Array.from({ length: 20 }, () => stub.consume(use("n", LATER))));
  expect(all.filter(Boolean)).toHaveLength(1);
  expect(await stub.consume(use("m", LATER))).toBe(true);
  await evictDurableObject(stub);
  expect(await stub.consume(use("n", LATER))).toBe(false);
});

test("the secret is made once, of 32 bytes, and is another for another object", async () => {
  const stub = NONCES.getByName("secret");
  const first = new Uint8Array(await stub.secret());
  await evictDurableObject(stub);
  expect(new Uint8Array(await stub.secret())).toEqual(first);
  expect(first).toHaveLength(32);
  const port = noncesPort(() => NONCES.getByName("another"));
  expect(await port.secret()).not.toEqual(first);
  expect(await port.secret()).toEqual(await port.secret());
});

test("the alarm forgets what has expired, and rings until nothing is left", async () => {
  const stub = NONCES.getByName("sweep");
  await stub.consume(use("old", Date.now() - 1));
  await stub.consume(use("new", LATER));
  const kept = () =>
    runInDurableObject(stub, (_, { storage }) => [
      storage.sql
        .exec("SELECT nonce FROM used ORDER BY nonce")
        .toArray()
        .map(({ nonce }) => nonce),
      storage.sql.exec("SELECT * FROM used").columnNames,
    ]);
  const COLUMNS = ["nonce", "until", "at", "satisfied", "digest"];
  expect(await kept()).toEqual([["new", "old"], COLUMNS]);
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  expect(await kept()).toEqual([["new"], COLUMNS]);
  await runInDurableObject(stub, (_, { storage }) => void storage.sql.exec("UPDATE used SET until = 0"));
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  expect(await kept()).toEqual([[], COLUMNS]);
  expect(await runDurableObjectAlarm(stub)).toBe(false);
});

test("a request is made by the worker, for its own DID", async () => {
  const answer = await worker.fetch("http://127.0.0.1:4001/presentations/requests", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ dcql_query: { credentials: [{ id: "a", format: "vc+jwt", meta: {} }] } }),
  });
  const request = (await answer.json()) as { audience: string; nonce: string };
  expect([answer.status, request.audience, request.nonce.length]).toEqual([
    200,
    "did:web:127.0.0.1%3A4001",
    32,
  ]);
});
