// The receiver: what each request to it comes to, and that it converges whatever the network does.
import { beforeAll, describe, expect, it, test } from "vitest";
import { EVENT_MEDIA_TYPE } from "../../functions/delivery/events/callback.ts";
import type { ChainedEvent } from "../../functions/delivery/events/event.ts";
import { type Pull, puller } from "../../functions/delivery/receiver/pull.ts";
import { type Receiver, type ReceiverPorts, receiver } from "../../functions/delivery/receiver/receiver.ts";
import { MOST_WAITING, type ReceiverStore, memoryStore } from "../../functions/delivery/receiver/store.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import {
  CALLBACK_TAG,
  type MessageSigner,
  type SignatureTag,
  signedHeaders,
} from "../../functions/edge/http-signature.ts";
import type { Json } from "../../functions/kernel/json.ts";
import { ok, refused } from "../../functions/kernel/result.ts";
import { callerOf } from "../../functions/trust/caller.ts";
import { chances } from "./chances.ts";
import { SOURCE, chainOf, jsonOf } from "./events.ts";
import { ED25519, type Identity, NOW, P256, bytes, identity, portsAt } from "./signing.ts";

const CALLBACK = "https://market.example/callbacks/1";

let provider: Identity;
let stranger: Identity;
beforeAll(async () => {
  [provider, stranger] = await Promise.all([identity(ED25519), identity(P256)]);
});

interface Sending {
  readonly signer?: MessageSigner;
  readonly tag?: SignatureTag;
  readonly created?: number;
  readonly type?: string;
}

async function callback(
  body: string,
  { signer = provider.signer, tag = CALLBACK_TAG, created = NOW, type = EVENT_MEDIA_TYPE }: Sending = {},
): Promise<Request> {
  const content = { type, body: bytes(body) };
  const unsigned = { method: "POST", url: CALLBACK, content };
  const headers = await signedHeaders(unsigned, signer, { tag, created, nonce: `${created}` });
  return new Request(CALLBACK, { method: "POST", headers, body });
}

/** A receiver, what it has applied, and what it does besides answering. */
function customer(changes: Partial<ReceiverPorts> = {}) {
  const applied: number[] = [];
  const works: Promise<unknown>[] = [];
  const pull: Pull = async (url) => refused({ code: "unreachable", url, reason: "no connection" });
  const ports: ReceiverPorts = {
    ...portsAt(NOW),
    store: memoryStore(({ sequence }) => void applied.push(sequence)),
    pull,
    providerOf: (source) => (source === SOURCE ? provider.did : undefined),
    allows: (host) => host === "cloud.example",
    later: (work) => void works.push(work),
    ...changes,
  };
  const market = receiver(ports);
  const send = async (body: string, how?: Sending) => {
    const answer = await market.receive(await callback(body, how));
    const text = await answer.text();
    return text === ""
      ? answer.status
      : ([answer.status, (JSON.parse(text) as { code: string }).code] as const);
  };
  return { applied, works, market, send, ports };
}

const pulling =
  (chain: readonly ChainedEvent[]): Pull =>
  async (_, after) =>
    ok(chain.slice(after).map(jsonOf));

const chain = chainOf(6);
const [first, second, third, fourth] = chain as [ChainedEvent, ChainedEvent, ChainedEvent, ChainedEvent];
const others = chainOf(6, "other");

