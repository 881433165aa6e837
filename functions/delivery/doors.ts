// What the doors of delivery have in common: who calls, what they say in JSON, and how they are refused.
import type { Context } from "hono";
import type { NodeIdentity } from "../discovery/node-document.ts";
import { requireJson } from "../edge/body.ts";
import { problem } from "../edge/problem.ts";
import { type Json, parseJson } from "../kernel/json.ts";
import type { Result } from "../kernel/result.ts";
import type { CallerPorts } from "../trust/caller.ts";
import type { ResolveKey } from "../trust/did/resolve.ts";
import type { OrderView } from "./ports.ts";
import { orderDocument } from "./record.ts";
import { type DeliveryRefusal, DELIVERY_PROBLEMS } from "./refusals.ts";

export interface DoorPorts {
  readonly identity: (requestUrl: string) => NodeIdentity;
  readonly resolveKey: ResolveKey;
  readonly now: () => Date;
}

/** What an order says is for those who have a part in it. */
export const PRIVATE = { "Cache-Control": "no-store" };

/** How the signature of a request is checked. */
export function callers({ resolveKey, identity, now }: DoorPorts): CallerPorts {
  return { resolveKey, now: () => now().getTime(), origin: (url) => identity(url).origin };
}

/** What a signed body says, which is JSON by its own word. */
export function jsonOf<T, R extends DeliveryRefusal>(
  c: Context,
  text: string,
  read: (json: Json) => Result<T, R>,
): Result<T, DeliveryRefusal> {
  const typed = requireJson(c);
  if (!typed.ok) return typed;
  const json = parseJson(text);
  return json.ok ? read(json.value) : json;
}

/** Seconds after which another try may succeed. */
const RETRY: Readonly<Partial<Record<DeliveryRefusal["code"], string>>> = {
  "operation-in-progress": "5",
  "document-not-at-hand": "60",
  "receipt-not-checked": "10",
};

export function refuse(c: Context, refusal: DeliveryRefusal): Response {
  const again = RETRY[refusal.code];
  return problem(c, refusal, DELIVERY_PROBLEMS, {
    ...(again === undefined ? {} : { "Retry-After": again }),
    // RFC 9110 §15.5.2; what is to be signed, and how, is in the problem document.
    ...(DELIVERY_PROBLEMS[refusal.code].status === 401
      ? { "WWW-Authenticate": refusal.code === "operator-only" ? "Bearer" : "Signature" }
      : {}),
  });
}

/** The order as it stands. */
export function shown(c: Context, { record, operations }: OrderView): Response {
  return c.json(orderDocument(record, operations), 200, PRIVATE);
}
