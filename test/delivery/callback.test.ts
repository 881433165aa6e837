// Callbacks: what is sent, what answers come to, when it is tried again, and who is asked before.
import { beforeAll, describe, expect, it, test } from "vitest";
import { type CallbackPorts, tell } from "../../functions/delivery/events/callback.ts";
import type { ChainedEvent } from "../../functions/delivery/events/event.ts";
import { askConsent } from "../../functions/delivery/events/handshake.ts";
import { GIVEN_UP_AFTER, PAUSES, nextAttempt } from "../../functions/delivery/events/retry.ts";
import { CALLBACK_TAG } from "../../functions/edge/http-signature.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { callerOf } from "../../functions/trust/caller.ts";
import { chainOf } from "./events.ts";
import { ED25519, type Identity, NOW, bytes, identity, portsAt } from "./signing.ts";

const CALLBACK = "https://market.example/callbacks/1";
const [{ text }] = chainOf(1) as [ChainedEvent];

let node: Identity;
beforeAll(async () => {
  node = await identity(ED25519);
});

/** Ports to a host that answers so, and what it was asked. */
function portsTo(answer: () => Response | Promise<Response>) {
  const asked: Request[] = [];
  const fetcher = (async (url: URL, init: RequestInit) => {
    asked.push(new Request(url, init));
    return answer();
  }) as unknown as typeof fetch;
  const fetched = guardedFetch(fetcher, { loopback: false }, 0.05);
  const clock = () => NOW * 1000;
  const ports: CallbackPorts = {
    fetch: fetched,
    signer: node.signer,
    now: clock,
    chance: () => 0.5,
    nonce: () => "n",
  };
  return { ports, asked };
}
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status: code, headers });
const FIRST = { made: 0, began: NOW * 1000 };
const AFTER_5_SECONDS = { outcome: "retry", at: (NOW + 5) * 1000 };

describe("a callback", () => {
  it("brings the event as it was hashed, signed by the node for this address", async () => {
    const { ports, asked } = portsTo(status(204));
    expect(await tell(text, CALLBACK, FIRST, ports)).toEqual({ outcome: "delivered" });
    const [request] = asked as [Request];
    expect([request.method, request.url]).toEqual(["POST", CALLBACK]);
    expect(request.headers.get("content-type")).toBe("application/cloudevents+json");
    const body = await request.text();
    expect(body).toBe(text);
    expect(await callerOf(request, bytes(body), portsAt(NOW), CALLBACK_TAG)).toMatchObject({
      ok: true,
      value: { did: node.did, nonce: "n" },
    });
  });

  test.each([200, 201, 202, 204])("is delivered when the answer is %i", async (code) => {
    expect(await tell(text, CALLBACK, FIRST, portsTo(status(code)).ports)).toEqual({ outcome: "delivered" });
  });

  it("is delivered however long the answer is, or whatever it is made of", async () => {
    const endless = () =>
      new Response(new ReadableStream({ pull: (stream) => stream.enqueue(Uint8Array.of(255)) }));
    expect(await tell(text, CALLBACK, FIRST, portsTo(endless).ports)).toEqual({ outcome: "delivered" });
  });

  test.each([300, 304, 400, 401, 404, 409, 429, 500, 503])("is tried again after %i", async (code) => {
    const told = await tell(text, CALLBACK, FIRST, portsTo(status(code)).ports);
    expect(told).toEqual({ ...AFTER_5_SECONDS, why: String(code) });
  });

  it("follows no redirect, and is tried again", async () => {
    const { ports, asked } = portsTo(status(307, { Location: "https://other.example/" }));
    expect(await tell(text, CALLBACK, FIRST, ports)).toEqual({
      ...AFTER_5_SECONDS,
      why: "too-many-redirects",
    });
    expect(asked.length).toBe(1);
  });

  it("is tried again when nobody answers, or too late", async () => {
    const broken = portsTo(() => Promise.reject(new Error("connection refused")));
    expect(await tell(text, CALLBACK, FIRST, broken.ports)).toEqual({
      ...AFTER_5_SECONDS,
      why: "unreachable",
    });
    const silent = portsTo(
      () => new Promise((_, fail) => setTimeout(() => fail(new DOMException("", "AbortError")), 60)),
    );
    expect(await tell(text, CALLBACK, FIRST, silent.ports)).toEqual({ ...AFTER_5_SECONDS, why: "too-slow" });
  });

  it("goes to no address inside the provider's network", async () => {
    const { ports, asked } = portsTo(status(200));
    for (const inside of [
      "https://10.0.0.1/",
      "https://[::1]/",
      "https://localhost/",
      "http://market.example/",
    ])
      expect(await tell(text, inside, FIRST, ports)).toMatchObject({ why: "address-not-permitted" });
    expect(asked).toEqual([]);
  });

  it("waits as long as a busy receiver asks, and for nobody else", async () => {
    const hour = { "Retry-After": "3600" };
    const at = (NOW + 3600) * 1000;
    for (const code of [429, 503])
      expect(await tell(text, CALLBACK, FIRST, portsTo(status(code, hour)).ports)).toMatchObject({ at });
    expect(await tell(text, CALLBACK, FIRST, portsTo(status(500, hour)).ports)).toMatchObject(
      AFTER_5_SECONDS,
    );
    const date = { "Retry-After": new Date((NOW + 60) * 1000).toUTCString() };
    expect(await tell(text, CALLBACK, FIRST, portsTo(status(503, date)).ports)).toMatchObject({
      at: (NOW + 60) * 1000,
    });
  });

  it("ends with 410, and when its time is over", async () => {
    expect(await tell(text, CALLBACK, FIRST, portsTo(status(410)).ports)).toEqual({
      outcome: "dead",
      why: "410",
      gone: true,
    });
    const old = { made: 12, began: NOW * 1000 - GIVEN_UP_AFTER };
    expect(await tell(text, CALLBACK, old, portsTo(status(500)).ports)).toEqual({
      outcome: "dead",
      why: "500",
      gone: false,
    });
  });
});

