// Faults in what a node gives its runners, and in how it hears them.
import { memoryOrders } from "../../../functions/host/memory-orders.ts";
import { ok } from "../../../functions/kernel/result.ts";
import { answeringRunner, delivering, leasing, ordersThat, reportingTo } from "../delivering.ts";
import { answering, on, refusing, taking } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const leases = on("/jobs/lease", "POST");

export default [
  { breaks: "MPLI-DEL-050", fault: "hears whoever signs as a runner", ...taking("not-a-runner") },
  {
    breaks: "MPLI-DEL-050",
    fault: "looks at who leases, and not at who reports",
    ...answering(on(/^\/jobs\/[^/]+\/events$/), (answer) =>
      answer.status === 403 ? Response.json({ through: 0, cancel: false }) : answer,
    ),
  },
  {
    breaks: "MPLI-DEL-051",
    fault: "gives a job to whoever asks, as long as it is not done",
    ...delivering(({ orders, jobs }) => {
      const given = new Map<string, { order: string; run: string; job: unknown }>();
      return {
        jobs: {
          ...jobs,
          take: async (bindings, wait) => {
            const next = await jobs.take(bindings, 0);
            if (next) return next;
            const again = given.get(bindings.join());
            const under = again && (await orders(again.order).view())?.record.delivery?.run;
            return again && under?.id === again.run && under.through > 0
              ? { order: again.order, run: again.run }
              : jobs.take(bindings, wait);
          },
        },
        orders: (id) => {
          const port = orders(id);
          return {
            ...port,
            lease: async (run, runner) => {
              const job = await port.lease(run, runner);
              if (job.ok) given.set(job.value.binding, { order: id, run, job });
              const before = [...given.values()].find((each) => each.run === run);
              return job.ok || !before ? job : (before.job as typeof job);
            },
          };
        },
      };
    }),
  },
  {
    breaks: "MPLI-DEL-052",
    fault: "gives whatever waits",
    ...delivering(({ jobs }) => ({
      jobs: {
        ...jobs,
        take: (bindings, wait) => jobs.take(Object.assign([...bindings], { includes: () => true }), wait),
      },
    })),
  },
  {
    breaks: "MPLI-DEL-053",
    fault: "answers 404 where there is no job",
    ...answering(leases, (answer) => (answer.status === 204 ? new Response(null, { status: 404 }) : answer)),
  },
  {
    breaks: "MPLI-DEL-053",
    fault: "answers with an empty list where there is no job",
    ...answering(leases, (answer) => (answer.status === 204 ? Response.json([]) : answer)),
  },
  {
    breaks: "MPLI-DEL-054",
    fault: "starts epochs anew after the plan",
    ...leasing((job) => (job.action === "apply" ? { ...job, epoch: 1 } : job)),
  },
  {
    breaks: "MPLI-DEL-054",
    fault: "counts epochs down",
    ...leasing((job) => ({ ...job, epoch: 1_000 - job.epoch })),
  },
  { breaks: "MPLI-DEL-055", fault: "hears a runner whose run is over", ...taking("stale-epoch") },
  {
    breaks: "MPLI-DEL-055",
    fault: "believes the late word of a runner that was lost",
    ...reportingTo(async ({ port, run, runner, reports }) => {
      const taken = await port.report(run, runner, reports);
      const state = (await port.view())?.record.delivery?.state;
      return !taken.ok && taken.refusal.code === "stale-epoch" && state === "UNKNOWN"
        ? ok({ through: reports.events.at(-1)?.sequence ?? 0, cancel: false })
        : taken;
    }),
  },
  {
    breaks: "MPLI-DEL-056",
    fault: "refuses the end of a run that comes again",
    ...ordersThat((port) => ({
      report: async (run, runner, reports) => {
        const current = (await port.view())?.record.delivery;
        return current && current.run?.id !== run
          ? { ok: false, refusal: { code: "stale-epoch", epoch: current.epoch } }
          : port.report(run, runner, reports);
      },
    })),
  },
  {
    breaks: "MPLI-DEL-056",
    fault: "counts a report twice that comes twice",
    ...reportingTo(async ({ port, run, runner, reports }) => {
      const before = (await port.view())?.record.delivery?.run?.through ?? 0;
      const taken = await port.report(run, runner, reports);
      const again = reports.events.filter(({ sequence }) => sequence <= before).length;
      return taken.ok && again > 0 ? ok({ ...taken.value, through: before + again }) : taken;
    }),
  },
  { breaks: "MPLI-DEL-057", fault: "takes another report for one it knows", ...taking("sequence-reuse") },
  {
    breaks: "MPLI-DEL-057",
    fault: "calls a report under a known number stale",
    ...refusing("sequence-reuse", (problem) => (problem["code"] = "stale-epoch")),
  },
  { breaks: "MPLI-DEL-058", fault: "passes over what was left out", ...taking("sequence-gap") },
  {
    breaks: "MPLI-DEL-058",
    fault: "names the last report that it has, and not the one that it expects",
    ...refusing("sequence-gap", (problem) => (problem["expected"] = Number(problem["expected"]) - 1)),
  },
  {
    breaks: "MPLI-DEL-059",
    fault: "waits for ever for a runner that fell silent",
    ...delivering(({ now }) => {
      // The runner is told of two seconds, and the order waits for an hour.
      const { orders, jobs } = memoryOrders({ now, leaseSeconds: 3_600, retrievalSeconds: 30 * 86_400 });
      return {
        jobs,
        orders: (id) => {
          const port = orders(id);
          return {
            ...port,
            lease: async (run, runner) => {
              const job = await port.lease(run, runner);
              return job.ok ? ok({ ...job.value, leaseSeconds: 2 }) : job;
            },
          };
        },
      };
    }),
  },
  {
    breaks: "MPLI-DEL-059",
    fault: "has made again what a silent runner may have made",
    ...leasing((job) => (job.action === "lookup" ? { ...job, action: "apply" } : job)),
  },
  {
    breaks: "MPLI-DEL-060",
    fault: "takes for done what a lookup has found in part",
    ...reportingTo(({ port, run, runner, reports }) =>
      port.report(run, runner, {
        ...reports,
        events: reports.events.map((event) =>
          event.data["exists"] === "partial" ? { ...event, data: { exists: "complete" } } : event,
        ),
      }),
    ),
  },
  {
    breaks: "MPLI-DEL-060",
    fault: "takes for done what a lookup did not find",
    ...reportingTo(({ port, run, runner, reports }) =>
      port.report(run, runner, {
        ...reports,
        events: reports.events.map((event) =>
          event.data["exists"] === "none" ? { ...event, data: { exists: "complete" } } : event,
        ),
      }),
    ),
  },
  {
    breaks: "MPLI-DEL-014",
    fault: "lets the runner go on that a termination waits for",
    ...answeringRunner(({ cancel: _, ...answer }) => ({ ...answer, cancel: false })),
  },
  {
    breaks: "MPLI-DEL-061",
    fault: "tells no runner to stop",
    ...answeringRunner((answer) => ({ ...answer, cancel: false })),
  },
  {
    breaks: "MPLI-DEL-061",
    fault: "tells every runner to stop",
    ...answeringRunner((answer) => ({ ...answer, cancel: true })),
  },
  { breaks: "MPLI-DEL-062", fault: "passes over reports that it cannot read", ...taking("malformed-report") },
  {
    breaks: "MPLI-DEL-062",
    fault: "refuses malformed reports with 400",
    ...refusing("malformed-report", (problem) => (problem["status"] = 400), 400),
  },
] satisfies Mutant[];
