// Faults in what an order tells its customer: events, and what gives access.
import { ordersThat, telling } from "../delivering.ts";
import { answering, on, withHeaders, withText } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const access = on(/^\/orders\/[^/]+\/access$/);
const numbered = (event: Record<string, unknown>) => Number(event["sequence"]);

export default [
  {
    breaks: "MPLI-DEL-030",
    fault: "answers with the event itself after which was asked",
    ...ordersThat((port) => ({
      events: (after, limit, wait) => port.events(Math.max(0, after - 1), limit, wait),
    })),
  },
  {
    breaks: "MPLI-DEL-030",
    fault: "answers with the latest first",
    ...ordersThat((port) => ({
      events: async (after, limit, wait) => [...(await port.events(after, limit, wait))].reverse(),
    })),
  },
  {
    breaks: "MPLI-DEL-031",
    fault: "numbers events from 0",
    ...telling((event) => ({ ...event, sequence: String(numbered(event) - 1) })),
  },
  {
    breaks: "MPLI-DEL-031",
    fault: "leaves out what it holds for uninteresting",
    ...telling((event) => (String(event["type"]).endsWith(".operation") ? undefined : event)),
  },
  {
    breaks: "MPLI-DEL-032",
    fault: "changes an event after it was chained",
    ...telling((event) => (numbered(event) === 2 ? { ...event, time: "2026-01-01T00:00:00Z" } : event)),
  },
  {
    breaks: "MPLI-DEL-032",
    fault: "names no digest",
    ...telling(({ previousdigest: _, ...event }) => event),
  },
  {
    breaks: "MPLI-DEL-032",
    fault: "names the digest in base64",
    ...telling((event) => ({
      ...event,
      ...(event["previousdigest"]
        ? { previousdigest: Buffer.from(String(event["previousdigest"]), "hex").toString("base64") }
        : {}),
    })),
  },
  {
    breaks: "MPLI-DEL-033",
    fault: "writes CloudEvents of another version",
    ...telling((event) => ({ ...event, specversion: "0.3" })),
  },
  {
    breaks: "MPLI-DEL-033",
    fault: "names the node and not the order in `source`",
    ...telling((event) => ({ ...event, source: new URL("/", String(event["source"])).href })),
  },
  {
    breaks: "MPLI-DEL-033",
    fault: "names the offer in `subject`",
    ...telling((event) => ({ ...event, subject: "vm-s" })),
  },
  {
    breaks: "MPLI-DEL-033",
    fault: "gives each event the id of its order",
    ...telling((event) => ({ ...event, id: event["subject"] })),
  },
  {
    breaks: "MPLI-DEL-034",
    fault: "begins each stream anew",
    asks: (request) => {
      if (!request.headers.has("last-event-id")) return request;
      const headers = new Headers(request.headers);
      headers.set("last-event-id", "0");
      return new Request(request, { headers });
    },
  },
  {
    breaks: "MPLI-DEL-034",
    fault: "answers who wants a stream with a list",
    asks: (request) => {
      if (!/event-stream/.test(request.headers.get("accept") ?? "")) return request;
      const headers = new Headers(request.headers);
      headers.set("accept", "application/json");
      return new Request(request, { headers });
    },
  },
  {
    breaks: "MPLI-DEL-034",
    fault: "ends a stream with what there was",
    ...ordersThat((port) => ({
      events: async (after, limit, wait) => {
        const events = await port.events(after, limit, 0);
        if (events.length === 0 && wait > 0) throw new Error("the end");
        return events;
      },
    })),
  },
  {
    breaks: "MPLI-DEL-035",
    fault: "copies the access into the event that tells of it",
    ...ordersThat((port) => ({
      events: async (after, limit, wait) => {
        const jwe = (await port.view())?.record.delivery?.access;
        return (await port.events(after, limit, wait)).map((stored) => ({
          ...stored,
          text: stored.text.replace('"available":true', `"available":true,"access":"${jwe}"`),
        }));
      },
    })),
  },
  {
    breaks: "MPLI-DEL-040",
    fault: "quotes the access",
    ...answering(access, (answer) => (answer.ok ? withText(answer, (jwe) => JSON.stringify(jwe)) : answer)),
  },
  {
    breaks: "MPLI-DEL-040",
    fault: "serves the access as text",
    ...answering(access, (answer) =>
      answer.ok ? withHeaders(answer, { "content-type": "text/plain" }) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-041",
    fault: "has the access made anew for the key of the order",
    ...ordersThat((port) => ({
      operate: ({ accessKey: _, ...request }) => port.operate(request),
    })),
  },
  {
    breaks: "MPLI-DEL-041",
    fault: "goes on to serve the first access",
    ...ordersThat((port) => {
      let first: string | undefined;
      return {
        view: async () => {
          const view = await port.view();
          const delivery = view?.record.delivery;
          first ??= delivery?.access;
          return view && delivery && first
            ? { ...view, record: { ...view.record, delivery: { ...delivery, access: first } } }
            : view;
        },
      };
    }),
  },
] satisfies Mutant[];
