// What is stopped before anybody has begun it needs no runner to stop it.
import { happened } from "./machine.ts";
import type { Moved, Setting } from "./moves.ts";

/** After a step that stops what is under way: where its run waits for a runner, it has failed at once (MPLI-DEL-154). */
export function stopUnbegun(moved: Moved, setting: Setting): Moved {
  const { run, state, termination } = moved.delivery;
  const isStopped = state === "CANCELLING" || termination !== undefined;
  // What there is has to be known all the same.
  if (!isStopped || !run || run.lease || run.action === "lookup") return moved;
  const ended = happened(moved.delivery, "failed", setting, "stopped before a runner had begun");
  return {
    delivery: ended.delivery,
    events: [...moved.events, ...ended.events],
    operations: [...moved.operations, ...ended.operations],
  };
}
