// The table of an order's life, and a walk through its states.
import { readFileSync } from "node:fs";
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";
import { resource } from "../resources.ts";
import { type Placed, accessPair, ordered, sell } from "./orders.ts";
import { CANCELLED, type Run, UPDATE, lease, operated, stateIs } from "./runner.ts";

interface Row {
  readonly from: string;
  readonly on: string;
  readonly to: string;
}

export interface Table {
  readonly states: readonly string[];
  readonly rows: readonly Row[];
}

export function tableOfLife(): Table {
  const { states, transitions } = JSON.parse(readFileSync(resource("spec/lifecycle.json"), "utf8")) as {
    readonly states: object;
    readonly transitions: readonly Row[];
  };
  return { states: Object.keys(states), rows: transitions };
}

/** Whether the table has a row from one of these states to the other; `before` is what was left on the way there. */
export const leads = ({ rows }: Table, from: string, to: string): boolean =>
  rows.some((row) => row.from === from && (row.to === to || row.to === "before"));

const ROTATE: JsonObject = { kind: "rotate", accessKey: accessPair().jwk };

/** A sound request for each kind of operation. */
export const OPERATIONS: readonly JsonObject[] = [
  UPDATE,
  ...["suspend", "resume", "export", "cancel", "terminate", "erase"].map((kind) => ({ kind })),
  ROTATE,
];

/** The run is the one that the kit has there; who takes its time says with it that it is alive. */
type Visit = (state: string, one: Placed, run?: Run) => Promise<void>;

/** Brings orders to every state but `UNKNOWN`, which only time leads to, and shows each of them. */
export async function walk(t: Exam, visit: Visit = async () => undefined): Promise<readonly Placed[]> {
  const ware = await sell(t);
  const one = await ordered(t, ware);
  const at = async (state: string, run?: Run, which = one) => {
    await stateIs(t, which, state);
    await visit(state, which, run);
  };
  /** An operation that is taken, and the run that it leads to. */
  const change = async (body: JsonObject, during: string, action: string) => {
    await operated(t, one, body);
    const run = await lease(t, ware, action);
    await at(during, run);
    return run;
  };
  const planning = await lease(t, ware, "plan");
  await at("ORDERED", planning);
  await planning.tell("planned", { create: 1 });
  await at("PLANNED");
  const making = await lease(t, ware, "apply");
  await at("PROVISIONING", making);
  await making.tell("succeeded");
  await at("ACTIVE");
  await (await change({ kind: "suspend" }, "SUSPENDING", "suspend")).tell("succeeded");
  await at("SUSPENDED");
  await (await change({ kind: "resume" }, "RESUMING", "resume")).tell("succeeded");
  await at("ACTIVE");
  await (await change({ kind: "export" }, "EXPORTING", "export")).tell("succeeded");
  await at("ACTIVE");
  await (await change(ROTATE, "ROTATING", "rotate")).tell("failed", { code: "timeout" });
  await at("ACTIVE");
  await (await change(UPDATE, "UPDATING", "apply")).tell("failed", { code: "no-space" });
  await at("DEGRADED");
  await (await change({ kind: "terminate" }, "TERMINATING", "stop")).tell("succeeded");
  await at("RETRIEVAL");
  await (await change({ kind: "erase" }, "ERASING", "destroy")).tell("succeeded");
  await at("TERMINATED");

  const other = await ordered(t, ware);
  await (await lease(t, ware, "plan")).tell("planned");
  const stopped = await lease(t, ware, "apply");
  await operated(t, other, { kind: "cancel" });
  await at("CANCELLING", stopped, other);
  await stopped.tell("failed", CANCELLED);
  await at("FAILED_CLEANING", undefined, other);
  await (await lease(t, ware, "destroy")).tell("succeeded");
  await at("FAILED", undefined, other);
  return [one, other];
}
