// The guard on every fetch to an address that a stranger named: scheme, host, redirects, size and time.
import ipaddr from "ipaddr.js";
import { type Result, ok, refused } from "../kernel/result.ts";
import { type BodyRefusal, readText } from "./body.ts";

export type FetchRefusal =
  | BodyRefusal
  | { code: "address-not-permitted"; url: string; reason: string }
  | { code: "too-many-redirects"; url: string }
  | { code: "unreachable"; url: string; reason: string }
  | { code: "too-slow"; url: string; seconds: number };

export interface FetchedDocument {
  readonly status: number;
  readonly contentType?: string;
  readonly etag?: string;
  /** `Retry-After`, as it was sent (RFC 9110 §10.2.3). */
  readonly retryAfter?: string;
  /** `WebHook-Allowed-Origin`, as it was sent (CloudEvents HTTP 1.1 Web Hooks §4.2.1). */
  readonly allowedOrigin?: string;
  readonly text: string;
}

export interface FetchOptions {
  readonly accept: string;
  readonly ifNoneMatch?: string;
  /** Bytes. */
  readonly limit: number;
  /** How many redirects may be followed; three unless stated. */
  readonly redirects?: number;
  /** Makes it a POST of this body. It goes to the address that was named or to none: no redirect is followed. */
  readonly post?: { readonly contentType: string; readonly body: string };
  /** Makes it a question about the address itself; no redirect is followed. */
  readonly method?: "OPTIONS";
  /** Besides those that follow from the other options. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body of the answer does not matter and is not read. */
  readonly discard?: true;
}

/** A way out that keeps its promises: only permitted addresses, bounded size, time and redirects. */
export type GuardedFetch = (
  url: string,
  options: FetchOptions,
) => Promise<Result<FetchedDocument, FetchRefusal>>;

export interface Permissions {
  /** Plain http and loopback addresses: only for a federation on one machine. */
  readonly loopback: boolean;
}

const MAX_REDIRECTS = 3;
const SECONDS = 10;
/** Names of private networks (RFC 6762, RFC 8375, RFC 9476, ICANN's reservations) and of no network at all. */
const PRIVATE_NAME = /\.(local|localdomain|internal|intranet|private|lan|corp|home|home\.arpa|onion)$/;
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether this URL may be asked at all. Names that resolve to private addresses are stopped one layer below: on
 * Cloudflare by the platform, self-hosted by the network service of the generated configuration, which allows
 * public addresses only.
 */
export function permitted(url: string, { loopback }: Permissions): Result<URL, FetchRefusal> {
  const no = (reason: string) =>
    refused({ code: "address-not-permitted" as const, url: url.slice(0, 200), reason });
  const parsed = URL.parse(url);
  if (!parsed) return no("not a URL");
  if (parsed.username || parsed.password) return no("the URL carries credentials");
  // A name may end in the root's dot (RFC 3986 §3.2.2): "localhost." is localhost.
  const host = parsed.hostname.replace(/^\[|\]$|\.+$/g, "");
  const local = host === "localhost" || host.endsWith(".localhost");
  const address = ipaddr.isValid(host) ? rangeOf(host) : undefined;
  if (loopback && (local || address === "loopback"))
    return parsed.protocol === "http:" || parsed.protocol === "https:"
      ? ok(parsed)
      : no("only http and https");
  if (parsed.protocol !== "https:") return no("only https");
  if (local || (address !== undefined && address !== "unicast")) return no("not a public address");
  if (address === undefined && (!host.includes(".") || PRIVATE_NAME.test(host)))
    return no("not a public name");
  return ok(parsed);
}

/** The special range of an IP address, or "unicast"; of IPv6 only 2000::/3 has been given out as that (RFC 4291 §2.4). */
function rangeOf(host: string): string {
  const address = ipaddr.process(host);
  const range = address.range();
  if (address instanceof ipaddr.IPv4 || range !== "unicast") return range;
  return address.match(GLOBAL_UNICAST) ? range : "reserved";
}

/**
 * A fetch that follows at most a few redirects, each to a permitted address, and reads at most `limit` bytes;
 * all of it within `seconds`.
 */
export function guardedFetch(
  fetcher: typeof fetch,
  permissions: Permissions,
  seconds = SECONDS,
): GuardedFetch {
  return (start, options) => {
    const deadline = new AbortController();
    const late = () => deadline.abort(new DOMException("too slow", "TimeoutError"));
    const timer = setTimeout(late, seconds * 1000);
    // A timer that is left behind keeps a Durable Object awake until it rings.
    return follow(start, options, deadline.signal).finally(() => clearTimeout(timer));
  };

  async function follow(
    start: string,
    options: FetchOptions,
    signal: AbortSignal,
  ): Promise<Result<FetchedDocument, FetchRefusal>> {
    const { accept, ifNoneMatch, post, method, redirects = MAX_REDIRECTS } = options;
    const headers = {
      ...options.headers,
      Accept: accept,
      "User-Agent": "mpli-node/0.1",
      ...(ifNoneMatch ? { "If-None-Match": ifNoneMatch } : {}),
      ...(post ? { "Content-Type": post.contentType } : {}),
    };
    const sent = post ? { method: "POST", body: post.body } : method ? { method } : {};
    const hops = post || method ? 0 : redirects;
    let url = start;
    for (let hop = 0; hop <= hops; hop++) {
      const target = permitted(url, permissions);
      if (!target.ok) return target;
      try {
        const response = await fetcher(target.value, { ...sent, headers, redirect: "manual", signal });
        const location = response.headers.get("location");
        if (!location || response.status < 300 || response.status > 399 || response.status === 304)
          return await read(response, options);
        await response.body?.cancel();
        url = new URL(location, url).href;
      } catch (error) {
        return refused(explain(error, url, seconds));
      }
    }
    return refused({ code: "too-many-redirects", url: start });
  }
}

async function read(
  response: Response,
  { limit, discard }: FetchOptions,
): Promise<Result<FetchedDocument, FetchRefusal>> {
  const body = discard ? null : response.body;
  if (discard) await response.body?.cancel();
  // fetch has undone the content encoding already; the header only tells what was on the wire.
  const text = await readText({ body, headers: new Headers() }, limit);
  if (!text.ok) {
    await response.body?.cancel().catch(() => undefined);
    return text;
  }
  const contentType = response.headers.get("content-type");
  const etag = response.headers.get("etag");
  const retryAfter = response.headers.get("retry-after");
  const allowedOrigin = response.headers.get("webhook-allowed-origin");
  return ok({
    status: response.status,
    text: text.value,
    ...(contentType ? { contentType } : {}),
    ...(etag ? { etag } : {}),
    ...(retryAfter ? { retryAfter } : {}),
    ...(allowedOrigin ? { allowedOrigin } : {}),
  });
}

function explain(error: unknown, url: string, seconds: number): FetchRefusal {
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || name === "AbortError") return { code: "too-slow", url, seconds };
  return {
    code: "unreachable",
    url,
    reason: error instanceof Error ? error.message.slice(0, 200) : "no connection",
  };
}
