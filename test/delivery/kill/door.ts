// The door that everyone goes through to a node that dies: it sees what comes and what is answered, and kills at a named point.
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/** Moments in the life of a request or of an event; the node dies in each. */
export const POINTS = {
  "before-inbox": "a request is on its way, and does not arrive",
  "in-inbox": "a request arrives, and what becomes of it nobody knows",
  "after-commit": "a request is answered, and nobody hears the answer",
  answered: "the answer has been heard",
  "before-delivery": "an event is on its way to the callback, which does not take it",
  "after-delivery": "the callback has taken an event, and the node does not hear that",
} as const;
export type Point = keyof typeof POINTS;

/** Requests that change something. */
export const REQUESTS = {
  order: /^PUT \/orders\/[^/]+$/,
  verification: /^POST \/orders\/[^/]+\/agreement\/verification$/,
  operation: /^POST \/orders\/[^/]+\/operations\//,
  lease: /^POST \/jobs\/lease$/,
  report: /^POST \/jobs\/[^/]+\/events$/,
} as const;
export type RequestKind = keyof typeof REQUESTS;

export interface Moment {
  readonly point: Point;
  /** Of points in the life of a request. */
  readonly request?: RequestKind;
  /** How many such moments pass before. */
  readonly after: number;
  /** Milliseconds from the arrival of a request. */
  readonly pause: number;
}

/** Sends a request that the node has answered with success again, as it was; what is wrong with the answer now. */
export type Acknowledged = () => Promise<string | undefined>;

interface Armed extends Moment {
  left: number;
  readonly fire: () => Promise<void>;
}

export async function openDoor() {
  const acknowledged: Acknowledged[] = [];
  let armed: Armed | undefined;
  let port = 0;

  /** Whether the node dies now; it is dead when this resolves. */
  async function dies(point: Point, kind?: RequestKind): Promise<boolean> {
    const moment = armed;
    if (moment?.point !== point || moment.request !== kind || moment.left-- > 0) return false;
    armed = undefined;
    if (point === "in-inbox") await sleep(moment.pause);
    await moment.fire();
    return true;
  }

  function forward({ method, url: path, headers }: IncomingMessage, body: Buffer, signal?: AbortSignal) {
    const way = { hostname: "127.0.0.1", port, agent: false, ...(signal ? { signal } : {}) };
    const sent = request({ ...way, method, path, headers });
    const answer = once(sent, "response").then(async ([response]: IncomingMessage[]) => {
      const { statusCode: status = 0, headers: fields } = response as IncomingMessage;
      return { status, fields, body: await buffer(response as IncomingMessage) };
    });
    sent.end(body);
    return answer;
  }

  async function handle(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    const line = `${asked.method} ${asked.url}`;
    const [kind] = Object.entries(REQUESTS).find(([, pattern]) => pattern.test(line)) ?? [];
    const request = kind as RequestKind | undefined;
    if (request && (await dies("before-inbox", request))) return void response.destroy();
    // Whoever has gone waits for nothing any more.
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const answering = forward(asked, body, gone.signal);
    if (request) void dies("in-inbox", request);
    const answer = await answering.catch(() => undefined);
    if (!answer) return void response.destroy();
    const { status, fields } = answer;
    const isTaken = request !== undefined && status >= 200 && status < 300 && status !== 204;
    // Whoever leases again is given another job, and a sign of life says nothing that could be lost.
    if (isTaken && request !== "lease" && !body.includes('"events":[]'))
      acknowledged.push(async () => {
        const again = await forward(asked, body);
        return again.status < 300 ? undefined : `${line}: ${body} ${again.body}`;
      });
    if (isTaken && (await dies("after-commit", request))) return void response.destroy();
    response.writeHead(status, fields).end(answer.body);
    if (isTaken) void dies("answered", request);
  }

  const server = createServer((asked, response) => void handle(asked, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://localhost:${(server.address() as { port: number }).port}`,
    acknowledged,
    dies,
    leadsTo: (origin: string) => void (port = Number(new URL(origin).port)),
    /** Has the node killed at a moment; resolves when it is dead. */
    async killAt(moment: Moment, kill: () => Promise<void>): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const fire = async () => {
        await kill();
        resolve();
      };
      armed = { ...moment, left: moment.after, fire };
      await promise;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export type Door = Awaited<ReturnType<typeof openDoor>>;
