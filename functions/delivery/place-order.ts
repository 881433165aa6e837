// A signed order on its way to a coordinator: read, checked against the manifest, countersigned, and kept.
import { bytesToHex } from "@noble/hashes/utils.js";
import { type Result, ok, refused } from "../kernel/result.ts";
import type { ResolveKey } from "../trust/did/resolve.ts";
import type { Sign } from "../trust/issuing/keys.ts";
import { type Agreement, advance } from "./agreement/agreement.ts";
import {
  type CheckedOrder,
  type OrderPorts,
  type OrderRefusal,
  checkOrder,
} from "./agreement/check-order.ts";
import { type AcceptanceRefusal, countersign, readAcceptance } from "./agreement/countersign.ts";
import {
  type OrderReadRefusal,
  type SignedOrder,
  checkFreshness,
  readOrderRequest,
} from "./agreement/order-request.ts";
import type { AgreeRefusal, OpenRefusal, OrderPort, OrderView } from "./ports.ts";
import type { OrderRecord } from "./record.ts";

export interface PlacePorts extends OrderPorts {
  readonly origin: string;
  readonly orders: (id: string) => OrderPort;
  readonly resolveKey: ResolveKey;
  readonly sign: Sign;
  /** Fresh random bytes. */
  readonly chance: (bytes: number) => Uint8Array;
  /** Asks whoever listens at an address whether it wants to hear of this node's orders. */
  readonly shakeHands: (callback: string) => Promise<Result<true, CallbackRefusal>>;
}

export type CallbackRefusal = { code: "callback-refused"; reason: string };

export type PlaceRefusal =
  | OrderReadRefusal
  | OrderRefusal
  | OpenRefusal
  | CallbackRefusal
  | { code: "order-of-another-id"; id: string }
  | { code: "signature-stale"; member: "iat" | "exp" };

export interface Placed extends OrderView {
  readonly isNew: boolean;
}

/**
 * `PUT /orders/{id}`: while an order is fresh the same bytes have the same answer however often they come; other bytes
 * are refused. The agreement shows these bytes to whoever is shown the agreement, so that they are no key to the order
 * for ever; and who has signed nothing learns of no order.
 */
export async function placeOrder(
  id: string,
  body: Uint8Array,
  ports: PlacePorts,
): Promise<Result<Placed, PlaceRefusal>> {
  const order = await readOrderRequest(body, ports.resolveKey);
  if (!order.ok) return order;
  if (order.value.id !== id) return refused({ code: "order-of-another-id", id: order.value.id });
  const fresh = checkFreshness(order.value, ports.now);
  if (!fresh.ok) return fresh;
  const port = ports.orders(id);
  const known = await port.view();
  // Before it is checked: what was taken once needs no other look.
  if (known)
    return known.record.digest === order.value.digest
      ? ok({ ...known, isNew: false })
      : refused({ code: "id-reuse" });
  const checked = await checkOrder(order.value, ports);
  if (!checked.ok) return checked;
  const { callback } = order.value;
  const shaken = callback === undefined ? ok(true) : await ports.shakeHands(callback);
  if (!shaken.ok) return shaken;
  const agreement = await begin(order.value, ports);
  const opened = await port.open(recordOf(order.value, checked.value, agreement, ports));
  return opened.ok ? ok({ ...opened.value, isNew: true }) : opened;
}

/** Without a hold the customer has accepted what is published, and the provider signs at once. */
async function begin(order: SignedOrder, { sign, now }: PlacePorts): Promise<Agreement> {
  const { hold } = order;
  const step = advance(undefined, { on: "requested", ...(hold === undefined ? {} : { hold }) }, now);
  if (!step.ok) throw new Error(step.refusal.code);
  const { agreement } = step.value;
  return agreement.state === "ACCEPTED" ? await agreed(agreement, order, sign, now) : agreement;
}

/** The agreement with the provider's signature around the customer's. */
async function agreed(agreement: Agreement, order: SignedOrder, sign: Sign, now: number): Promise<Agreement> {
  const signed = await countersign(order, { sign, now });
  const step = advance(agreement, { on: "countersigned", ...signed }, now);
  if (!step.ok) throw new Error(step.refusal.code);
  return step.value.agreement;
}

function recordOf(
  order: SignedOrder,
  checked: CheckedOrder,
  agreement: Agreement,
  { origin, chance, now, did }: PlacePorts,
): OrderRecord {
  const at = new Date(now).toISOString();
  const { accessKey, callback, deadline } = order;
  return {
    id: order.id,
    origin,
    digest: order.digest,
    customer: order.customer,
    provider: did,
    offer: order.offer,
    manifest: order.manifest,
    price: { ...order.price },
    binding: checked.binding,
    shape: checked.shape,
    createdAt: at,
    request: order.compact,
    agreement,
    parameters: checked.parameters,
    ...(checked.serviceLevel ? { serviceLevel: checked.serviceLevel } : {}),
    billing: checked.billing,
    ...(accessKey ? { accessKey: { ...accessKey } } : {}),
    ...(callback === undefined ? {} : { callback }),
    path: order.path,
    disclosure: order.disclosure,
    facts: checked.facts,
    ...(deadline === undefined ? {} : { deadline }),
    view: bytesToHex(chance(VIEW_BYTES)),
    sequence: 0,
    updatedAt: at,
  };
}

const VIEW_BYTES = 16;

export type AcceptRefusal =
  | AcceptanceRefusal
  | AgreeRefusal
  | Extract<OrderReadRefusal, { code: "order-malformed" | "too-many-layers" }>;

/** Buys what an offer holds: the customer has accepted, and the provider signs. */
export async function acceptOffer(
  id: string,
  body: string,
  { orders, resolveKey, sign, now }: PlacePorts,
): Promise<Result<OrderView, AcceptRefusal>> {
  const port = orders(id);
  const record = (await port.view())?.record;
  if (!record) return refused({ code: "no-such-order" });
  const accepted = await readAcceptance(body, record, resolveKey);
  if (!accepted.ok) return accepted;
  const order = await readOrderRequest(new TextEncoder().encode(record.request), resolveKey);
  // It was read when it came; what is unknown now is the key, and another try may find it.
  if (!order.ok) return refused({ code: "key-unknown", reason: order.refusal.code, detail: "" });
  const taken = await port.agree({ on: "accepted" });
  return taken.ok
    ? await port.agree({ on: "countersigned", ...(await countersign(order.value, { sign, now })) })
    : taken;
}
