// Faults of a catalogue in a few words: of its book of providers, of its harvests, and of what it hears from providers.
import type { HarvestRefusal } from "../../functions/catalogue/harvest.ts";
import type { ProviderBook, Registration, Snapshot } from "../../functions/catalogue/ports.ts";
import { didOf } from "../../functions/discovery/node-document.ts";
import { type On, refusal } from "./faults.ts";
import type { Spoil } from "./mutant.ts";

/** Keeps its book of providers otherwise. */
export function keeping(change: (book: ProviderBook) => Partial<ProviderBook>): Spoil {
  return {
    host: (host) => {
      const { book } = host.catalogue;
      return { ...host, catalogue: { ...host.catalogue, book: { ...book, ...change(book) } } };
    },
  };
}

/** Shows other entries than there are in its book. */
export function listing(change: (entry: Registration) => Registration): Spoil {
  return keeping((book) => ({ list: async () => (await book.list()).map(change) }));
}

/** Shows other snapshots than there are in its book. */
export function showing(change: (snapshot: Snapshot, entry: Registration) => Snapshot): Spoil {
  return listing((entry) => (entry.snapshot ? { ...entry, snapshot: change(entry.snapshot, entry) } : entry));
}

/** Takes for good a harvest that it should reject for this reason, where `also` agrees. */
export function accepting(
  code: HarvestRefusal["code"],
  also: (refusal: HarvestRefusal, origin: string) => boolean = () => true,
): Spoil {
  return {
    harvests: (sound) => async (origin, previous, ports) => {
      const outcome = await sound(origin, previous, ports);
      if (outcome.ok || outcome.refusal.code !== code || !also(outcome.refusal, origin)) return outcome;
      return { ok: true, value: previous ?? nothing(origin, ports.now()) };
    },
  };
}

/** Rejects a harvest that has succeeded when one of the stored graphs, as N-Quads, holds what it does not like. */
export function rejecting(dislikes: (nquads: string) => boolean): Spoil {
  return {
    harvests: (sound) => async (origin, previous, ports) => {
      let isDisliked = false;
      const put = async (digest: string, nquads: string) => {
        isDisliked ||= dislikes(nquads);
        await ports.graphs.put(digest, nquads);
      };
      const outcome = await sound(origin, previous, { ...ports, graphs: { ...ports.graphs, put } });
      return isDisliked && outcome.ok ? { ok: false, refusal: { code: "no-manifest-node" } } : outcome;
    },
  };
}

/** A snapshot of what was never read. */
function nothing(origin: string, now: Date): Snapshot {
  return {
    provider: didOf(origin),
    manifest: `${origin}/manifest`,
    digest: "0".repeat(64),
    documents: [],
    harvestedAt: now.toISOString(),
  };
}

/** Hears another node document than was sent; `origin` is the provider's. */
export function hearingNode(change: (node: Record<string, unknown>, origin: string) => void): Spoil {
  return {
    fetches: (wire) => async (input, init) => {
      const request = new Request(input as RequestInfo, init);
      const answer = await wire(request);
      const { pathname, origin } = new URL(request.url);
      if (pathname !== "/.well-known/mpli" || !/json/.test(answer.headers.get("content-type") ?? ""))
        return answer;
      const node = (await answer.json()) as Record<string, unknown>;
      change(node, origin);
      return new Response(JSON.stringify(node), { status: answer.status, headers: answer.headers });
    },
  };
}

/** Follows these redirects by itself, before any guard sees them. */
export function following(isFollowed: (target: URL, hops: number) => boolean): Spoil {
  return {
    fetches: (wire) => async (input, init) => {
      const request = new Request(input as RequestInfo, init);
      let answer = await wire(request);
      let { url } = request;
      for (let hops = 1; ; hops++) {
        const location = answer.headers.get("location");
        if (!location || !isFollowed(new URL(location, url), hops)) return answer;
        url = new URL(location, url).href;
        const { headers, signal } = request;
        answer = await wire(url, { headers, signal });
      }
    },
  };
}

/** Answers a registration of such an address with 201, whatever it is. */
export function registering(isTaken: (url: string) => boolean): Spoil {
  return onRegistration((url) => (isTaken(url) ? Response.json({ url }, { status: 201 }) : undefined));
}

/** Answers a registration by its address. */
export function onRegistration(answer: (url: string) => Response | undefined): Spoil {
  return {
    asks: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname !== "/providers" || request.method !== "POST") return request;
      const [, url] = /"url":"([^"]*)"/.exec(await request.clone().text()) ?? [];
      return (url !== undefined && answer(url)) || request;
    },
  };
}

/** Wants a token where everybody may read. */
export function closed(where: On): Spoil {
  return {
    asks: (request) =>
      where(request) && !request.headers.has("authorization")
        ? refusal(401, "operator-only", { "www-authenticate": "Bearer" })
        : request,
  };
}

/** Hears another query than was asked. */
export function hearingQuery(where: On, change: (query: URLSearchParams) => void): Spoil {
  return {
    asks: (request) => {
      if (!where(request)) return request;
      const url = new URL(request.url);
      change(url.searchParams);
      return new Request(url, request);
    },
  };
}