describe("an event", () => {
  it("in its turn is applied, and heard again has no effect", async () => {
    const { send, applied } = customer();
    for (const { text } of [first, second, first, second]) expect(await send(text)).toBe(200);
    expect(applied).toEqual([1, 2]);
  });

  it("before its turn waits, and is applied behind the one that was missing", async () => {
    const { send, applied } = customer();
    expect([await send(third.text), await send(third.text), await send(second.text)]).toEqual([
      202, 202, 202,
    ]);
    expect(applied).toEqual([]);
    expect(await send(first.text)).toBe(200);
    expect(applied).toEqual([1, 2, 3]);
  });

  it("that is another of the same number is refused, be it applied or waiting", async () => {
    const { send, applied } = customer();
    await send(first.text);
    await send(third.text);
    expect(await send(others[0]?.text ?? "")).toEqual([409, "event-reuse"]);
    expect(await send(others[2]?.text ?? "")).toEqual([409, "event-reuse"]);
    expect(applied).toEqual([1]);
  });

  it("that does not continue the chain is refused in its turn, and forgotten if it waited", async () => {
    const { send, applied } = customer();
    await send(first.text);
    expect(await send(others[1]?.text ?? "")).toEqual([409, "chain-broken"]);
    expect(await send(others[2]?.text ?? "")).toBe(202);
    expect(await send(second.text)).toBe(200);
    expect(applied).toEqual([1, 2]);
    expect(await send(third.text)).toBe(200);
    expect(applied).toEqual([1, 2, 3]);
  });

  it("whose effect fails counts as not received, and takes effect when it is heard again", async () => {
    const applied: number[] = [];
    let broken = true;
    const store = memoryStore(({ sequence }) => {
      if (broken && sequence === 2) throw new Error("disk full");
      applied.push(sequence);
    });
    const { send } = customer({ store });
    await send(third.text);
    await send(first.text);
    await expect(send(second.text)).rejects.toThrow("disk full");
    expect(applied).toEqual([1]);
    broken = false;
    expect(await send(second.text)).toBe(200);
    expect(applied).toEqual([1, 2, 3]);
  });

  it("that waited for one whose own effect failed is applied at the next occasion", async () => {
    const applied: number[] = [];
    let broken = true;
    const store = memoryStore(({ sequence }) => {
      if (broken && sequence === 2) throw new Error("disk full");
      applied.push(sequence);
    });
    const { send } = customer({ store });
    await send(second.text);
    await expect(send(first.text)).rejects.toThrow("disk full");
    broken = false;
    expect(await send(first.text)).toBe(200);
    expect(applied).toEqual([1, 2]);
  });

  it("waits only beside so many, and is then fetched", async () => {
    const long = chainOf(MOST_WAITING + 3);
    const store = memoryStore(() => undefined);
    for (const event of long.slice(1)) store.wait(SOURCE, event);
    expect(await customer({ store }).send(long.at(-1)?.text ?? "")).toBe(202);
    expect(store.digestOf(SOURCE, MOST_WAITING + 3)).toBe(undefined);
    expect(await customer({ store, pull: pulling(long) }).market.poll(SOURCE)).toEqual({
      ok: true,
      value: MOST_WAITING + 3,
    });
  });
});

describe("a request is refused", () => {
  test.each<[string, string, Sending, readonly [number, string]]>([
    ["of another tag", first.text, { tag: "mpli-request-1" }, [401, "signature-missing"]],
    ["signed ten minutes ago", first.text, { created: NOW - 600 }, [401, "signature-stale"]],
    ["of another media type", first.text, { type: "application/json" }, [415, "unsupported-media-type"]],
    ["that is not JSON", "{", {}, [400, "malformed-json"]],
    ["that says a thing twice", first.text.replace("{", '{"id":"x",'), {}, [400, "duplicate-name"]],
    ["that is no event", "{}", {}, [422, "malformed-event"]],
    [
      "for an unknown order",
      first.text.replaceAll(SOURCE, "https://a.example/orders/x"),
      {},
      [422, "malformed-event"],
    ],
    ["of another provider", first.text.replace("cloud.", "other."), {}, [404, "no-such-order"]],
    ["too large", " ".repeat(256 * 1024) + first.text, {}, [413, "body-too-large"]],
  ])("%s", async (_, body, how, answer) => {
    const { send, applied } = customer();
    expect(await send(body, how)).toEqual(answer);
    expect(applied).toEqual([]);
  });

  it("signed by somebody else than the provider of the order", async () => {
    const { send, applied } = customer();
    expect(await send(first.text, { signer: stranger.signer })).toEqual([401, "not-the-provider"]);
    expect(applied).toEqual([]);
  });

  it("whose event was changed on its way", async () => {
    const { market, applied } = customer();
    const { headers } = await callback(first.text);
    const changed = new Request(CALLBACK, {
      method: "POST",
      headers,
      body: first.text.replace("made", "ruin"),
    });
    expect((await market.receive(changed)).status).toBe(401);
    expect(applied).toEqual([]);
  });
});

