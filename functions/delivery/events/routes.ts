// The doors of what an order tells: its events, once or as they come, its timeline, and an event sent anew.
import { type Context, Hono } from "hono";
import { only } from "../../edge/allow.ts";
import { negotiate } from "../../edge/negotiate.ts";
import { requireOperator } from "../../edge/operator.ts";
import { type Result, refused } from "../../kernel/result.ts";
import { PRIVATE, refuse } from "../doors.ts";
import { type Known, ORDER, type PartyPorts, known, own } from "../parties.ts";
import type { OrderPort } from "../ports.ts";
import { orderDocument } from "../record.ts";
import type { DeliveryRefusal } from "../refusals.ts";
import { timelinePage } from "../timeline.ts";
import { eventStream } from "./stream.ts";

const EVENTS_PER_PAGE = 200;
const MOST_SHOWN = 1_000;

export function eventRoutes(ports: PartyPorts): Hono {
  const app = new Hono();

  app.get(`${ORDER}/events`, async (c) => {
    const found = await own(c, ports);
    return found.ok ? await events(c, found.value.port) : refuse(c, found.refusal);
  });

  app.post(`${ORDER}/events/:sequence/redrive`, async (c) => {
    const found = await own(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const { port, view } = found.value;
    const sequence = c.req.param("sequence");
    const again = /^[1-9]\d{0,14}$/.test(sequence)
      ? await port.redrive(Number(sequence))
      : refused({ code: "no-such-event" as const, last: view.record.sequence });
    if (!again.ok) return refuse(c, again.refusal);
    return c.json(orderDocument(again.value.record, again.value.operations), 202, PRIVATE);
  });

  // A browser signs nothing: whoever was given the key of the timeline may look at it, and only look.
  app.get(`${ORDER}/timeline`, async (c) => {
    const found = await keyed(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const { view, port } = found.value;
    if (negotiate(c.req.header("accept"), ["text/html", "text/event-stream"]) === "text/event-stream")
      return await events(c, port);
    const before = c.req.query("before") ?? String(view.record.sequence + 1);
    if (!/^[1-9]\d{0,14}$/.test(before))
      return refuse(c, { code: "malformed-parameter", parameter: "before" });
    const until = Math.min(Number(before) - 1, view.record.sequence);
    const after = Math.max(0, until - MOST_SHOWN);
    const told = await port.events(after, until - after, 0);
    // The page of a long life begins later than the life.
    const earliest = after > 0 ? await port.events(0, MOST_SHOWN, 0) : [];
    const page = timelinePage(view, told, earliest);
    return c.html(page, 200, { ...PRIVATE, "Referrer-Policy": "no-referrer" });
  });

  app.all(`${ORDER}/events/:sequence/redrive`, only("POST"));
  for (const path of ["events", "timeline"]) app.all(`${ORDER}/${path}`, only("GET", "HEAD"));
  return app;
}

/** The order, for whoever has the key of its timeline, and for the operator. */
async function keyed(c: Context, ports: PartyPorts): Promise<Result<Known, DeliveryRefusal>> {
  const key = c.req.query("key") ?? "";
  const isOperator = requireOperator(c, ports.operatorToken).ok;
  // What is no key at all opens nothing, and no order is asked about it.
  if (!isOperator && !/^[0-9a-f]{32}$/.test(key)) return refused({ code: "no-such-order" });
  const found = await known(c, ports);
  return found.ok && (isOperator || key === found.value.view.record.view)
    ? found
    : refused({ code: "no-such-order" });
}

async function events(c: Context, port: OrderPort): Promise<Response> {
  const isStream =
    negotiate(c.req.header("accept"), ["application/json", "text/event-stream", "text/html"]) ===
    "text/event-stream";
  const asked = (isStream ? c.req.header("last-event-id") : undefined) ?? c.req.query("after") ?? "0";
  if (!/^\d{1,15}$/.test(asked)) return refuse(c, { code: "malformed-parameter", parameter: "after" });
  const after = Number(asked);
  if (isStream) return eventStream(port, after);
  const told = await port.events(after, EVENTS_PER_PAGE, 0);
  // Each event is a text that was hashed: it goes out as it was, not as another serialiser would have it.
  const last = told.at(-1)?.sequence ?? after;
  const body = `{"events":[${told.map(({ text }) => text).join(",")}],"last":${last}}`;
  return c.body(body, 200, { ...PRIVATE, "Content-Type": "application/json" });
}
