// A catalogue in memory: its doors, its book, and harvests over a network that is made of other nodes in memory.
import { Hono } from "hono";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { type HarvestRefusal, harvest } from "../../functions/catalogue/harvest.ts";
import type { Registration, Snapshot } from "../../functions/catalogue/ports.ts";
import { catalogueRoutes } from "../../functions/catalogue/routes.ts";
import { afterHarvest } from "../../functions/catalogue/schedule.ts";
import type { Result } from "../../functions/kernel/result.ts";
import { memoryGraphStore, memoryTexts, memoryProviderBook } from "../../functions/host/memory.ts";
import { type Clock, fixedClock } from "./clock.ts";
import { type ProviderNode, TOKEN } from "./provider.ts";

export const INTERVAL = 900;
export const MOST_PROVIDERS = 1000;

/** The network: the one place where `fetch` itself is replaced, by the doors of the nodes that are in it. */
export interface Network {
  readonly fetch: typeof fetch;
  /** Paths that were asked for, in order; each with its `If-None-Match`, if it had one. */
  readonly asked: { readonly url: string; readonly ifNoneMatch?: string; readonly headers: Headers }[];
  /** Answers this URL in place of the node, from now on; undefined gives it back to the node. */
  answer: (url: string, answer: Answer | undefined) => void;
}

export type Answer = (request: Request) => Response | Promise<Response>;

export function network(...nodes: Pick<ProviderNode, "origin" | "app">[]): Network {
  const asked: Network["asked"] = [];
  const answers = new Map<string, Answer>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input as RequestInfo, init);
    const ifNoneMatch = request.headers.get("if-none-match");
    asked.push({ url: request.url, headers: request.headers, ...(ifNoneMatch ? { ifNoneMatch } : {}) });
    // Like the real one, it gives up when its signal says so, whatever the other side does.
    const aborted = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    });
    const answer = answers.get(request.url);
    if (answer) return Promise.race([answer(request), aborted]);
    const node = nodes.find(({ origin }) => request.url.startsWith(`${origin}/`));
    if (!node) throw new TypeError("no connection");
    return node.app.request(request);
  };
  return {
    fetch,
    asked,
    answer: (url, answer) => void (answer ? answers.set(url, answer) : answers.delete(url)),
  };
}

export interface CatalogueNode {
  readonly origin: string;
  readonly app: Hono;
  readonly clock: Clock;
  readonly graphs: Map<string, string>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** A registration by the operator, or its withdrawal. */
  readonly register: (body: unknown, init?: RequestInit) => Promise<Response>;
  readonly entry: (origin: string) => Promise<Registration | undefined>;
  /** What the alarm does for one provider: harvests it and writes the outcome into the book. */
  readonly harvest: (origin: string, secondsPerFetch?: number) => Promise<Result<Snapshot, HarvestRefusal>>;
}

export function catalogueNode(net: Network, token: string | undefined = TOKEN): CatalogueNode {
  const origin = "https://market.example";
  const clock = fixedClock();
  const book = memoryProviderBook(clock.now);
  const graphs = memoryGraphStore();
  const texts = memoryTexts();
  const app = new Hono();
  app.route(
    "/",
    catalogueRoutes({
      identity: () => ({ origin, roles: ["catalogue"], features: [], endpoints: {}, limits: {} }),
      book,
      graphs,
      now: clock.now,
      permissions: { loopback: false },
      harvestSeconds: INTERVAL,
      mostProviders: MOST_PROVIDERS,
      operatorToken: token,
    }),
  );
  app.onError((error) => {
    throw error;
  });
  const entry = async (of: string) => (await book.list()).find((one) => one.origin === of);
  return {
    origin,
    app,
    clock,
    graphs: graphs.graphs as Map<string, string>,
    entry,
    // The door is reached by another name than its public one, as behind a proxy.
    get: async (path, headers = {}) => app.request(new Request(`http://inside:8080${path}`, { headers })),
    register: async (body, init = {}) => {
      const headers = {
        Authorization: `Bearer ${TOKEN}`,
        "Content-Type": "application/json",
        ...init.headers,
      };
      const text = typeof body === "string" ? body : JSON.stringify(body);
      return app.request(
        new Request(`${origin}/providers`, { method: "POST", body: text, ...init, headers }),
      );
    },
    async harvest(of, seconds = 10) {
      const before = await entry(of);
      const fetcher = guardedFetch(net.fetch, { loopback: false }, seconds);
      const outcome = await harvest(of, before?.snapshot, { fetch: fetcher, graphs, texts, now: clock.now });
      if (before) book.write(afterHarvest(before, outcome, INTERVAL, clock.now()));
      return outcome;
    },
  };
}
