// Faults in how orders are read and agreed upon: refusals that are passed over, and spoilt ports of delivery.
import type { OrderPort } from "../../functions/delivery/ports.ts";
import type { Host } from "../../functions/node.ts";
import { on, refusal } from "./faults.ts";
import type { Json } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

type Ports = NonNullable<Host["delivery"]>;

export const ordersAt = /^\/orders\/[^/]+$/;
export const places = on(ordersAt, "PUT");
export const looks = on(ordersAt, "GET");
export const accepts = on(/\/agreement\/acceptance$/, "POST");
export const ends = on(/\/agreement\/termination$/, "POST");
export const verifies = on(/\/agreement\/verification$/, "POST");

/** What a fault is decided by: the request, the token in its body, and the problem document that answers it. */
export interface Heard {
  readonly request: Request;
  readonly body: string;
  readonly header: Json;
  readonly payload: Json;
  readonly problem: Json;
}

async function heard(request: Request, problem: Json = {}): Promise<Heard> {
  const body = await request.clone().text();
  const [header = "", payload = ""] = body.split(".");
  return { request, body, header: partOf(header), payload: partOf(payload), problem };
}

function partOf(text: string): Json {
  try {
    return (JSON.parse(Buffer.from(text, "base64url").toString()) ?? {}) as Json;
  } catch {
    return {};
  }
}

async function problemOf(answer: Response): Promise<Json | undefined> {
  if (answer.headers.get("content-type") !== "application/problem+json") return undefined;
  return (await answer.clone().json()) as Json;
}

/** Answers a refusal with this code otherwise. */
export function instead(
  code: string,
  change: (one: Heard, answer: Response) => Response | undefined | Promise<Response | undefined>,
): Spoil {
  return {
    async answers(answer, request) {
      const problem = await problemOf(answer);
      if (problem?.["code"] !== code) return answer;
      return (await change(await heard(request, problem), answer)) ?? answer;
    },
  };
}

/** Takes what it should refuse with this code, where `where` holds: an order with 201, all else with 200. */
export const passing = (code: string, where: (one: Heard) => boolean = () => true): Spoil =>
  instead(code, (one) =>
    where(one)
      ? Response.json({ type: "Order", ...one.payload }, { status: places(one.request) ? 201 : 200 })
      : undefined,
  );

/** Refuses with another status. */
export const withoutStatus = (code: string, status: number): Spoil =>
  instead(code, (_, answer) => new Response(answer.body, { status, headers: answer.headers }));

/** Refuses an order before it looks any further. */
export const refusingOrders = (where: (one: Heard) => boolean, status: number, code: string): Spoil => ({
  asks: async (request) => (places(request) && where(await heard(request)) ? refusal(status, code) : request),
});

/** Swaps ports of delivery. */
export const delivering = (change: (ports: Ports) => Partial<Ports>): Spoil => ({
  host: (host) =>
    host.delivery ? { ...host, delivery: { ...host.delivery, ...change(host.delivery) } } : host,
});

/** Swaps what one order does. */
export const coordinating = (change: (port: OrderPort) => Partial<OrderPort>): Spoil =>
  delivering(({ orders }) => ({
    orders: (id) => {
      const port = orders(id);
      return { ...port, ...change(port) };
    },
  }));

/** Reads its own manifest without the statements of these properties. */
export const blindTo = (...properties: readonly string[]): Spoil =>
  delivering(({ graphs }) => ({
    graphs: {
      ...graphs,
      get: async (digest) => {
        const nquads = await graphs.get(digest);
        return nquads
          ?.split("\n")
          .filter((line) => !properties.some((name) => line.includes(`#${name}> `)))
          .join("\n");
      },
    },
  }));

/** Answers otherwise about orders that it knows; `first` is what it answered when it took the order. */
export function ofKnown(
  change: (
    known: Known,
    answer: Response,
    one: Heard,
  ) => Response | undefined | Promise<Response | undefined>,
): Spoil {
  const taken = new Map<string, Known>();
  return {
    async answers(answer, request) {
      const [, id = ""] = /^\/orders\/([^/]+)/.exec(new URL(request.url).pathname) ?? [];
      const known = taken.get(id);
      const one = await heard(request, await problemOf(answer));
      if (known) return (await change(known, answer, one)) ?? answer;
      if (places(request) && answer.status === 201)
        taken.set(id, { payload: one.payload, text: await answer.clone().text() });
      return answer;
    },
  };
}

export interface Known {
  readonly payload: Json;
  readonly text: string;
}
