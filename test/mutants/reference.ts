// The reference node in memory: all its rooms over memory ports, its harvests on a real clock, and a place for faults.
import { randomBytes, randomUUID } from "node:crypto";
import { ReadableStream, TransformStream } from "node:stream/web";
import { setTimeout as later } from "node:timers/promises";
import { type GuardedFetch, guardedFetch } from "../../functions/edge/guard.ts";
import { harvest } from "../../functions/catalogue/harvest.ts";
import { afterHarvest } from "../../functions/catalogue/schedule.ts";
import { ownMarket } from "../../functions/compatibility/market/own-market.ts";
import { checkEvidence } from "../../functions/catalogue/evidence.ts";
import { AT_ONCE, afterLook, underWay } from "../../functions/catalogue/evidence-schedule.ts";
import {
  type OwnEvidence,
  afterPublishing,
  ownEvidence,
  ownSnapshot,
} from "../../functions/catalogue/own-evidence.ts";
import type { KeptEvidence, Looks, Registration, Snapshot } from "../../functions/catalogue/ports.ts";
import { keptClaims } from "../../functions/compatibility/evidence/kept-claims.ts";
import { verifier } from "../../functions/trust/verifier.ts";
import {
  memoryGraphStore,
  memoryProviderBook,
  memoryPublication,
  memoryTexts,
} from "../../functions/host/memory.ts";
import { askConsent } from "../../functions/delivery/events/handshake.ts";
import { memoryOrders } from "../../functions/host/memory-orders.ts";
import { type Host, createNode } from "../../functions/node.ts";
import { type Role, roomsOf } from "../../functions/roles.ts";
import type { Received, Sent, Transport } from "../conformance/http.ts";
import type { Handler, Network, Reply } from "../conformance/parties/network.ts";
import { type OfferText, manifest } from "../support/manifests.ts";
import { memoryHost } from "../support/host.ts";
import { ringOf } from "../support/issuing.ts";
import { type ProviderNode, providerNode } from "../support/provider.ts";
import type { Spoil } from "./mutant.ts";
import { region } from "./shop.ts";

