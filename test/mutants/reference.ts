// The reference node in memory: all its rooms over memory ports, its harvests on a real clock, and a place for faults.
import { ReadableStream, TransformStream } from "node:stream/web";
import { setTimeout as later } from "node:timers/promises";
import { guardedFetch } from "../../functions/catalogue/guard.ts";
import { harvest } from "../../functions/catalogue/harvest.ts";
import { catalogueMarket } from "../../functions/catalogue/market.ts";
import { afterHarvest } from "../../functions/catalogue/schedule.ts";
import { ownMarket } from "../../functions/compatibility/market/own-market.ts";
import type { NodeIdentity } from "../../functions/discovery/node-document.ts";
import { memoryGraphStore, memoryProviderBook, memoryPublication } from "../../functions/host/memory.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { ok } from "../../functions/kernel/result.ts";
import { type Host, createNode } from "../../functions/node.ts";
import { type Role, endpointsOf, featuresOf, roomsOf } from "../../functions/roles.ts";
import type { Received, Sent, Transport } from "../conformance/http.ts";
import type { Handler, Network, Reply } from "../conformance/parties/network.ts";
import { type OfferText, manifest } from "../support/manifests.ts";
import { type ProviderNode, providerNode } from "../support/provider.ts";
import type { Spoil } from "./mutant.ts";
import { region } from "./shop.ts";

export interface ReferenceSettings {
  readonly roles: readonly Role[];
  readonly token: string | undefined;
  readonly spoil: Spoil;
  readonly harvestSeconds?: number;
  /** As strangers find it: at a name, over https, without the permissions and the trigger of a node set up for tests. */
  readonly inPublic?: boolean;
}

export interface Reference {
  readonly origin: string;
  readonly token: string | undefined;
  /** Carries a request to the node's door. */
  readonly send: Transport;
  /** The network in which the node and the kit's parties meet. */
  readonly network: Network;
  publish(offers: readonly OfferText[]): Promise<void>;
  /** Another provider, in memory as well, that the node knows and has harvested. */
  neighbour(origin: string, offers: readonly OfferText[]): Promise<void>;
  /** From now on the node has its fault. */
  spoilNow(): void;
  /** Ends its harvests. */
  close(): void;
}

/** Small enough that a case reaches them quickly; a table of 4,096 latencies must fit. */
const LIMITS = { manifest: 2 * 1024 * 1024, demand: 128 * 1024, providers: 6 };
export const PAGE_LIMITS = { offers: 50, statements: 2_000 };
const SECONDS_PER_FETCH = 2;
/** The key pair of RFC 8037, appendix A. */
const PUBLIC_KEY = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
let ports = 20_000;

