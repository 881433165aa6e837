// Faults in what ends too late, in what is missing, and in what is counted.
import type { Job, OperationRequest } from "../../../functions/delivery/ports.ts";
import type { Delivery } from "../../../functions/delivery/lifecycle/delivery.ts";
import { ok } from "../../../functions/kernel/result.ts";
import { delivering, ordersThat } from "../delivering.ts";
import type { Mutant, Spoil } from "../mutant.ts";

/** Shows a delivery otherwise, by how runs of it have ended, such as `apply succeeded`. */
const showing = (change: (delivery: Delivery, ended: readonly string[]) => Delivery): Spoil =>
  ordersThat((port) => {
    const ended: string[] = [];
    return {
      async report(run, runner, reports) {
        const action = (await port.view())?.record.delivery?.run?.action;
        const taken = await port.report(run, runner, reports);
        const last = reports.events.at(-1)?.type;
        if (taken.ok && action && last) ended.push(`${action} ${last}`);
        return taken;
      },
      async view() {
        const view = await port.view();
        const delivery = view?.record.delivery;
        if (!delivery) return view;
        const other = change(delivery, ended);
        return { ...view, record: { ...view.record, delivery: other } };
      },
    };
  });

/** What was delivered is forgotten where a lookup has found it. */
const withoutFound = (given: Delivery, ended: readonly string[]): Delivery => {
  const { delivered: _, ...rest } = given;
  return ended.includes("lookup found") ? rest : given;
};

/** Takes so many operations, and of these kinds no more. */
const counting = (most: number, ...kinds: readonly string[]): Spoil =>
  ordersThat((port) => ({
    async operate(request) {
      const before = (await port.view())?.operations ?? [];
      const isKnown = before.some(({ id }) => id === request.id);
      return !isKnown && before.length >= most && kinds.includes(request.kind)
        ? { ok: false, refusal: { code: "too-many-operations", limit: most } }
        : port.operate(request);
    },
  }));

/** Leases what an order was about to do once more after it has failed. */
const leasingTooLate = (): Spoil =>
  delivering(({ orders, jobs }) => {
    const known = new Map<string, Job>();
    const hasFailed = async (order: string) =>
      (await orders(order).view())?.record.delivery?.state === "FAILED";
    return {
      orders: (id) => ({
        ...orders(id),
        async lease(run, runner) {
          const job = await orders(id).lease(run, runner);
          if (job.ok) known.set(id, job.value);
          const last = known.get(id);
          return !job.ok && last && (await hasFailed(id)) ? ok({ ...last, action: "apply" }) : job;
        },
      }),
      jobs: {
        ...jobs,
        async take(bindings, waitSeconds) {
          const found = await jobs.take(bindings, waitSeconds);
          if (found) return found;
          for (const { order, id, binding } of known.values())
            if (bindings.includes(binding) && (await hasFailed(order))) return { order, run: id };
          return undefined;
        },
      },
    };
  });

/** Keeps a request of this kind until a runner has the job. */
const waitingForARunner = (kind: string): Spoil =>
  ordersThat((port) => {
    let kept: OperationRequest | undefined;
    return {
      async operate(request) {
        const view = await port.view();
        const run = view?.record.delivery?.run;
        if (request.kind !== kind || !view || !run || run.lease) return port.operate(request);
        kept = request;
        return ok(view);
      },
      async lease(run, runner) {
        const job = await port.lease(run, runner);
        if (job.ok && kept) await port.operate(kept);
        return job;
      },
    };
  });

export default [
  {
    breaks: "MPLI-DEL-150",
    fault: "gives out the job of an order that came too late",
    ...leasingTooLate(),
  },
  {
    breaks: "MPLI-DEL-150",
    fault: "begins though the deadline has passed",
    ...ordersThat((port) => {
      let deadline: number | undefined;
      return {
        open({ deadline: asked, ...record }) {
          deadline = asked;
          return port.open(record);
        },
        async lease(run, runner) {
          const job = await port.lease(run, runner);
          return job.ok && deadline !== undefined
            ? ok({ ...job.value, deadline: new Date(deadline).toISOString() })
            : job;
        },
      };
    }),
  },
  {
    breaks: "MPLI-DEL-151",
    fault: "takes for delivered only what a runner said was done",
    ...showing(withoutFound),
  },
  {
    breaks: "MPLI-DEL-151",
    fault: "takes what was asked for as delivered",
    ...showing((it) => (it.delivered ? { ...it, delivered: it.parameters } : it)),
  },
  {
    breaks: "MPLI-DEL-110",
    fault: "forgets what it promised of a service that was looked up",
    ...showing(withoutFound),
  },
  {
    breaks: "MPLI-DEL-152",
    fault: "takes an export after a failed update for all that was asked",
    ...showing((it, ended) =>
      ended.at(-1) === "export succeeded" ? { ...it, observedGeneration: it.generation } : it,
    ),
  },
  {
    breaks: "MPLI-DEL-152",
    fault: "takes a failed update for observed",
    ...showing((it) => (it.state === "DEGRADED" ? { ...it, observedGeneration: it.generation } : it)),
  },
  {
    breaks: "MPLI-DEL-001",
    fault: "forgets a failed update once the service was halted",
    ...showing((it, ended) =>
      it.state === "DEGRADED" && ended.at(-1) === "resume succeeded" ? { ...it, state: "ACTIVE" } : it,
    ),
  },
  {
    breaks: "MPLI-DEL-001",
    fault: "degrades a service whose rotation failed",
    ...showing((it, ended) =>
      it.state === "ACTIVE" && ended.at(-1) === "rotate failed" ? { ...it, state: "DEGRADED" } : it,
    ),
  },
  {
    breaks: "MPLI-DEL-153",
    fault: "counts what ends a service among its operations",
    ...counting(5, "export", "update", "terminate"),
  },
  { breaks: "MPLI-DEL-153", fault: "counts cancellations", ...counting(5, "cancel") },
  { breaks: "MPLI-DEL-153", fault: "keeps the data of whoever changed too much", ...counting(5, "erase") },
  {
    breaks: "MPLI-DEL-154",
    fault: "cancels an update when a runner has begun it",
    ...waitingForARunner("cancel"),
  },
  {
    breaks: "MPLI-DEL-154",
    fault: "ends a service when a runner has begun to change it",
    ...waitingForARunner("terminate"),
  },
] satisfies Mutant[];
