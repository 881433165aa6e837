// Where the kit's own parties listen: on a port of this machine, or in memory where the target runs in the same process.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import type { Received, Sent } from "../http.ts";
import { Undecided } from "../outcome.ts";

/** What a party answers. A body in parts is sent as far as the other side reads it, so it may have no end. */
export type Reply = Omit<Received, "body"> & { readonly body: Uint8Array | AsyncIterable<Uint8Array> };

/** Answers a request; a handler that throws hangs up without an answer. */
export type Handler = (request: Sent) => Reply | Promise<Reply>;

export interface Listening {
  /** Origin at which the target reaches it. */
  readonly origin: string;
  /** Where the origin is that of one server after another: the same object for all of them. */
  readonly place?: object;
  close(): Promise<void>;
}

export interface Network {
  /** Its origins are few: one server waits for another to be closed. */
  readonly isNarrow?: boolean;
  /** Opens a server that answers at an origin; at one of its own, unless the network is narrow. */
  listen(handler: Handler): Promise<Listening>;
}

/** Where the kit's parties listen, and how the target gets there. */
export interface Place {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Public origin by which the target reaches that port; each party has a name of its own where it has a `*`. */
  readonly reachedAt?: string | undefined;
}

/** Why a case could not be run, and how it could. */
export const NEEDS_ORIGINS =
  "it needs more parties at a time, or one whose origin does not come again: --reached-at 'https://*.me.example', or several pairs of --listen and --reached-at";

/** Servers on this machine. At a port that is given there is one at a time, unless its origin has a `*`. */
export function realNetwork(places: readonly Place[]): Network {
  const taken = new Set<Place>();
  const named = new Map<Place, NamedParties>();
  return {
    isNarrow: places.every(({ port, reachedAt }) => port !== 0 && !reachedAt?.includes("*")),
    async listen(handler) {
      const place = places.find((each) => !taken.has(each));
      if (!place) throw new Undecided("untested", NEEDS_ORIGINS);
      const { port, reachedAt } = place;
      if (reachedAt?.includes("*")) {
        const parties = named.get(place) ?? new NamedParties();
        named.set(place, parties);
        return parties.open(handler, place, reachedAt);
      }
      if (port !== 0) taken.add(place);
      const server = serverOf(handler, () => origin);
      await listening(server, place);
      const origin = reachedAt ?? `http://localhost:${(server.address() as AddressInfo).port}`;
      return {
        origin,
        ...(port === 0 ? {} : { place }),
        async close() {
          await closed(server);
          taken.delete(place);
        },
      };
    },
  };
}

/** Parties behind one port, each by its own name: the target's requests tell in `Host` whom they are for. */
class NamedParties {
  readonly #handlers = new Map<string, Handler>();
  #server: Promise<Server> | undefined;

  async open(handler: Handler, place: Place, pattern: string): Promise<Listening> {
    const { origin, host } = new URL(pattern.replace("*", `party-${randomBytes(4).toString("hex")}`));
    this.#handlers.set(host, handler);
    this.#server ??= this.#listen(place);
    await this.#server;
    return {
      origin,
      close: async () => {
        this.#handlers.delete(host);
        if (this.#handlers.size > 0) return;
        const server = await this.#server;
        this.#server = undefined;
        if (server) await closed(server);
      },
    };
  }

  async #listen(place: Place): Promise<Server> {
    const dispatch: Handler = (request) => {
      const handler = this.#handlers.get(new URL(request.url).host);
      if (!handler) throw new Error("nobody has this name");
      return handler(request);
    };
    const scheme = new URL((place.reachedAt ?? "").replace("*", "party")).protocol;
    const server = serverOf(dispatch, ({ headers }) => `${scheme}//${headers.host ?? "nobody"}`);
    await listening(server, place);
    return server;
  }
}

function serverOf(handler: Handler, originOf: (request: IncomingMessage) => string): Server {
  return createServer(async (request, response) => {
    try {
      const { status, headers, body } = await handler(await sentOf(request, originOf(request)));
      response.writeHead(status, { ...headers });
      if (body instanceof Uint8Array) response.end(body);
      else await pipeline(body, response);
    } catch {
      response.destroy();
    }
  });
}

async function listening(server: Server, { host, port }: Place): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}

async function closed(server: Server): Promise<void> {
  const end = once(server, "close");
  server.close();
  server.closeAllConnections();
  await end;
}

async function sentOf(request: IncomingMessage, origin: string): Promise<Sent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const { method = "GET", url = "/" } = request;
  return { method, url: new URL(url, origin).href, headers, ...(body.length > 0 ? { body } : {}) };
}
