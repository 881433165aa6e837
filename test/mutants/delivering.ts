// Spoilt orders: what an order answers to its customer and to its runners, changed at its port.
import type { Entry, EntryKind } from "../../functions/delivery/ledger.ts";
import type { Job, OrderPort, ReportAnswer } from "../../functions/delivery/ports.ts";
import type { StatePort } from "../../functions/delivery/states/ports.ts";
import type { Reports } from "../../functions/delivery/jobs/reports.ts";
import { type Result, ok } from "../../functions/kernel/result.ts";
import type { Host } from "../../functions/node.ts";
import type { Spoil } from "./mutant.ts";

type Ports = NonNullable<Host["delivery"]>;

/** Delivers by other ports. */
export const delivering = (change: (ports: Ports) => Partial<Ports>): Spoil => ({
  host: (host) =>
    host.delivery ? { ...host, delivery: { ...host.delivery, ...change(host.delivery) } } : host,
});

/** Each order is spoilt by itself. */
export const ordersThat = (change: (port: OrderPort, id: string) => Partial<OrderPort>): Spoil =>
  delivering(({ orders }) => {
    const known = new Map<string, OrderPort>();
    return {
      orders: (id) => {
        const port = known.get(id) ?? { ...orders(id), ...change(orders(id), id) };
        known.set(id, port);
        return port;
      },
    };
  });

/** The states of each order are spoilt by themselves. */
export const statesThat = (change: (port: StatePort, id: string) => Partial<StatePort>): Spoil =>
  delivering(({ states }) => {
    if (!states) return {};
    const known = new Map<string, StatePort>();
    return {
      states: {
        ...states,
        of: (id) => {
          const port = known.get(id) ?? { ...states.of(id), ...change(states.of(id), id) };
          known.set(id, port);
          return port;
        },
      },
    };
  });

/** Gives jobs otherwise; undefined keeps one back. */
export const leasing = (change: (job: Job) => Job | undefined): Spoil =>
  ordersThat((port) => ({
    lease: async (run, runner) => {
      const job = await port.lease(run, runner);
      if (!job.ok) return job;
      const other = change(job.value);
      return other ? ok(other) : { ok: false, refusal: { code: "no-such-job" } };
    },
  }));

type Heard = {
  readonly port: OrderPort;
  readonly run: string;
  readonly runner: string;
  readonly reports: Reports;
};
type Reported = Awaited<ReturnType<OrderPort["report"]>>;

/** Takes reports otherwise. */
export const reportingTo = (take: (heard: Heard) => Promise<Reported>): Spoil =>
  ordersThat((port) => ({ report: (run, runner, reports) => take({ port, run, runner, reports }) }));

/** Answers a runner otherwise. */
export const answeringRunner = (change: (answer: ReportAnswer) => ReportAnswer): Spoil =>
  reportingTo(async ({ port, run, runner, reports }) => {
    const taken: Result<ReportAnswer, never> | Reported = await port.report(run, runner, reports);
    return taken.ok ? ok(change(taken.value)) : taken;
  });

/** What each event of an order says is changed as it is read; where the change has none, it is left out. */
export const telling = (
  change: (event: Record<string, unknown>, index: number) => Record<string, unknown> | undefined,
): Spoil =>
  ordersThat((port) => ({
    events: async (after, limit, waitSeconds) =>
      (await port.events(after, limit, waitSeconds)).flatMap((stored) => {
        const event = change(JSON.parse(stored.text) as Record<string, unknown>, stored.sequence);
        return event ? [{ ...stored, text: JSON.stringify(event) }] : [];
      }),
  }));

/** Remembers entries of a kind otherwise than they were booked. */
export const remembering = (kind: EntryKind, change: (value: Entry["value"]) => Entry["value"]): Spoil =>
  ordersThat((port) => ({
    async entries(of, period) {
      const found = await port.entries(of, period);
      return of === kind ? found.map((entry) => ({ ...entry, value: change(entry.value) })) : found;
    },
  }));

/** Enters one after the other, whatever becomes of those before. */
export const oneByOne = async (port: OrderPort, entries: readonly Entry[]) => {
  let last = await port.enter([]);
  for (const entry of entries) {
    const entered = await port.enter([entry]);
    if (last.ok) last = entered;
  }
  return last;
};
