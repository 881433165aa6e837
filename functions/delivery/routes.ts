// The doors of delivery for customers, who order, operate and look, and the way to those of runners. The orders decide.
import { type Context, Hono } from "hono";
import { didOf } from "../discovery/node-document.ts";
import { only } from "../edge/allow.ts";
import { readBytes, requireJose } from "../edge/body.ts";
import { negotiate } from "../edge/negotiate.ts";
import { requireOperator } from "../edge/operator.ts";
import { type Result, refused } from "../kernel/result.ts";
import type { Sign } from "../trust/issuing/keys.ts";
import type { Show } from "../trust/presentation/shown.ts";
import type { Published } from "./agreement/own-offer.ts";
import { readVerification } from "./agreement/countersign.ts";
import { billingRoutes } from "./billing/routes.ts";
import { UUID_FORM } from "./agreement/members.ts";
import { PRIVATE, jsonOf, refuse } from "./doors.ts";
import { eventStream } from "./events/stream.ts";
import { jobRoutes } from "./jobs/routes.ts";
import { makeReceipts } from "./layers/make-receipt.ts";
import { levelRoutes } from "./levels/routes.ts";
import { readOperation } from "./operation-request.ts";
import { type Known, ORDER, type PartyPorts, known, own, party } from "./parties.ts";
import { acceptOffer, placeOrder } from "./place-order.ts";
import type { OrderPort, OrderView } from "./ports.ts";
import { orderDocument } from "./record.ts";
import type { DeliveryRefusal } from "./refusals.ts";
import type { StatesPorts } from "./states/routes.ts";
import { timelinePage } from "./timeline.ts";

export interface DeliveryPorts extends Published, PartyPorts {
  readonly sign: Sign;
  /** Where the node keeps the states of its runners' tools. */
  readonly states?: StatesPorts;
  readonly show?: Show;
  readonly shakeHands: (
    callback: string,
    origin: string,
  ) => Promise<Result<true, { code: "callback-refused"; reason: string }>>;
  /** Fresh random bytes. */
  readonly chance: (bytes: number) => Uint8Array;
}

const ORDER_BYTES = 64 * 1024;
const EVENTS_PER_PAGE = 200;

export function deliveryRoutes(ports: DeliveryPorts): Hono {
  const { identity, now } = ports;
  const app = new Hono();
  const originAt = (c: Context) => identity(c.req.url).origin;
  const placing = (c: Context) => ({
    ...ports,
    origin: originAt(c),
    did: didOf(originAt(c)),
    url: c.req.url,
    now: now().getTime(),
    shakeHands: (callback: string) => ports.shakeHands(callback, originAt(c)),
  });

  app.put(ORDER, async (c) => {
    const id = c.req.param("id");
    if (!UUID_FORM.test(id)) return refuse(c, { code: "no-such-order" });
    const typed = requireJose(c);
    if (!typed.ok) return refuse(c, typed.refusal);
    const body = await readBytes({ body: c.req.raw.body, headers: c.req.raw.headers }, ORDER_BYTES);
    if (!body.ok) return refuse(c, body.refusal);
    const placed = await placeOrder(id, body.value, placing(c));
    if (!placed.ok) return refuse(c, placed.refusal);
    const { isNew, ...view } = placed.value;
    const document = orderDocument(view.record, view.operations);
    const location = { Location: `${originAt(c)}/orders/${id}` };
    return c.json(document, isNew ? 201 : 200, isNew ? { ...PRIVATE, ...location } : PRIVATE);
  });

  app.get(ORDER, async (c) => {
    const found = await own(c, ports);
    return found.ok ? shown(c, found.value.view) : refuse(c, found.refusal);
  });

  app.post(`${ORDER}/agreement/acceptance`, async (c) => {
    const id = c.req.param("id");
    const typed = requireJose(c);
    if (!typed.ok) return refuse(c, typed.refusal);
    const body = await readBytes({ body: c.req.raw.body, headers: c.req.raw.headers }, ORDER_BYTES);
    if (!body.ok) return refuse(c, body.refusal);
    const accepted = UUID_FORM.test(id)
      ? await acceptOffer(id, new TextDecoder("latin1").decode(body.value), placing(c))
      : refused({ code: "no-such-order" as const });
    return accepted.ok ? shown(c, accepted.value) : refuse(c, accepted.refusal);
  });

  app.post(`${ORDER}/agreement/verification`, async (c) => {
    const found = await own(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const digest = jsonOf(c, found.value.called.text, readVerification);
    if (!digest.ok) return refuse(c, digest.refusal);
    const agreed = await found.value.port.agree({ on: "verified", digest: digest.value });
    return agreed.ok ? shown(c, agreed.value) : refuse(c, agreed.refusal);
  });

  app.post(`${ORDER}/agreement/termination`, async (c) => {
    const found = await party(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    // The operator speaks for the provider, and has signed nothing.
    const by = c.req.header("authorization") === undefined ? "customer" : "provider";
    const ended = await found.value.port.agree({ on: "terminated", by, reason: "declined" });
    return ended.ok ? shown(c, ended.value) : refuse(c, ended.refusal);
  });

  app.post(`${ORDER}/operations/:operation`, async (c) => {
    const found = await own(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const id = c.req.param("operation");
    if (!UUID_FORM.test(id)) return refuse(c, { code: "malformed-operation", member: "id" });
    const request = jsonOf(c, found.value.called.text, (json) => readOperation(id, json));
    if (!request.ok) return refuse(c, request.refusal);
    const taken = await found.value.port.operate(request.value);
    if (!taken.ok) return refuse(c, taken.refusal);
    const document = orderDocument(taken.value.record, taken.value.operations);
    const operation = document.operations?.find((each) => each.id === id);
    return c.json({ ...document, operation }, 202, PRIVATE);
  });

  app.get(`${ORDER}/access`, async (c) => {
    const found = await own(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const access = found.value.view.record.delivery?.access;
    if (access === undefined) return refuse(c, { code: "no-access-yet" });
    return c.body(access, 200, { ...PRIVATE, "Content-Type": "application/jose" });
  });

  app.get(`${ORDER}/receipt`, async (c) => {
    const found = await own(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const made = await makeReceipts(found.value.view.record, { ...ports, now: now().getTime() });
    return made.ok ? c.json(made.value, 200, PRIVATE) : refuse(c, made.refusal);
  });

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

  app.route("/", levelRoutes(ports));
  app.route("/", billingRoutes(ports));
  app.all(ORDER, only("GET", "HEAD", "PUT"));
  for (const path of [
    "agreement/acceptance",
    "agreement/termination",
    "agreement/verification",
    "operations/:operation",
    "events/:sequence/redrive",
  ])
    app.all(`${ORDER}/${path}`, only("POST"));
  for (const path of ["access", "events", "receipt", "timeline"])
    app.all(`${ORDER}/${path}`, only("GET", "HEAD"));
  app.route("/", jobRoutes(ports));
  return app;
}

const MOST_SHOWN = 1_000;

/** The order, for whoever has the key of its timeline, and for the operator. */
async function keyed(c: Context, ports: DeliveryPorts): Promise<Result<Known, DeliveryRefusal>> {
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

function shown(c: Context, { record, operations }: OrderView): Response {
  return c.json(orderDocument(record, operations), 200, PRIVATE);
}
