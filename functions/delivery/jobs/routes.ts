// The doors of the provider's own runners: they lease jobs, and report. The orders decide.
import { type Context, Hono } from "hono";
import { only } from "../../edge/allow.ts";
import { type Result, refused } from "../../kernel/result.ts";
import { type Called, readSigned } from "../../trust/caller.ts";
import { UUID_FORM } from "../agreement/members.ts";
import { type DoorPorts, PRIVATE, callers, jsonOf, refuse } from "../doors.ts";
import type { JobList, OrderPort } from "../ports.ts";
import type { DeliveryRefusal } from "../refusals.ts";
import { checkHandedUp } from "../layers/make-receipt.ts";
import { known, ORDER } from "../parties.ts";
import { readHealth } from "./health-report.ts";
import { readLease } from "./lease-request.ts";
import { accessFault, readReports, receiptsIn } from "./reports.ts";

export interface JobPorts extends DoorPorts {
  readonly orders: (id: string) => OrderPort;
  readonly jobs: JobList;
  /** DIDs of the runners that deliver for this node. */
  readonly runners: readonly string[];
}

const REPORT_BYTES = 1024 * 1024;
const HEALTH_BYTES = 16 * 1024;

export function jobRoutes(ports: JobPorts): Hono {
  const app = new Hono();

  app.post("/jobs/lease", async (c) => {
    const called = await runner(c, ports);
    if (!called.ok) return refuse(c, called.refusal);
    const asked = jsonOf(c, called.value.text, readLease);
    if (!asked.ok) return refuse(c, asked.refusal);
    const job = await nextJob(ports, called.value.caller.did, asked.value);
    return job ? c.json(job, 200, PRIVATE) : c.body(null, 204, PRIVATE);
  });

  app.post("/jobs/:run/events", async (c) => {
    const called = await runner(c, ports);
    if (!called.ok) return refuse(c, called.refusal);
    const run = c.req.param("run");
    const order = run.slice(0, 36);
    const reports = jsonOf(c, called.value.text, readReports);
    if (!reports.ok) return refuse(c, reports.refusal);
    if (!UUID_FORM.test(order)) return refuse(c, { code: "no-such-job" });
    const unread = accessFault(reports.value, order);
    if (unread) return refuse(c, unread);
    const receipts = reports.value.events.flatMap(({ data }) => receiptsIn(data));
    const checked = await checkHandedUp(order, receipts, ports.resolveKey);
    if (!checked.ok) return refuse(c, checked.refusal);
    const taken = await ports.orders(order).report(run, called.value.caller.did, reports.value);
    return taken.ok ? c.json(taken.value, 200, PRIVATE) : refuse(c, taken.refusal);
  });

  app.post(`${ORDER}/health`, async (c) => {
    const called = await runner(c, ports, HEALTH_BYTES);
    if (!called.ok) return refuse(c, called.refusal);
    const found = await known(c, ports);
    if (!found.ok) return refuse(c, found.refusal);
    const health = jsonOf(c, called.value.text, readHealth);
    if (!health.ok) return refuse(c, health.refusal);
    const taken = await found.value.port.health(health.value);
    if (!taken.ok) return refuse(c, taken.refusal);
    return c.json({ state: taken.value.record.delivery?.state }, 200, PRIVATE);
  });

  app.all(`${ORDER}/health`, only("POST"));
  app.all("/jobs/lease", only("POST"));
  app.all("/jobs/:run/events", only("POST"));
  return app;
}

/** The runner whose request this is, with a body of at most `limit` bytes. */
export async function runner(
  c: Context,
  ports: DoorPorts & Pick<JobPorts, "runners">,
  limit = REPORT_BYTES,
): Promise<Result<Called, DeliveryRefusal>> {
  const called = await readSigned(c, limit, callers(ports));
  if (!called.ok) return called;
  const { did } = called.value.caller;
  return ports.runners.includes(did) ? called : refused({ code: "not-a-runner", did: did.slice(0, 200) });
}

/** The first job on the list that its order really gives; entries that have gone stale are passed over. */
async function nextJob(
  { jobs, orders, now }: JobPorts,
  did: string,
  { bindings, waitSeconds }: { readonly bindings: readonly string[]; readonly waitSeconds: number },
) {
  const until = now().getTime() + waitSeconds * 1000;
  for (;;) {
    const left = Math.max(0, until - now().getTime()) / 1000;
    const next = await jobs.take(bindings, left);
    if (!next) return undefined;
    const job = await orders(next.order).lease(next.run, did);
    await jobs.done(next.run);
    if (job.ok) return job.value;
  }
}
