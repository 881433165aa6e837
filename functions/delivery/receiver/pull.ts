// Events fetched from where they are kept: the way to what no callback brought.
import type { FetchRefusal, GuardedFetch } from "../../edge/guard.ts";
import { type MessageSigner, REQUEST_TAG, signedHeaders } from "../../edge/http-signature.ts";
import { type Json, type JsonRefusal, isObject, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";

export type PullRefusal =
  | FetchRefusal
  | JsonRefusal
  | { code: "events-refused"; status: number }
  | { code: "events-unreadable"; reason: string };

/** The events of an order behind this number, as they were sent; empty when there are none yet. */
export type Pull = (source: string, after: number) => Promise<Result<readonly Json[], PullRefusal>>;

export interface PullPorts {
  readonly fetch: GuardedFetch;
  /** Of the customer: a provider shows events to nobody else. */
  readonly signer: MessageSigner;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly nonce: () => string;
}

/** Bytes of an answer. */
const LIMIT = 4 * 1024 * 1024;

/** Fetches `{source}/events?after={n}`, signed. */
export function puller(ports: PullPorts): Pull {
  const { signer, now, nonce } = ports;
  return async (source, after) => {
    const url = `${source}/events?after=${after}`;
    const how = { tag: REQUEST_TAG, created: Math.floor(now() / 1000), nonce: nonce() } as const;
    const headers = await signedHeaders({ method: "GET", url }, signer, how);
    const fetched = await ports.fetch(url, {
      accept: "application/json",
      limit: LIMIT,
      redirects: 0,
      headers,
    });
    if (!fetched.ok) return fetched;
    const { status, text } = fetched.value;
    if (status !== 200) return refused({ code: "events-refused", status });
    const json = parseJson(text);
    if (!json.ok) return json;
    const events = isObject(json.value) ? json.value["events"] : undefined;
    return Array.isArray(events)
      ? ok(events)
      : refused({ code: "events-unreadable", reason: "it has no list of events" });
  };
}