export interface ReferenceSettings {
  readonly roles: readonly Role[];
  readonly token: string | undefined;
  readonly spoil: Spoil;
  readonly harvestSeconds?: number;
  /** How long it waits for another node's answer; by default two seconds. */
  readonly secondsPerFetch?: number;
  /** DIDs of its runners; by default the kit's. */
  readonly runners?: readonly string[];
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
const LIMITS = { manifest: 2 * 1024 * 1024, demand: 256 * 1024, providers: 6 };
export const PAGE_LIMITS = { offers: 50, statements: 2_000 };
/** Short enough that the kit sees a runner lose its lease. */
const LEASE_SECONDS = 2;
/** Seconds before an event is sent again: short enough that the kit sees it. */
const CALLBACK_PAUSES = [0, 0.2, 0.5, 1];
/** The runner that the kit plays: its key is known to everyone, and opens nothing (RFC 8037, appendix A). */
export const KIT_RUNNER =
  "did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IjExcVlBWUt4Q3JmVlNfN1R5V1FIT2c3aGN2UGFwaU1scndJYWFQY0hVUm8ifQ";
let ports = 20_000;

export function referenceNode(settings: ReferenceSettings): Reference {
  const { roles, token, spoil, harvestSeconds = 900, secondsPerFetch = 2, inPublic = false } = settings;
  const nextOrigin = () => `${inPublic ? "https://open.example" : "http://localhost"}:${ports++}`;
  const origin = nextOrigin();
  const now = () => new Date();
  const graphs = memoryGraphStore();
  const texts = memoryTexts();
  const claims = keptClaims(texts);
  const store = memoryPublication(now);
  let own: OwnEvidence | undefined;
  const publication: typeof store = {
    ...store,
    async publish(proposal) {
      const outcome = await store.publish(proposal);
      if (outcome.ok && !rooms.has("catalogue")) {
        own = afterPublishing(proposal.address ?? proposal.manifest, own, now());
        void lookAtOwn();
      }
      return outcome;
    },
  };
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
      fetch: guardedFetch(fetcher, permissions, secondsPerFetch),
      graphs: host.catalogue.graphs,
      texts,
      now,
    });
    const current = (await book.list()).find((entry) => entry.origin === of);
    const entered = active.enters?.(afterHarvest) ?? afterHarvest;
    if (current) {
      book.write(entered(current, outcome, harvestSeconds, now()));
      await lookNow(of);
    }
    void rest();
    return true;
  }

  /** Looks at some of the credentials of a provider that are due. */
  async function lookNow(of: string): Promise<void> {
    const entry = (await book.list()).find(({ origin: at }) => at === of);
    if (!entry?.snapshot || !entry.looks) return;
    const { snapshot, looks, evidence: before } = entry;
    book.write({ ...entry, looks: underWay(looks, harvestSeconds, now()) });
    const found = await look(snapshot, before, looks);
    const current = (await book.list()).find(({ origin: at }) => at === of);
    if (current?.snapshot?.digest !== snapshot.digest) return;
    const next = afterLook({ looks, snapshot, before, found }, harvestSeconds, now());
    book.write({ ...current, evidence: found, looks: next });
  }

  function look(snapshot: Snapshot, before: KeptEvidence | undefined, { since }: Looks) {
    const fetcher = guardedFetch(active.fetches?.(wire) ?? wire, permissions, secondsPerFetch);
    const ports = { fetch: fetcher, verify: verifier(host.trust), texts, claims, now };
    const carryOut = active.looks?.(checkEvidence) ?? checkEvidence;
    return carryOut(snapshot, before, ports, { ...AT_ONCE, since });
  }

  /** What the alarm of a provider's own node does: it looks at the credentials of its manifest that are due. */
  async function lookAtOwn(): Promise<void> {
    const head = await store.head();
    if (!head || !own || closed.signal.aborted) return;
    const { looks, address, evidence: before } = own;
    const snapshot = await ownSnapshot(head, address, { graphs, texts });
    if (!snapshot) return;
    const found = await look(snapshot, before, looks);
    // Published again meanwhile: that look is on its way.
    if (own.looks.since !== looks.since) return;
    const next = afterLook({ looks, snapshot, before, found }, harvestSeconds, now());
    own = { ...own, looks: next, version: head.digest, evidence: found };
    await later(Math.max(1, next.dueAt - Date.now()), undefined, { signal: closed.signal, ref: false }).catch(
      () => undefined,
    );
    if (own.looks === next) await lookAtOwn();
  }

  /** When something of a provider is due. */
  const dueOf = ({ dueAt, looks }: Registration) => Math.min(dueAt, looks?.dueAt ?? dueAt);

  async function rest(): Promise<void> {
    const due = Math.min(...(await book.list()).map(dueOf));
    if (!Number.isFinite(due)) return;
    await later(Math.max(0, due - Date.now()), undefined, { signal: closed.signal, ref: false }).catch(
      () => undefined,
    );
    // A timer may ring a moment too early.
    if (Date.now() < due && !closed.signal.aborted) return rest();
    const [entry] = (await book.list()).toSorted((a, b) => dueOf(a) - dueOf(b));
    if (!entry || dueOf(entry) > Date.now() || closed.signal.aborted) return;
    if (entry.dueAt > dueOf(entry)) {
      await lookNow(entry.origin);
      void rest();
    } else {
      book.write({ ...entry, dueAt: Date.now() + harvestSeconds * 1000 });
      await harvestNow(entry.origin);
    }
  }

  const permissions = { loopback: !inPublic };
  const reach: GuardedFetch = (url, options) =>
    guardedFetch(active.fetches?.(wire) ?? wire, permissions, secondsPerFetch)(url, options);
  const forTests = roles.includes("catalogue") && !inPublic;
  const rooms = roomsOf(roles);
  const { signerOf } = ringOf();
  const orders = memoryOrders(
    { now, leaseSeconds: LEASE_SECONDS, retrievalSeconds: 30 * 86_400 },
    { fetch: reach, signerOf, chance: Math.random, nonce: () => randomUUID(), pauses: CALLBACK_PAUSES },
  );
  const sound: Host = {
    ...memoryHost({
      origin,
      roles,
      operatorToken: token,
      now,
      fetch: reach,
      loopback: permissions.loopback,
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
      bytes: LIMITS,
      graphs,
      publication,
      pageLimits: PAGE_LIMITS,
      book: {
        ...book,
        register: async (of) => {
          const registered = await book.register(of);
          void rest();
          return registered;
        },
      },
      claims,
      harvestSeconds,
      secret: randomBytes(32),
      chance: (bytes) => randomBytes(bytes),
      ...(rooms.has("catalogue")
        ? {}
        : {
            market: ownMarket(publication, graphs, async (version) =>
              ownEvidence(own, version, harvestSeconds, now()),
            ),
          }),
      delivery: {
        ...orders,
        runners: settings.runners ?? [KIT_RUNNER],
        shakeHands: (callback, from) => askConsent(callback, from, { fetch: reach }),
      },
      ...(forTests ? { actions: { harvest: harvestNow } } : {}),
    }),
    log: (message, error) => console.error(message, error),
  };
  let host = sound;
  let app = createNode(host);

  // The fault gets a request of its own: a clone of which nobody reads the body would keep the node from refusing it.
  const door = async (sent: Sent): Promise<Response> => {
    const request = requestOf(sent);
    const asked = (await active.asks?.(requestOf(sent), wire)) ?? request;
    const answer = asked instanceof Response ? asked : await app.fetch(asked);
    return (await active.answers?.(answer, requestOf(sent))) ?? answer;
  };
  const send: Transport = async (sent) => receivedOf(await door(sent), sent.listen);
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

async function receivedOf(response: Response, listen?: Sent["listen"]): Promise<Received> {
  const body = listen ? await heard(response, listen) : new Uint8Array(await response.arrayBuffer());
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

/** What comes of an answer that need not end. */
async function heard(
  { body }: Response,
  { isEnough, milliseconds }: NonNullable<Sent["listen"]>,
): Promise<Uint8Array> {
  const reader = body?.getReader();
  const timer = setTimeout(() => void reader?.cancel(), milliseconds);
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const next = await reader?.read();
    if (next?.value) text += decoder.decode(next.value, { stream: true });
    if (!next || next.done || isEnough(text)) break;
  }
  clearTimeout(timer);
  await reader?.cancel();
  return new TextEncoder().encode(text);
}
