// Faults in asking for consent and in telling callbacks of events.
import { ok } from "../../../functions/kernel/result.ts";
import type { DeliveryPorts } from "../../../functions/delivery/routes.ts";
import { fetching, refusing, taking } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Wire = typeof fetch;

/** Asks hosts for their consent otherwise. */
const asking = (change: (request: Request, wire: Wire) => Promise<Response>): Spoil =>
  fetching((request, wire) => (request.method === "OPTIONS" ? change(request, wire) : wire(request)));

/** Hears another consent than was given. */
const consenting = (change: (allowed: string, answer: Response) => string): Spoil =>
  asking(async (request, wire) => {
    const answer = await wire(request);
    const allowed = change(answer.headers.get("webhook-allowed-origin") ?? "", answer);
    return new Response(null, {
      status: allowed ? 200 : answer.status,
      headers: { "WebHook-Allowed-Origin": allowed },
    });
  });

/** Sends events otherwise. */
const telling = (change: (request: Request, wire: Wire) => Promise<Response>): Spoil =>
  fetching((request, wire) => {
    const isEvent = /cloudevents/.test(request.headers.get("content-type") ?? "");
    return isEvent ? change(request, wire) : wire(request);
  });

/** Sends another text, or other fields. */
const sending = (change: (event: { text: string; headers: Headers }) => string | void): Spoil =>
  telling(async (request, wire) => {
    const { method, url, signal } = request;
    const headers = new Headers(request.headers);
    const text = await request.text();
    const body = change({ text, headers }) ?? text;
    return wire(new Request(url, { method, headers, body, signal }));
  });

/** Takes another status for the answer of the callback. */
const hearing = (change: (status: number) => number): Spoil =>
  telling(async (request, wire) => {
    const { status, headers } = await wire(request);
    return new Response(null, { status: change(status), headers });
  });

const ports = (change: (sound: DeliveryPorts) => Partial<DeliveryPorts>): Spoil => ({
  host: (host) => {
    const { delivery } = host;
    return delivery ? { ...host, delivery: { ...delivery, ...change(delivery as DeliveryPorts) } } : host;
  },
});

const signedAs = (change: (input: string) => string): Spoil =>
  sending(({ headers }) => headers.set("signature-input", change(headers.get("signature-input") ?? "")));

/** Sends events again with another time, as if they were made anew. */
function anew(): Spoil {
  const sent = new Set<unknown>();
  return sending(({ text }) => {
    const event = JSON.parse(text) as { id: string };
    if (!sent.has(event.id)) return void sent.add(event.id);
    return JSON.stringify({ ...event, time: new Date(0).toISOString() });
  });
}