describe("the schedule", () => {
  const run = (chance: number) => {
    const times = [0];
    for (let now = 0; ; ) {
      const next = nextAttempt({ made: times.length, began: 0 }, { now, chance });
      if (next === undefined) return times.map((time) => time / 1000);
      now = next;
      times.push(now);
    }
  };

  it("pauses longer each time, and ends within 72 hours", () => {
    const times = run(0.5);
    expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual([
      ...PAUSES.slice(1),
      86_400,
    ]);
    expect(times.at(-1)).toBeLessThanOrEqual(72 * 3600);
  });

  it("is spread by a fifth either way", () => {
    expect(run(0)[1]).toBe(4);
    expect(run(0.999_999)[1]).toBeCloseTo(6, 2);
    for (const chance of [0, 0.25, 0.75, 0.999_999])
      expect(run(chance).at(-1)).toBeLessThanOrEqual(72 * 3600);
  });

  it("is not stretched beyond a day by what a receiver asks", () => {
    const circumstances = { now: 0, chance: 0.5, retryAfter: 999_999_999 };
    expect(nextAttempt({ made: 1, began: 0 }, circumstances)).toBe(86_400_000);
  });
});

describe("a host is asked for its consent", () => {
  const ask = (answer: () => Response, origin = "https://cloud.example:8443") => {
    const { ports, asked } = portsTo(answer);
    return { consent: askConsent(CALLBACK, origin, ports), asked };
  };

  test.each(["cloud.example", "Cloud.Example", "*"])("and gives it by naming %s", async (allowed) => {
    const { consent, asked } = ask(status(200, { "WebHook-Allowed-Origin": allowed }));
    expect(await consent).toEqual({ ok: true, value: true });
    expect([asked[0]?.method, asked[0]?.url]).toEqual(["OPTIONS", CALLBACK]);
    expect(asked[0]?.headers.get("webhook-request-origin")).toBe("cloud.example");
  });

  test.each([
    ["says nothing", status(200)],
    ["names another", status(200, { "WebHook-Allowed-Origin": "other.example" })],
    ["names more than one", status(200, { "WebHook-Allowed-Origin": "cloud.example, other.example" })],
    ["refuses", status(405, { "WebHook-Allowed-Origin": "*" })],
    ["sends on", status(307, { "WebHook-Allowed-Origin": "*", Location: "https://other.example/" })],
  ])("and has not given it when it %s", async (_, answer) => {
    expect(await ask(answer).consent).toMatchObject({ ok: false, refusal: { code: "callback-refused" } });
  });

  it("and an address inside the provider's network is not even asked", async () => {
    const { ports, asked } = portsTo(status(200, { "WebHook-Allowed-Origin": "*" }));
    expect(await askConsent("https://169.254.169.254/", "https://cloud.example", ports)).toEqual({
      ok: false,
      refusal: {
        code: "callback-refused",
        callback: "https://169.254.169.254/",
        reason: "address-not-permitted",
      },
    });
    expect(asked).toEqual([]);
  });
});
