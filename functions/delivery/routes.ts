// The doors of delivery: those of customers who operate, and the way to all others. The orders decide.
import { Hono } from "hono";
import { only } from "../edge/allow.ts";
import { UUID_FORM } from "./agreement/members.ts";
import { type OrderingPorts, orderingRoutes } from "./agreement/routes.ts";
import { billingRoutes } from "./billing/routes.ts";
import { PRIVATE, jsonOf, refuse } from "./doors.ts";
import { eventRoutes } from "./events/routes.ts";
import { jobRoutes } from "./jobs/routes.ts";
import { makeReceipts } from "./layers/make-receipt.ts";
import { levelRoutes } from "./levels/routes.ts";
import { readOperation } from "./operation-request.ts";
import { ORDER, own } from "./parties.ts";
import { orderDocument } from "./record.ts";
import type { StatesPorts } from "./states/routes.ts";

export interface DeliveryPorts extends OrderingPorts {
  /** Where the node keeps the states of its runners' tools. */
  readonly states?: StatesPorts;
}

export function deliveryRoutes(ports: DeliveryPorts): Hono {
  const app = new Hono();
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
    const made = await makeReceipts(found.value.view.record, { ...ports, now: ports.now().getTime() });
    return made.ok ? c.json(made.value, 200, PRIVATE) : refuse(c, made.refusal);
  });

  for (const routes of [orderingRoutes, eventRoutes, levelRoutes, billingRoutes, jobRoutes])
    app.route("/", routes(ports));
  app.all(`${ORDER}/operations/:operation`, only("POST"));
  for (const path of ["access", "receipt"]) app.all(`${ORDER}/${path}`, only("GET", "HEAD"));
  return app;
}
