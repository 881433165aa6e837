// The outbox of an order: what is sent to its callback, when again, and what becomes of what nobody took.
import { beforeAll, describe, expect, test } from "vitest";
import { Coordinator } from "../../functions/delivery/coordinator.ts";
import type { CallbackPorts } from "../../functions/delivery/events/callback.ts";
import { sendDue } from "../../functions/delivery/events/outbox.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { memoryOrderStore } from "../../functions/host/memory-orders.ts";
import { orderRecord } from "../support/orders.ts";
import { ED25519, type Identity, NOW, identity } from "./signing.ts";

const CALLBACK = "https://market.example/callbacks/1";
const HOURS = 3600;
let node: Identity;
beforeAll(async () => {
  node = await identity(ED25519);
});

/** An order with a callback that answers with `status`, or with what was last put there. */
function begun(given: { callback?: string } = { callback: CALLBACK }) {
  let time = NOW * 1000;
  let answer = new Response(null, { status: 204 });
  const store = memoryOrderStore();
  const setting = { now: () => new Date(time), leaseSeconds: 30, retrievalSeconds: 60 };
  const order = new Coordinator(store, setting);
  const sent: { sequence: number; text: string; signature: string | null }[] = [];
  const fetcher = (async (url: URL, init: RequestInit) => {
    const request = new Request(url, init);
    const signature = request.headers.get("signature");
    const text = await request.text();
    sent.push({ sequence: Number(JSON.parse(text).sequence), text, signature });
    return answer.clone();
  }) as unknown as typeof fetch;
  let nonces = 0;
  const ports: CallbackPorts = {
    fetch: guardedFetch(fetcher, { loopback: false }),
    signer: node.signer,
    now: () => time,
    chance: () => 0.5,
    nonce: () => `n${nonces++}`,
  };
  const opened = order.open(orderRecord({ ...given, agreement: { state: "AGREED", digest: "agreed" } }));
  if (!opened.ok) throw new Error(opened.refusal.code);
  return {
    order,
    store,
    /** Numbers that were sent just now. */
    async send() {
      const before = sent.length;
      await sendDue(order, ports);
      return sent.slice(before).map(({ sequence }) => sequence);
    },
    sent,
    pass: (seconds: number) => void (time += seconds * 1000),
    answers: (status: number, headers: Record<string, string> = {}) =>
      void (answer = new Response(null, { status, headers })),
    since: (at: number | undefined) => (at === undefined ? undefined : (at - time) / 1000),
    conditions: () => order.view()?.record.delivery?.conditions.map(({ type }) => type),
    agree: () => order.agree({ on: "verified", digest: "agreed" }),
  };
}

describe("the outbox of an order", () => {
  test("tells of each event once, in order, when all goes well", async () => {
    const it = begun();
    it.agree();
    const last = it.order.record()?.sequence ?? 0;
    expect(last).toBeGreaterThan(2);
    expect(await it.send()).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    expect(await it.send()).toEqual([]);
    expect(it.order.sendsAt()).toBeUndefined();
    expect(it.sent.map(({ text }) => text)).toEqual(it.order.events(0, 100).map(({ text }) => text));
  });

  test("is empty where the order names no callback", async () => {
    const it = begun({});
    it.agree();
    expect(it.store.nextLetter()).toBeUndefined();
    expect(await it.send()).toEqual([]);
    expect(it.order.redrive(1)).toMatchObject({ refusal: { code: "no-callback" } });
  });

  test("changes nothing of the order when an event arrives", async () => {
    const it = begun();
    const before = it.order.record();
    it.pass(1);
    await it.send();
    expect(it.order.record()).toEqual(before);
  });

  test("sends what got no receipt again, with the same text and another signature", async () => {
    const it = begun();
    it.answers(500);
    expect(await it.send()).toEqual([1]);
    expect(it.since(it.order.dueAt())).toBe(5);
    expect(await it.send()).toEqual([]);
    it.pass(5);
    it.answers(200);
    expect(await it.send()).toEqual([1]);
    const [first, second] = it.sent;
    expect(second?.text).toBe(first?.text);
    expect(second?.signature).not.toBe(first?.signature);
    expect(it.order.sendsAt()).toBeUndefined();
  });

  test("has an event that nobody takes hold up no other", async () => {
    const it = begun();
    it.answers(400);
    await it.send();
    it.agree();
    it.answers(200);
    expect(await it.send()).toEqual([2, 3, 4]);
  });

  test("waits as long as the receiver asks", async () => {
    const it = begun();
    it.answers(503, { "Retry-After": "900" });
    await it.send();
    expect(it.since(it.order.sendsAt())).toBe(900);
  });

  test("says after three attempts that the callback is unreachable, once, and that it is not any more", async () => {
    const it = begun();
    it.agree();
    await it.send();
    const told = it.order.record()?.sequence ?? 0;
    it.order.operate({ id: "op", kind: "cancel", digest: "d" });
    it.answers(500);
    for (let attempt = 0; attempt < 12; attempt++) {
      await it.send();
      it.pass(5);
    }
    expect(it.conditions()).toEqual(["CallbackUnreachable"]);
    const kinds = () => it.order.events(told, 100).map(({ text }) => JSON.parse(text).type);
    expect(kinds().filter((type) => type.endsWith(".condition")).length).toBe(1);
    it.answers(200);
    it.pass(HOURS);
    await it.send();
    expect(it.conditions()).toEqual([]);
    expect(kinds().filter((type) => type.endsWith(".condition")).length).toBe(2);
  });

  test("gives up after 72 hours, keeps the event, and sends it when the customer asks", async () => {
    const it = begun();
    it.answers(500);
    for (let hour = 0; hour < 80; hour++) {
      await it.send();
      it.pass(HOURS);
    }
    expect(it.order.sendsAt()).toBeUndefined();
    const attempts = it.sent.length;
    it.answers(200);
    expect(await it.send()).toEqual([]);
    expect(it.order.events(0, 10).length).toBe(1);
    expect(it.order.redrive(1).ok).toBe(true);
    expect(await it.send()).toEqual([1]);
    expect(it.sent.length).toBe(attempts + 1);
    expect(it.order.redrive(99)).toMatchObject({ refusal: { code: "no-such-event", last: 1 } });
  });

  test("ends with an answer of 410, and goes on when the customer asks for an event", async () => {
    const it = begun();
    it.answers(410);
    await it.send();
    it.agree();
    it.answers(200);
    it.pass(HOURS);
    expect(await it.send()).toEqual([]);
    expect(it.order.sendsAt()).toBeUndefined();
    expect(it.order.redrive(1).ok).toBe(true);
    expect(await it.send()).toEqual([2, 3, 4, 1]);
  });
});
