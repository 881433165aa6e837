// Who may see an order: its customer, and the operator of the node that delivers it.
import type { Context } from "hono";
import { requireOperator } from "../edge/operator.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { type Called, readSigned } from "../trust/caller.ts";
import type { Issue } from "../trust/issuing/issues.ts";
import type { Verify } from "../trust/verifier.ts";
import { UUID_FORM } from "./agreement/members.ts";
import { callers } from "./doors.ts";
import type { JobPorts } from "./jobs/routes.ts";
import type { OrderPort, OrderView } from "./ports.ts";
import type { DeliveryRefusal } from "./refusals.ts";

export interface PartyPorts extends JobPorts {
  readonly operatorToken: string | undefined;
  readonly verify: Verify;
  readonly issue: Issue;
}

export const ORDER = "/orders/:id";
const SMALL_BYTES = 64 * 1024;

export interface Known {
  readonly port: OrderPort;
  readonly view: OrderView;
}

export interface Own extends Known {
  readonly called: Called;
}

/** The order, for the customer whose key signed the request; for all others there is none. */
export async function own(c: Context, ports: PartyPorts): Promise<Result<Own, DeliveryRefusal>> {
  const called = await readSigned(c, SMALL_BYTES, callers(ports));
  if (!called.ok) return called;
  const found = await known(c, ports);
  return found.ok && found.value.view.record.customer === called.value.caller.did
    ? ok({ ...found.value, called: called.value })
    : refused({ code: "no-such-order" });
}

/** The order, for its customer, and for the operator with its token. */
export async function party(c: Context, ports: PartyPorts): Promise<Result<Known, DeliveryRefusal>> {
  if (c.req.header("authorization") === undefined) return await own(c, ports);
  const operator = requireOperator(c, ports.operatorToken);
  return operator.ok ? await known(c, ports) : operator;
}

/** The order, for whoever has shown otherwise that it may come in. */
export async function known(
  c: Context,
  { orders }: Pick<PartyPorts, "orders">,
): Promise<Result<Known, DeliveryRefusal>> {
  const id = c.req.param("id") ?? "";
  const port = orders(id);
  const view = UUID_FORM.test(id) ? await port.view() : undefined;
  return view ? ok({ port, view }) : refused({ code: "no-such-order" });
}
