// The customer's end of an order: callbacks in, gaps closed by fetching, each event applied once and in its turn.
import { type BodyRefusal, readBytes } from "../../edge/body.ts";
import { CALLBACK_TAG } from "../../edge/http-signature.ts";
import { problemResponse } from "../../edge/problem.ts";
import { type Json, type JsonRefusal, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type CallerPorts, type CallerRefusal, callerOf } from "../../trust/caller.ts";
import { EVENT_MEDIA_TYPE } from "../events/callback.ts";
import { type EventRefusal, readEvent } from "../events/event.ts";
import type { Pull, PullRefusal } from "./pull.ts";
import { RECEIVER_PROBLEMS } from "./refusals.ts";
import type { ReceiverStore } from "./store.ts";
import { type TakeRefusal, type Taken, take } from "./take.ts";

export type ReceiverRefusal =
  | CallerRefusal
  | BodyRefusal
  | JsonRefusal
  | EventRefusal
  | TakeRefusal
  | { code: "unsupported-media-type"; received: string; supported: readonly string[] }
  | { code: "no-such-order"; source: string }
  | { code: "not-the-provider"; source: string; caller: string };

export type PollRefusal =
  | PullRefusal
  | EventRefusal
  | TakeRefusal
  | { code: "no-such-order"; source: string };

export interface ReceiverPorts extends CallerPorts {
  readonly store: ReceiverStore;
  readonly pull: Pull;
  /** The DID of the provider of an order that was placed, by the order's address; undefined for any other address. */
  readonly providerOf: (source: string) => string | undefined;
  /** Whether events from this host are wanted: asked before the first. */
  readonly allows: (host: string) => boolean;
  /** Keeps the process awake until this is done, as `waitUntil` does. */
  readonly later: (work: Promise<unknown>) => void;
}

export interface Receiver {
  /** Answers the requests that come to the callback address. */
  readonly receive: (request: Request) => Promise<Response>;
  /** Fetches what is new of an order; how many events were applied. To call it now and then makes up for every callback. */
  readonly poll: (source: string) => Promise<Result<number, PollRefusal>>;
}

/** Bytes of one event. */
const LIMIT = 256 * 1024;
/** Of one poll: a provider that gives a page for ever is left after so many. */
const MOST_PAGES = 1000;

/** A receiver of events. It rejects only where the store throws; the event then counts as not received. */
export function receiver(ports: ReceiverPorts): Receiver {
  const { store, pull, providerOf } = ports;
  const underWay = new Set<string>();

  async function poll(source: string): Promise<Result<number, PollRefusal>> {
    if (providerOf(source) === undefined) return refused({ code: "no-such-order", source });
    const first = store.head(source).sequence;
    for (let page = 0; page < MOST_PAGES; page++) {
      const before = store.head(source).sequence;
      const pulled = await pull(source, before);
      if (!pulled.ok) return pulled;
      for (const json of pulled.value) {
        const taken = takeFrom(source, json);
        if (!taken.ok) return taken;
      }
      if (store.head(source).sequence === before) break;
    }
    return ok(store.head(source).sequence - first);
  }

  function takeFrom(source: string, json: Json): Result<Taken, EventRefusal | TakeRefusal> {
    const event = readEvent(json);
    if (!event.ok) return event;
    return event.value.event.source === source
      ? take(event.value, store)
      : refused({ code: "malformed-event", member: "source" });
  }

  /** Closes a gap; at most one such work for an order at a time. */
  async function repair(source: string): Promise<void> {
    if (underWay.has(source)) return;
    underWay.add(source);
    try {
      await poll(source);
    } finally {
      underWay.delete(source);
    }
  }

  async function heard(request: Request): Promise<Result<Taken, ReceiverRefusal>> {
    const received = request.headers.get("content-type") ?? "none";
    if (received.split(";")[0]?.trim().toLowerCase() !== EVENT_MEDIA_TYPE)
      return refused({
        code: "unsupported-media-type",
        received: received.slice(0, 100),
        supported: [EVENT_MEDIA_TYPE],
      });
    const body = await readBytes(request, LIMIT);
    if (!body.ok) return body;
    const caller = await callerOf(request, body.value, ports, CALLBACK_TAG);
    if (!caller.ok) return caller;
    const json = readJson(body.value);
    if (!json.ok) return json;
    const event = readEvent(json.value);
    if (!event.ok) return event;
    const { source } = event.value.event;
    const provider = providerOf(source);
    if (provider === undefined) return refused({ code: "no-such-order", source: source.slice(0, 200) });
    const { did } = caller.value;
    if (provider !== did) return refused({ code: "not-the-provider", source, caller: did.slice(0, 200) });
    const taken = take(event.value, store);
    if (taken.ok && taken.value === "waiting") ports.later(repair(source));
    return taken;
  }

  async function receive(request: Request): Promise<Response> {
    if (request.method === "OPTIONS") return consent(request, ports.allows);
    if (request.method !== "POST")
      return new Response(null, { status: 405, headers: { Allow: "POST, OPTIONS" } });
    const taken = await heard(request);
    if (!taken.ok) return problemResponse(taken.refusal, RECEIVER_PROBLEMS);
    return new Response(null, { status: taken.value === "waiting" ? 202 : 200 });
  }

  return { receive, poll };
}

/** CloudEvents HTTP 1.1 Web Hooks §4.2: without the field, there is no consent. */
function consent(request: Request, allows: (host: string) => boolean): Response {
  const host = request.headers.get("webhook-request-origin")?.trim().toLowerCase();
  const allowed = host !== undefined && allows(host);
  const headers = {
    "WebHook-Allowed-Origin": host ?? "",
    "WebHook-Allowed-Rate": "*",
    Allow: "POST, OPTIONS",
  };
  return new Response(null, allowed ? { status: 200, headers } : { status: 403 });
}

function readJson(body: Uint8Array): Result<Json, JsonRefusal | { code: "not-utf-8" }> {
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    return refused({ code: "not-utf-8" });
  }
}
