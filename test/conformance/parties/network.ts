// Where the kit's own parties listen: on a port of this machine, or in memory where the target runs in the same process.
import { once } from "node:events";
import { type IncomingMessage, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import type { Received, Sent } from "../http.ts";

/** What a party answers. A body in parts is sent as far as the other side reads it, so it may have no end. */
export type Reply = Omit<Received, "body"> & { readonly body: Uint8Array | AsyncIterable<Uint8Array> };

/** Answers a request; a handler that throws hangs up without an answer. */
export type Handler = (request: Sent) => Reply | Promise<Reply>;

export interface Listening {
  /** Origin at which the target reaches it. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface Network {
  /** It has room for one server at a time. */
  readonly hasRoomForOne?: boolean;
  /** Opens a server that answers at an origin of its own. */
  listen(handler: Handler): Promise<Listening>;
}

export interface ListenSettings {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Public origin by which the target reaches that port, where it is not on this machine. */
  readonly reachedAt?: string | undefined;
}

/** Servers on this machine; at a port that is given, one at a time. */
export function realNetwork({ host, port, reachedAt }: ListenSettings): Network {
  return {
    hasRoomForOne: port !== 0,
    async listen(handler) {
      const server = createServer(async (request, response) => {
        try {
          const { status, headers, body } = await handler(await sentOf(request, origin));
          response.writeHead(status, { ...headers });
          if (body instanceof Uint8Array) response.end(body);
          else await pipeline(body, response);
        } catch {
          response.destroy();
        }
      });
      server.listen(port, host);
      await once(server, "listening");
      const origin = reachedAt ?? `http://localhost:${(server.address() as AddressInfo).port}`;
      return {
        origin,
        async close() {
          const closed = once(server, "close");
          server.close();
          server.closeAllConnections();
          await closed;
        },
      };
    },
  };
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
