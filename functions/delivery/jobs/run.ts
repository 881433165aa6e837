// A run and its runner: who leases it, and what it says, in order and once.
import { sha256Hex } from "../../kernel/digest.ts";
import { canonicalJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Run } from "../lifecycle/delivery.ts";
import { happened } from "../lifecycle/machine.ts";
import type { Change, Job, LeaseRefusal, ReportAnswer, RunRefusal } from "../ports.ts";
import type { OrderRecord } from "../record.ts";
import type { Step } from "../step.ts";
import { LAST, type Report, type Reports } from "./reports.ts";
import { takeReport } from "./take-report.ts";

/** Gives a waiting run to a runner. */
export function leaseRun(step: Step, run: string, runner: string): Result<Job, LeaseRefusal> {
  const { record, setting } = step;
  const { delivery } = record;
  const waiting = delivery?.run;
  const now = setting.now().getTime();
  // A runner whose answer was lost asks again: it has the run already, and nothing has been said of it yet.
  const isOurs = waiting?.lease === undefined || (waiting.lease.runner === runner && waiting.through === 0);
  if (!delivery || waiting?.id !== run || !isOurs || waiting.notBefore > now)
    return refused({ code: "no-such-job" });
  const leased: Run = { ...waiting, lease: { runner, until: now + setting.leaseSeconds * 1000 } };
  step.move(happened({ ...delivery, run: leased }, "leased", step.circumstances));
  return ok(jobOf(step.commit(), leased, setting.leaseSeconds));
}

function jobOf(record: OrderRecord, run: Run, leaseSeconds: number): Job {
  const { delivery } = record;
  const { deadline, accessKey } = delivery ?? {};
  return {
    type: "Job",
    id: run.id,
    order: record.id,
    epoch: run.epoch,
    action: run.action,
    ...(run.asked ? { asked: { action: run.asked } } : {}),
    binding: record.binding,
    offer: record.offer,
    parameters: delivery?.parameters ?? record.parameters,
    generation: delivery?.generation ?? 1,
    ...(accessKey ? { accessKey } : {}),
    leaseSeconds,
    leaseUntil: new Date(run.lease?.until ?? 0).toISOString(),
    ...(deadline === undefined ? {} : { deadline: new Date(deadline).toISOString() }),
    path: record.path,
    disclosure: record.disclosure,
  };
}

/** Takes what a runner says; what it has said before changes nothing. */
export function takeReports(
  step: Step,
  id: string,
  runner: string,
  { epoch, events }: Reports,
): Result<ReportAnswer, RunRefusal> {
  const { record, store } = step;
  const { delivery } = record;
  if (!delivery || id !== `${record.id}.${epoch}` || epoch > delivery.epoch)
    return refused({ code: "no-such-job" });
  const digests = events.map((event) => ({
    epoch,
    sequence: event.sequence,
    digest: sha256Hex(canonicalJson({ ...event })),
  }));
  const known = digests.map(({ sequence }) => store.reportDigest(epoch, sequence));
  const other = digests.find(({ digest }, index) => (known[index] ?? digest) !== digest);
  if (other) return refused({ code: "sequence-reuse", sequence: other.sequence });
  const fresh = digests.filter((_, index) => known[index] === undefined);
  const { run } = delivery;
  if (run?.epoch !== epoch || run.lease?.runner !== runner) {
    const last = events.at(-1)?.sequence;
    // The end of a run, heard again: its answer was lost.
    return fresh.length === 0 && last !== undefined
      ? ok({ through: last, cancel: false })
      : refused({ code: "stale-epoch", epoch: delivery.epoch });
  }
  // One that is left out spoils all that come with it: what was refused is sent again as a whole.
  const expected = run.through + 1;
  if (fresh.some(({ sequence }, index) => sequence !== expected + index))
    return refused({ code: "sequence-gap", expected });
  return takeFresh(step, run, events.slice(events.length - fresh.length), fresh);
}

function takeFresh(
  step: Step,
  run: Run,
  events: readonly Report[],
  digests: Change["reports"],
): Result<ReportAnswer, RunRefusal> {
  const { delivery } = step.record;
  const until = step.setting.now().getTime() + step.setting.leaseSeconds * 1000;
  const through = events.at(-1)?.sequence ?? run.through;
  const lease = { runner: run.lease?.runner ?? "", until };
  step.reports.push(...digests);
  if (delivery)
    step.move({ delivery: { ...delivery, run: { ...run, lease, through } }, events: [], operations: [] });
  for (const event of events) {
    const current = step.record.delivery;
    const moved = current && takeReport(current, event, step.circumstances);
    if (!moved) return refused({ code: "not-of-this-action", sequence: event.sequence, action: run.action });
    step.move(moved);
  }
  const cancel = step.record.delivery?.run?.epoch === run.epoch && run.cancel;
  step.commit();
  const hasEnded = events.some(({ type }) => LAST.has(type));
  return ok({ through, cancel, ...(hasEnded ? {} : { leaseUntil: new Date(until).toISOString() }) });
}
