// What a report of a runner does to a delivery.
import type { Delivery, Draft } from "../lifecycle/delivery.ts";
import { cleared, withCondition } from "../lifecycle/conditions.ts";
import { type Found, found } from "../lifecycle/lookup.ts";
import { happened } from "../lifecycle/machine.ts";
import type { Moved, Setting } from "../lifecycle/moves.ts";
import type { Action } from "../lifecycle/table.ts";
import type { Report, ReportType } from "./reports.ts";

/** How each run may end besides failing. */
const ENDS: Readonly<Record<Action, ReportType>> = {
  plan: "planned",
  apply: "succeeded",
  suspend: "succeeded",
  resume: "succeeded",
  export: "succeeded",
  rotate: "succeeded",
  stop: "succeeded",
  destroy: "succeeded",
  lookup: "found",
};

/** The delivery after a report, or undefined for an end that this run cannot have. */
export function takeReport(delivery: Delivery, { type, data }: Report, setting: Setting): Moved | undefined {
  const { run } = delivery;
  if (!run) return undefined;
  switch (type) {
    case "heartbeat":
      return { delivery, events: [], operations: [] };
    case "started":
    case "progress":
      return progressed(delivery, type, data, setting.now);
    case "failed":
      return failed(delivery, run.action, data, setting);
    default:
      if (ENDS[run.action] !== type) return undefined;
      return ended(delivery, run.action, data, setting);
  }
}

function progressed(
  delivery: Delivery,
  type: ReportType,
  { milestone, percent, estimated, pastPointOfNoReturn, jeopardy, message, tool, version }: Report["data"],
  now: Date,
): Moved {
  const at = now.toISOString();
  const next: Delivery = {
    ...delivery,
    ...(typeof percent === "number" ? { percent } : {}),
    ...(typeof estimated === "string" ? { estimatedAt: estimated } : {}),
    ...(pastPointOfNoReturn === true ? { pastPointOfNoReturn } : {}),
    ...(typeof milestone === "string"
      ? { milestones: [...delivery.milestones, { name: milestone, at }].slice(-MOST_MILESTONES) }
      : {}),
  };
  const said = { milestone, percent, estimated, pastPointOfNoReturn, message, tool, version };
  const data = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const progress: Draft = {
    kind: "progress",
    data: type === "started" ? { started: delivery.run?.action, ...data } : data,
  };
  const condition = withCondition(next, "Jeopardy", jeopardyOf(jeopardy, next), now);
  return { delivery: condition.delivery, events: [progress, ...condition.events], operations: [] };
}

const MOST_MILESTONES = 50;

/** A report that says nothing of it leaves the condition as it is; an empty text takes it away. */
function jeopardyOf(said: Report["data"][string] | undefined, { conditions }: Delivery): string | undefined {
  if (typeof said === "string") return said === "" ? undefined : said;
  return conditions.find(({ type }) => type === "Jeopardy")?.message;
}

function failed(delivery: Delivery, action: Action, data: Report["data"], setting: Setting): Moved {
  const { code, detail } = data;
  const reason = [code, detail].filter((part) => typeof part === "string" && part !== "").join(": ");
  const type = action === "destroy" || action === "stop" ? "CleanupFailing" : "OperationFailed";
  const told = withCondition(delivery, type, reason, setting.now);
  const moved = happened(told.delivery, "failed", setting, reason);
  return { ...moved, events: [...told.events, ...moved.events] };
}

function ended(
  delivery: Delivery,
  action: Action,
  data: Report["data"],
  setting: Setting,
): Moved | undefined {
  if (action === "lookup") {
    const kept = keep(delivery, data);
    const moved = found(kept.delivery, data as unknown as Found, setting);
    return { ...moved, events: [...kept.events, ...moved.events] };
  }
  if (action === "plan") {
    const moved = happened({ ...delivery, plan: data }, "planned", setting);
    return { ...moved, events: [{ kind: "progress", data: { plan: data } }, ...moved.events] };
  }
  const clear = cleared(delivery, setting.now);
  const kept = keep(clear.delivery, data);
  const moved = happened(kept.delivery, "succeeded", setting);
  return { ...moved, events: [...clear.events, ...kept.events, ...moved.events] };
}

/** Keeps what a run has brought; of access only that there is a new one is told. */
function keep(
  delivery: Delivery,
  { outputs, access, receipts, export: exported }: Report["data"],
): { readonly delivery: Delivery; readonly events: readonly Draft[] } {
  const next: Delivery = {
    ...delivery,
    ...(outputs ? { outputs: outputs as Delivery["outputs"] & object } : {}),
    ...(typeof access === "string" ? { access } : {}),
    ...(Array.isArray(receipts) ? { receipts: receipts as string[] } : {}),
    ...(exported ? { exported: exported as Delivery["exported"] & object } : {}),
  };
  const isNew = typeof access === "string" && access !== delivery.access;
  return { delivery: next, events: isNew ? [{ kind: "access", data: { available: true } }] : [] };
}