describe("consent", () => {
  const ask = (headers: Record<string, string>) =>
    customer().market.receive(new Request(CALLBACK, { method: "OPTIONS", headers }));

  it("is given to the hosts of providers, and to nobody else", async () => {
    const given = await ask({ "WebHook-Request-Origin": "cloud.example" });
    expect([given.status, given.headers.get("webhook-allowed-origin")]).toEqual([200, "cloud.example"]);
    for (const headers of [{ "WebHook-Request-Origin": "evil.example" }, {}] as Record<string, string>[]) {
      const denied = await ask(headers);
      expect([denied.status, denied.headers.get("webhook-allowed-origin")]).toEqual([403, null]);
    }
  });

  it("and events come by POST", async () => {
    expect((await customer().market.receive(new Request(CALLBACK))).status).toBe(405);
  });
});

describe("a gap", () => {
  it("is closed by fetching, once for all that wait", async () => {
    const asked: number[] = [];
    let answer = () => {};
    const patience = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const pull: Pull = async (source, after) => {
      asked.push(after);
      await patience;
      return pulling(chain)(source, after);
    };
    const { send, applied, works } = customer({ pull });
    expect([await send(fourth.text), await send(third.text)]).toEqual([202, 202]);
    answer();
    await Promise.all(works);
    expect(applied).toEqual([1, 2, 3, 4, 5, 6]);
    expect(asked).toEqual([0, 6]);
  });

  it("stays while nobody answers, and loses nothing", async () => {
    const { send, applied, works, market } = customer();
    await send(third.text);
    await Promise.all(works);
    expect(await market.poll(SOURCE)).toMatchObject({ ok: false, refusal: { code: "unreachable" } });
    expect(applied).toEqual([]);
    await send(first.text);
    await send(second.text);
    expect(applied).toEqual([1, 2, 3]);
  });

  it("is not closed with events of another order, chain or form", async () => {
    const poll = (events: readonly Json[]) => {
      const { market, applied } = customer({ pull: async () => ok(events) });
      return { polled: market.poll(SOURCE), applied };
    };
    const elsewhere = { ...jsonOf(first), source: `https://other.example/orders/${first.event.subject}` };
    for (const [events, code] of [
      [[elsewhere], "malformed-event"],
      [[jsonOf(first), jsonOf(others[1] as ChainedEvent)], "chain-broken"],
      [[{}], "malformed-event"],
    ] as const)
      expect(await poll(events).polled).toMatchObject({ ok: false, refusal: { code } });
    expect(await customer().market.poll("https://a.example/orders/x")).toMatchObject({
      ok: false,
      refusal: { code: "no-such-order" },
    });
  });

  it("ends also where a provider gives the same events for ever", async () => {
    const { market, applied } = customer({ pull: async () => ok([jsonOf(first)]) });
    expect(await market.poll(SOURCE)).toEqual({ ok: true, value: 1 });
    expect(applied).toEqual([1]);
  });
});

describe("events are fetched", () => {
  const answering = (answer: Response) => {
    const asked: Request[] = [];
    const fetcher = (async (url: URL, init: RequestInit) => {
      asked.push(new Request(url, init));
      return answer;
    }) as unknown as typeof fetch;
    const ports = { signer: stranger.signer, now: () => NOW * 1000, nonce: () => "n" };
    return { asked, pull: puller({ fetch: guardedFetch(fetcher, { loopback: false }), ...ports }) };
  };

  it("from the order's address, with the customer's signature", async () => {
    const { asked, pull } = answering(Response.json({ events: [jsonOf(first)], last: 1 }));
    expect(await pull(SOURCE, 0)).toEqual({ ok: true, value: [jsonOf(first)] });
    const [request] = asked as [Request];
    expect(request.url).toBe(`${SOURCE}/events?after=0`);
    expect(await callerOf(request, new Uint8Array(), portsAt(NOW))).toMatchObject({
      ok: true,
      value: { did: stranger.did },
    });
  });

  test.each([
    ["events-refused", new Response(null, { status: 404 })],
    ["malformed-json", new Response("{")],
    ["events-unreadable", Response.json([])],
    ["too-many-redirects", new Response(null, { status: 302, headers: { Location: "https://a.example/" } })],
  ])("or not: %s", async (code, answer) => {
    expect(await answering(answer).pull(SOURCE, 0)).toMatchObject({ ok: false, refusal: { code } });
  });
});