export default [
  {
    breaks: "MPLI-DEL-070",
    fault: "asks nobody for consent",
    ...asking(async () => new Response(null, { headers: { "WebHook-Allowed-Origin": "*" } })),
  },
  {
    breaks: "MPLI-DEL-070",
    fault: "does not say who asks for consent",
    ...asking((request, wire) => {
      const headers = new Headers(request.headers);
      headers.delete("webhook-request-origin");
      return wire(new Request(request, { headers }));
    }),
  },
  {
    breaks: "MPLI-DEL-071",
    fault: "takes any answer for consent",
    ...consenting(() => "*"),
  },
  {
    breaks: "MPLI-DEL-071",
    fault: "takes a good status for consent",
    ...consenting((allowed, { ok: isGood }) => (isGood ? "*" : allowed && "nobody")),
  },
  {
    breaks: "MPLI-DEL-071",
    fault: "takes its name anywhere in the field for consent",
    ...consenting((allowed) => (allowed.includes("localhost") ? "localhost" : allowed)),
  },
  {
    breaks: "MPLI-DEL-071",
    fault: "takes consent from an answer that is no success",
    ...consenting((allowed) => allowed),
  },
  {
    breaks: "MPLI-DEL-071",
    fault: "refuses callbacks with another code",
    ...refusing("callback-refused", (problem) => (problem["code"] = "order-malformed")),
  },
  {
    breaks: "MPLI-DEL-072",
    fault: "takes callbacks inside its own network",
    ...ports(({ shakeHands }) => ({
      shakeHands: async (callback, origin) =>
        /^https:\/\/(\[|[\d.]+[:/])/.test(callback) ? ok(true) : await shakeHands(callback, origin),
    })),
  },
  {
    breaks: "MPLI-DEL-072",
    fault: "takes callbacks at addresses of IPv6 that hold a private one of IPv4",
    ...ports(({ shakeHands }) => ({
      shakeHands: async (callback, origin) =>
        callback.startsWith("https://[::ffff:") ? ok(true) : await shakeHands(callback, origin),
    })),
  },
  {
    breaks: "MPLI-DEL-073",
    fault: "sends events as any JSON",
    ...sending(({ headers }) => headers.set("content-type", "application/json")),
  },
  {
    breaks: "MPLI-DEL-073",
    fault: "sends events with white space",
    ...sending(({ text }) => JSON.stringify(JSON.parse(text), null, 2)),
  },
  {
    breaks: "MPLI-DEL-073",
    fault: "tells callbacks of the first event only",
    ...telling((request, wire) =>
      request
        .clone()
        .json()
        .then((event) =>
          (event as { sequence: string }).sequence === "1"
            ? wire(request)
            : new Response(null, { status: 204 }),
        ),
    ),
  },
  {
    breaks: "MPLI-DEL-073",
    fault: "sends events by PUT",
    ...telling((request, wire) => wire(new Request(request, { method: "PUT" }))),
  },
  {
    breaks: "MPLI-DEL-074",
    fault: "does not sign events",
    ...sending(({ headers }) => {
      headers.delete("signature");
      headers.delete("signature-input");
    }),
  },
  {
    breaks: "MPLI-DEL-074",
    fault: "signs events as requests",
    ...signedAs((input) => input.replace("mpli-callback-1", "mpli-request-1")),
  },
  {
    breaks: "MPLI-DEL-074",
    fault: "signs events without their digest",
    ...signedAs((input) => input.replace(' "content-digest"', "")),
  },
  {
    breaks: "MPLI-DEL-074",
    fault: "signs events with a key that is nowhere",
    ...signedAs((input) => input.replace(/#[^"]+"/, '#none"')),
  },
  {
    breaks: "MPLI-DEL-074",
    fault: "signs something else than the event",
    ...sending(({ headers }) => headers.set("signature", `mpli=:${"A".repeat(86)}==:`)),
  },
  {
    breaks: "MPLI-DEL-075",
    fault: "takes any answer for a receipt",
    ...hearing(() => 200),
  },
  {
    breaks: "MPLI-DEL-075",
    fault: "takes a status below 400 for a receipt",
    ...hearing((status) => (status < 400 ? 200 : status)),
  },
  {
    breaks: "MPLI-DEL-075",
    fault: "takes 200 alone for a receipt",
    ...hearing((status) => (status === 200 || status > 299 ? status : 500)),
  },
  {
    breaks: "MPLI-DEL-075",
    fault: "takes 299 for no receipt",
    ...hearing((status) => (status > 206 && status < 300 ? 500 : status)),
  },
  {
    breaks: "MPLI-DEL-076",
    fault: "follows redirects of callbacks",
    ...telling(async (request, wire) => {
      const again = request.clone();
      const answer = await wire(request);
      const location = answer.headers.get("location");
      if (!location) return answer;
      const { method, headers } = again;
      return wire(new Request(new URL(location, request.url), { method, headers, body: await again.text() }));
    }),
  },
  {
    breaks: "MPLI-DEL-077",
    fault: "sends each event once",
    ...hearing((status) => (status > 299 ? 410 : status)),
  },
  {
    breaks: "MPLI-DEL-077",
    fault: "gives up an event that the callback found fault with",
    ...hearing((status) => (status >= 400 && status < 500 ? 200 : status)),
  },
  {
    breaks: "MPLI-DEL-078",
    fault: "makes events anew when it sends them again",
    ...anew(),
  },
  {
    breaks: "MPLI-DEL-079",
    fault: "goes on after 410",
    ...hearing((status) => (status === 410 ? 500 : status)),
  },
  {
    breaks: "MPLI-DEL-080",
    fault: "does not heed Retry-After",
    ...telling(async (request, wire) => new Response(null, { status: (await wire(request)).status })),
  },
  {
    breaks: "MPLI-DEL-080",
    fault: "heeds Retry-After of 503 alone",
    ...hearing((status) => (status === 429 ? 500 : status)),
  },
  {
    breaks: "MPLI-DEL-081",
    fault: "says that it sends an event again, and does not",
    ...ports(({ orders }) => ({
      orders: (id) => {
        const port = orders(id);
        const redrive: typeof port.redrive = async (sequence) => {
          const view = await port.view();
          const isThere = view && sequence >= 1 && sequence <= view.record.sequence && view.record.callback;
          return isThere ? ok(view) : await port.redrive(sequence);
        };
        return { ...port, redrive };
      },
    })),
  },
  {
    breaks: "MPLI-DEL-082",
    fault: "says that it sends events that there are not",
    ...taking("no-such-event", 202),
  },
  {
    breaks: "MPLI-DEL-082",
    fault: "refuses events that there are not with 400",
    ...refusing("no-such-event", (problem) => (problem["status"] = 400), 400),
  },
  {
    breaks: "MPLI-DEL-083",
    fault: "says that it sends events to nobody",
    ...taking("no-callback", 202),
  },
] satisfies Mutant[];
