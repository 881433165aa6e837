// The doors of ordering: a customer orders, reads its order, and comes to an agreement with the provider.
import { type Context, Hono } from "hono";
import { didOf } from "../../discovery/node-document.ts";
import { only } from "../../edge/allow.ts";
import { readBytes, requireJose } from "../../edge/body.ts";
import { type Result, refused } from "../../kernel/result.ts";
import type { Sign } from "../../trust/issuing/keys.ts";
import type { Show } from "../../trust/presentation/shown.ts";
import { PRIVATE, jsonOf, refuse, shown } from "../doors.ts";
import { ORDER, type PartyPorts, own, party } from "../parties.ts";
import { acceptOffer, placeOrder } from "../place-order.ts";
import { orderDocument } from "../record.ts";
import type { DeliveryRefusal } from "../refusals.ts";
import { readVerification } from "./countersign.ts";
import { UUID_FORM } from "./members.ts";
import type { Published } from "./own-offer.ts";

export interface OrderingPorts extends Published, PartyPorts {
  readonly sign: Sign;
  readonly show?: Show;
  readonly shakeHands: (
    callback: string,
    origin: string,
  ) => Promise<Result<true, { code: "callback-refused"; reason: string }>>;
  /** Fresh random bytes. */
  readonly chance: (bytes: number) => Uint8Array;
}

const ORDER_BYTES = 64 * 1024;

export function orderingRoutes(ports: OrderingPorts): Hono {
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
    const body = await readToken(c);
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
    const body = await readToken(c);
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

  app.all(ORDER, only("GET", "HEAD", "PUT"));
  for (const path of ["acceptance", "termination", "verification"])
    app.all(`${ORDER}/agreement/${path}`, only("POST"));
  return app;
}

/** A compact JWS, as it came. */
async function readToken(c: Context): Promise<Result<Uint8Array, DeliveryRefusal>> {
  const typed = requireJose(c);
  return typed.ok
    ? await readBytes({ body: c.req.raw.body, headers: c.req.raw.headers }, ORDER_BYTES)
    : typed;
}