/** One run of a bad network: what comes when, on the provider's clock, in seconds. */
interface Arrival {
  readonly at: number;
  readonly event: ChainedEvent;
  readonly created: number;
}

const EVENTS = 60;
const EVERY = 10;
/** Events that may overtake one another. */
const WINDOW = 40;

function arrivals(events: readonly ChainedEvent[], chance: (below: number) => number): Arrival[] {
  return events
    .flatMap((event): Arrival[] => {
      const made = NOW + EVERY * event.sequence;
      const delayed = (most: number) => ({ event, created: made, at: made + chance(most) });
      const sent = chance(100) < 20 ? [] : [delayed(WINDOW * EVERY)];
      return chance(100) < 30 ? [...sent, delayed(2 * WINDOW * EVERY)] : sent;
    })
    .sort((one, other) => one.at - other.at);
}

/** Everything that happens to one order, and what the customer has applied in the end. */
async function run(seed: number) {
  const chance = chances(seed);
  const events = chainOf(EVENTS);
  const skew = chance(1200) - 600;
  const outcome = { applied: [] as number[], statuses: new Set<number>() };
  let clock = NOW;
  const pull: Pull = async (url, after) => {
    if (chance(100) < 20) return refused({ code: "unreachable", url, reason: "no connection" });
    const made = events.filter(({ sequence }) => NOW + EVERY * sequence <= clock);
    return ok(made.slice(after, after + 1 + chance(10)).map(jsonOf));
  };
  const works: Promise<unknown>[] = [];
  const market: Receiver = receiver({
    ...portsAt(NOW),
    now: () => (clock + skew) * 1000,
    store: memoryStore(({ sequence }) => void outcome.applied.push(sequence)),
    pull,
    providerOf: () => provider.did,
    allows: () => true,
    later: (work) => void works.push(work),
  });
  for (const { at, event, created } of arrivals(events, chance)) {
    clock = at;
    outcome.statuses.add((await market.receive(await callback(event.text, { created }))).status);
    if (chance(100) < 5) await market.poll(SOURCE);
  }
  clock = NOW + EVERY * (EVENTS + 1);
  await Promise.all(works);
  for (let polls = 0; outcome.applied.length < EVENTS && polls < 100; polls++) await market.poll(SOURCE);
  return outcome;
}

const IN_ORDER = Array.from({ length: EVENTS }, (_, index) => index + 1);

describe("a bad network", () => {
  it("that loses, repeats, delays and reorders, under clocks that differ, loses no event and doubles none", {
    timeout: 120_000,
  }, async () => {
    const statuses = new Set<number>();
    for (let seed = 1; seed <= 100; seed++) {
      const outcome = await run(seed);
      expect(outcome.applied, `seed ${seed}`).toEqual(IN_ORDER);
      for (const status of outcome.statuses) statuses.add(status);
    }
    expect([...statuses].sort()).toEqual([200, 202, 401]);
  });

  it("that only reorders and repeats needs no fetching", async () => {
    const chance = chances(7);
    const { send, applied, works } = customer();
    const order = [...chainOf(WINDOW), ...chainOf(WINDOW)];
    for (let left = order.length - 1; left > 0; left--) {
      const at = chance(left + 1);
      [order[left], order[at]] = [order[at] as ChainedEvent, order[left] as ChainedEvent];
    }
    for (const { text } of order) await send(text);
    await Promise.all(works);
    expect(applied).toEqual(IN_ORDER.slice(0, WINDOW));
  });
});

it("two receivers at once, on one store, apply each event once", async () => {
  const applied: number[] = [];
  const store: ReceiverStore = memoryStore(({ sequence }) => void applied.push(sequence));
  const [one, other] = [customer({ store, pull: pulling(chain) }), customer({ store, pull: pulling(chain) })];
  const texts = chain.map(({ text }) => text).reverse();
  await Promise.all(texts.flatMap((text) => [one.send(text), other.send(text), one.market.poll(SOURCE)]));
  expect(applied).toEqual([1, 2, 3, 4, 5, 6]);
});