export function referenceNode(settings: ReferenceSettings): Reference {
  const { roles, token, spoil, harvestSeconds = 900, inPublic = false } = settings;
  const nextOrigin = () => `${inPublic ? "https://open.example" : "http://localhost"}:${ports++}`;
  const origin = nextOrigin();
  const now = () => new Date();
  const graphs = memoryGraphStore();
  const publication = memoryPublication(now);
  const book = memoryProviderBook(now);
  const parties = new Map<string, Handler>();
  const closed = new AbortController();
  let active: Spoil = {};

  const wire: typeof fetch = async (input, init) => {
    const request = new Request(input as RequestInfo, init);
    const handler = parties.get(placeOf(request.url));
    if (!handler) throw new TypeError("no connection");
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener("abort", () => reject(request.signal.reason));
    });
    return responseOf(await Promise.race([handler(await sentOf(request)), aborted]), request.signal);
  };

  /** What the alarm does, one provider at a time. */
  async function harvestNow(of: string): Promise<boolean> {
    const before = (await book.list()).find((entry) => entry.origin === of);
    if (!before) return false;
    const fetcher = active.fetches?.(wire) ?? wire;
    const carryOut = active.harvests?.(harvest) ?? harvest;
    const outcome = await carryOut(of, before.snapshot, {
      fetch: guardedFetch(fetcher, permissions, SECONDS_PER_FETCH),
      graphs: host.catalogue.graphs,
      now,
    });
    const current = (await book.list()).find((entry) => entry.origin === of);
    const entered = active.enters?.(afterHarvest) ?? afterHarvest;
    if (current) book.write(entered(current, outcome, harvestSeconds, now()));
    void rest();
    return true;
  }

  async function rest(): Promise<void> {
    const due = Math.min(...(await book.list()).map(({ dueAt }) => dueAt));
    if (!Number.isFinite(due)) return;
    await later(Math.max(0, due - Date.now()), undefined, { signal: closed.signal, ref: false }).catch(
      () => undefined,
    );
    // A timer may ring a moment too early.
    if (Date.now() < due && !closed.signal.aborted) return rest();
    const entry = (await book.list()).find(({ dueAt }) => dueAt <= Date.now());
    if (entry && !closed.signal.aborted) {
      book.write({ ...entry, dueAt: Date.now() + harvestSeconds * 1000 });
      await harvestNow(entry.origin);
    }
  }

  const permissions = { loopback: !inPublic };
  const forTests = roles.includes("catalogue") && !inPublic;
  const rooms = roomsOf(roles, forTests);
  const identity = (): NodeIdentity => ({
    origin,
    roles,
    features: featuresOf(rooms),
    endpoints: endpointsOf(rooms),
    limits: {
      ...(rooms.has("discovery")
        ? {
            offersPerPage: PAGE_LIMITS.offers,
            statementsPerPage: PAGE_LIMITS.statements,
            manifestBytes: LIMITS.manifest,
          }
        : {}),
      ...(rooms.has("catalogue") ? { providers: LIMITS.providers } : {}),
      demandBytes: LIMITS.demand,
    },
    publicKey: PUBLIC_KEY,
  });
  const sound: Host = {
    roles,
    discovery: {
      identity,
      operatorToken: token,
      bodyLimit: LIMITS.manifest,
      graphs,
      publication,
      pageLimits: PAGE_LIMITS,
      changesPerPage: PAGE_LIMITS.offers,
    },
    catalogue: {
      identity,
      operatorToken: token,
      book: {
        ...book,
        register: async (of) => {
          const registered = await book.register(of);
          void rest();
          return registered;
        },
      },
      graphs,
      now,
      harvestSeconds,
      mostProviders: LIMITS.providers,
      permissions,
    },
    compatibility: {
      market: rooms.has("catalogue")
        ? async () => ok(await catalogueMarket(book, harvestSeconds, now()))
        : ownMarket(publication, graphs),
      facts: oxigraphFactBase(graphs),
      bodyLimit: LIMITS.demand,
    },
    ...(forTests ? { testing: { operatorToken: token, actions: { harvest: harvestNow } } } : {}),
    log: (message, error) => console.error(message, error),
  };
  let host = sound;
  let app = createNode(host);

  // The fault gets a request of its own: a clone of which nobody reads the body would keep the node from refusing it.
  const door = async (sent: Sent): Promise<Response> => {
    const request = requestOf(sent);
    const asked = (await active.asks?.(requestOf(sent), wire)) ?? request;
    const answer = asked instanceof Response ? asked : await app.fetch(asked);
    return (await active.answers?.(answer, request)) ?? answer;
  };
  const send: Transport = async (sent) => receivedOf(await door(sent));
  parties.set(placeOf(origin), send);

  return {
    origin,
    token,
    send: async (sent) => {
      const party = parties.get(placeOf(sent.url));
      if (!party) throw new Error("no connection");
      return receivedOf(responseOf(await party(sent), closed.signal));
    },
    network: {
      async listen(handler) {
        const at = nextOrigin();
        parties.set(placeOf(at), handler);
        return { origin: at, close: async () => void parties.delete(placeOf(at)) };
      },
    },
    async publish(offers) {
      const headers = {
        authorization: `Bearer ${token}`,
        "content-type": "text/turtle",
        "if-none-match": "*",
      };
      const body = manifest(origin, offers, region(origin));
      const answer = await app.fetch(new Request(`${origin}/manifest`, { method: "PUT", headers, body }));
      if (!answer.ok) throw new Error(await answer.text());
    },
    async neighbour(at, offers) {
      const node: ProviderNode = providerNode({ origin: at, pageLimits: PAGE_LIMITS });
      const put = await node.put(manifest(at, offers, region(at)));
      if (!put.ok) throw new Error(await put.text());
      parties.set(placeOf(at), async (sent) => receivedOf(await node.app.request(requestOf(sent))));
      await book.register(at);
      await harvestNow(at);
    },
    spoilNow() {
      active = spoil;
      host = spoil.host?.(sound) ?? sound;
      app = createNode(host);
    },
    close: () => closed.abort(),
  };
}

/**
 * Where a URL leads in this network: every host with the same port is the same party, over http as well. So what a
 * catalogue must not ask would answer, and only its guard keeps it away.
 */
function placeOf(url: string): string {
  const { hostname, port } = new URL(url);
  return port || hostname;
}

function requestOf({ method, url, headers, body }: Sent): Request {
  return new Request(url, { method, headers, ...(body ? { body, duplex: "half" } : {}) } as RequestInit);
}

async function sentOf(request: Request): Promise<Sent> {
  const body = new Uint8Array(await request.arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  return { method: request.method, url: request.url, headers, ...(body.length > 0 ? { body } : {}) };
}

async function receivedOf(response: Response): Promise<Received> {
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

function responseOf({ status, headers, body }: Reply, signal: AbortSignal): Response {
  const empty = status === 304 || status === 204;
  const whole =
    body instanceof Uint8Array
      ? (body as Uint8Array<ArrayBuffer>)
      : ReadableStream.from<Uint8Array>(body).pipeThrough(new TransformStream(), { signal });
  return new Response(empty ? null : (whole as BodyInit), { status, headers: { ...headers } });
}
