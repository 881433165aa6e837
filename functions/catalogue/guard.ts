// The guard on every fetch to an address that a stranger named: scheme, host, redirects, size and time.
import ipaddr from "ipaddr.js";
import { type BodyRefusal, readText } from "../edge/body.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import type { FetchOptions, FetchedDocument, GuardedFetch } from "./ports.ts";

export type FetchRefusal =
  | BodyRefusal
  | { code: "address-not-permitted"; url: string; reason: string }
  | { code: "too-many-redirects"; url: string }
  | { code: "unreachable"; url: string; reason: string }
  | { code: "too-slow"; url: string; seconds: number };

export interface Permissions {
  /** Plain http and loopback addresses: only for a federation on one machine. */
  readonly loopback: boolean;
}

const MAX_REDIRECTS = 3;
const SECONDS = 10;
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
  if (address === undefined && !host.includes(".")) return no("not a public name");
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
 * A fetch that follows at most three redirects, each to a permitted address, and reads at most `limit` bytes;
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
    { accept, ifNoneMatch, limit }: FetchOptions,
    signal: AbortSignal,
  ): Promise<Result<FetchedDocument, FetchRefusal>> {
    const headers = {
      Accept: accept,
      "User-Agent": "mpli-harvester/0.1",
      ...(ifNoneMatch ? { "If-None-Match": ifNoneMatch } : {}),
    };
    let url = start;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const target = permitted(url, permissions);
      if (!target.ok) return target;
      try {
        const response = await fetcher(target.value, { headers, redirect: "manual", signal });
        const location = response.headers.get("location");
        if (!location || response.status < 300 || response.status > 399 || response.status === 304)
          return await read(response, limit);
        await response.body?.cancel();
        url = new URL(location, url).href;
      } catch (error) {
        return refused(explain(error, url, seconds));
      }
    }
    return refused({ code: "too-many-redirects", url: start });
  }
}

async function read(response: Response, limit: number): Promise<Result<FetchedDocument, FetchRefusal>> {
  // fetch has undone the content encoding already; the header only tells what was on the wire.
  const text = await readText({ body: response.body, headers: new Headers() }, limit);
  if (!text.ok) {
    await response.body?.cancel().catch(() => undefined);
    return text;
  }
  const contentType = response.headers.get("content-type");
  const etag = response.headers.get("etag");
  return ok({
    status: response.status,
    text: text.value,
    ...(contentType ? { contentType } : {}),
    ...(etag ? { etag } : {}),
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
