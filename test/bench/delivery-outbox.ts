// Events on their way to a callback: how long each waits, and what its signature costs whoever receives it.
import { once } from "node:events";
import { type IncomingHttpHeaders, createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { receiver } from "../../functions/delivery/receiver/receiver.ts";
import { memoryStore } from "../../functions/delivery/receiver/store.ts";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { refused } from "../../functions/kernel/result.ts";
import { type RememberedDid, resolver } from "../../functions/trust/did/resolve.ts";
import { type Sealed, type Trade, progress, reports, running } from "./delivery-load.ts";
import { type Figure, atMost, median, noted, quantile } from "./figures.ts";

const ORDERS = 100;
const PER_SECOND = 100;
const SECONDS = 10;

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Milliseconds since the time that the event bears. */
  readonly lag: number;
}

/** Events are told to a callback while reports go on at a steady pace. */
export async function outbox(trade: Trade): Promise<Figure[]> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const text = (await buffer(request)).toString();
    const at = Date.now();
    response.setHeader("WebHook-Allowed-Origin", "*").writeHead(204).end();
    if (request.method !== "POST") return;
    const { time } = JSON.parse(text) as { time: string };
    received.push({ headers: request.headers, text, lag: at - Date.parse(time) });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const callback = `http://localhost:${(server.address() as { port: number }).port}/callbacks`;
  try {
    const runs = await running(trade, ORDERS, { callback });
    const ahead: Sealed[] = [];
    for (let at = 0; at < PER_SECOND * SECONDS; at++) {
      const run = runs[at % runs.length];
      if (run) ahead.push(await reports(trade, run, [progress(at % 100)]));
    }
    await pause(1000);
    const before = received.length;
    const began = performance.now();
    const answers: Promise<unknown>[] = [];
    for (const [at, one] of ahead.entries()) {
      const wait = began + (1000 * at) / PER_SECOND - performance.now();
      if (wait > 1) await pause(wait);
      answers.push(trade.send(one));
    }
    await Promise.all(answers);
    // What is late counts as late, not as lost.
    for (let waits = 0; waits < 100 && received.length < before + ahead.length; waits++) await pause(100);
    const lags = received.slice(before).map(({ lag }) => lag);
    if (lags.length < ahead.length) throw new Error(`${ahead.length - lags.length} events did not arrive`);
    return [
      atMost(`lag of the outbox at ${PER_SECOND} events a second, p99`, quantile(lags, 0.99), "ms", 1000),
      noted("the same, p50", median(lags), "ms"),
      await verified(received, callback, trade.origin),
    ];
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** The callbacks once more, as they came, through the library's receiver in this process. */
async function verified(received: readonly Received[], url: string, origin: string): Promise<Figure> {
  const now = Date.now;
  const fetched = guardedFetch((...request) => fetch(...request), { loopback: true });
  const cache = new BoundedMap<RememberedDid>(1e6);
  const provider = `did:web:${encodeURIComponent(new URL(origin).host)}`;
  const customer = receiver({
    resolveKey: resolver({ fetch: fetched, now, loopback: true, cache }),
    now,
    store: memoryStore(() => undefined),
    pull: async (from) => refused({ code: "unreachable", url: from, reason: "not asked" }),
    providerOf: () => provider,
    allows: () => true,
    later: () => undefined,
  });
  const requests = received.map(
    ({ headers, text }) =>
      new Request(url, {
        method: "POST",
        headers: new Headers(headers as Record<string, string>),
        body: text,
      }),
  );
  const before = process.cpuUsage();
  for (const request of requests) {
    const { status } = await customer.receive(request);
    if (status !== 200) throw new Error(`a callback was answered with ${status}`);
  }
  const { user, system } = process.cpuUsage(before);
  const rate = (1e6 * requests.length) / (user + system);
  return noted("callbacks verified and applied by the receiver in Node, of one core", rate, "/s");
}
