// The doors of usage and bills: runners say what was used, the operator bills it, and both parties can read it.
import { type Context, Hono } from "hono";
import { only } from "../../edge/allow.ts";
import { readJson } from "../../edge/body.ts";
import { negotiate } from "../../edge/negotiate.ts";
import { requireOperator } from "../../edge/operator.ts";
import { sha256Hex } from "../../kernel/digest.ts";
import { canonicalJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { PRIVATE, jsonOf, refuse } from "../doors.ts";
import { runner } from "../jobs/routes.ts";
import { ORDER, type PartyPorts, known, party } from "../parties.ts";
import type { Entry } from "../ledger.ts";
import type { DeliveryRefusal } from "../refusals.ts";
import { type Invoice, billClaims, readBill } from "./bill.ts";
import { FOCUS_VERSION, csvOf } from "./focus.ts";
import { rowsOf, standingAt } from "./month.ts";
import { readPeriod } from "./period.ts";
import { readUsage } from "./usage.ts";

const TOKEN = "application/vc+jwt";
const BILL_BYTES = 16 * 1024;

export function billingRoutes(ports: PartyPorts): Hono {
  const app = new Hono();
  const nowOf = () => ports.now().getTime();

  app.post(`${ORDER}/usage`, async (c) => {
    const called = await runner(c, ports);
    if (!called.ok) return refuse(c, called.refusal);
    const found = await known(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const { port, view } = found.value;
    const since = { orderedAt: Date.parse(view.record.createdAt), now: nowOf() };
    const entries = jsonOf(c, called.value.text, (json) => readUsage(json, since));
    if (!entries.ok) return refuse(c, entries.refusal);
    const entered = await port.enter(entries.value);
    return entered.ok ? c.json({ taken: entries.value.length }, 200, PRIVATE) : refuse(c, entered.refusal);
  });

  app.get(`${ORDER}/usage`, async (c) => {
    const found = await party(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const period = readPeriod(c.req.query("period"));
    const { port, view } = found.value;
    if (!period) return refuse(c, { code: "malformed-parameter", parameter: "period" });
    const { billing } = view.record;
    const rows = billing ? await rowsOf(port, { ...view.record, billing }, period, nowOf()) : [];
    const isJson = negotiate(c.req.header("accept"), ["text/csv", "application/json"]) === "application/json";
    if (isJson)
      return c.json({ type: "Usage", focusVersion: FOCUS_VERSION, period: period.name, rows }, 200, PRIVATE);
    return c.body(csvOf(rows), 200, { ...PRIVATE, "Content-Type": "text/csv; charset=utf-8" });
  });

  app.put(`${ORDER}/bills/:period`, async (c) => {
    const operator = requireOperator(c, ports.operatorToken);
    if (!operator.ok) return refuse(c, operator.refusal);
    const body = await readJson(c, BILL_BYTES);
    if (!body.ok) return refuse(c, body.refusal);
    const invoice = readBill(body.value);
    if (!invoice.ok) return refuse(c, invoice.refusal);
    const billed = await bill(c, invoice.value, ports);
    if (!billed.ok) return refuse(c, billed.refusal);
    const { token, isNew } = billed.value;
    return c.body(token, isNew ? 201 : 200, { ...PRIVATE, "Content-Type": TOKEN });
  });

  app.get(`${ORDER}/bills/:period`, async (c) => {
    const found = await party(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const entry = await found.value.port.entry("bill", c.req.param("period"));
    if (!entry) return refuse(c, { code: "no-such-bill" });
    return c.body(String(entry.value["token"]), 200, { ...PRIVATE, "Content-Type": TOKEN });
  });

  app.all(`${ORDER}/usage`, only("GET", "HEAD", "POST"));
  app.all(`${ORDER}/bills/:period`, only("GET", "HEAD", "PUT"));
  return app;
}

/** Closes a month and bills it; the same invoice again has the same bill, also where the first try broke off. */
async function bill(
  c: Context,
  invoice: Invoice,
  ports: PartyPorts,
): Promise<Result<{ readonly token: string; readonly isNew: boolean }, DeliveryRefusal>> {
  const found = await known(c, ports);
  if (!found.ok) return found;
  const { port, view } = found.value;
  const { billing } = view.record;
  const period = readPeriod(c.req.param("period"));
  if (!period) return refused({ code: "malformed-parameter", parameter: "period" });
  if (!view.record.delivery || !billing)
    return refused({ code: "not-agreed", state: view.record.agreement.state });
  const record = { ...view.record, billing };
  const now = ports.now().getTime();
  const standing = await standingAt(port);
  const isOver = period.until <= now || (period.from <= now && standing?.until !== undefined);
  if (!isOver) return refused({ code: "period-not-over", until: new Date(period.until).toISOString() });
  // Before it is closed: what nobody used is no month to close.
  if ((await rowsOf(port, record, period, now)).length === 0) return refused({ code: "nothing-to-bill" });
  const digest = sha256Hex(canonicalJson({ ...invoice, document: { ...invoice.document } }));
  const { invoiceNumber } = invoice;
  const entry = { id: period.name, period: period.name, digest };
  const closing: Entry = { kind: "closing", ...entry, value: { invoiceNumber } };
  const closed = await port.enter([closing]);
  if (!closed.ok) return closed;
  const known_ = await port.entry("bill", period.name);
  if (known_) return ok({ token: String(known_.value["token"]), isNew: false });
  const rows = await rowsOf(port, record, period, now);
  const claims = billClaims(record, invoice, rows, period);
  const token = await ports.issue(claims, c.req.url);
  const usage = sha256Hex(csvOf(rows));
  const entered = await port.enter([{ kind: "bill", ...entry, value: { token, invoiceNumber, usage } }]);
  if (!entered.ok) return entered;
  // Of two who billed at once, both get the one that was booked first.
  const booked = await port.entry("bill", period.name);
  return ok({ token: String(booked?.value["token"]), isNew: true });
}
