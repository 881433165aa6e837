// Conditions of an order: what holds of it besides its state.
import type { Condition, Delivery, Draft } from "./delivery.ts";

interface Conditioned {
  readonly delivery: Delivery;
  readonly events: readonly Draft[];
}

/** Puts a condition, or takes it away; tells only of a change. */
export function withCondition(
  delivery: Delivery,
  type: Condition["type"],
  message: string | undefined,
  now: Date,
): Conditioned {
  const known = delivery.conditions.find((each) => each.type === type);
  if (known?.message === message) return { delivery, events: [] };
  const others = delivery.conditions.filter((each) => each.type !== type);
  const conditions =
    message === undefined
      ? others
      : [...others, { type, since: now.toISOString(), observedGeneration: delivery.generation, message }];
  const data = {
    condition: type,
    holds: message !== undefined,
    ...(message === undefined ? {} : { message }),
  };
  return { delivery: { ...delivery, conditions }, events: [{ kind: "condition", data }] };
}

/** What speaks of a failure, or of one to come, ends with a success. */
export function cleared(delivery: Delivery, now: Date): Conditioned {
  let rest: Conditioned = { delivery, events: [] };
  for (const type of ["OperationFailed", "CleanupFailing", "Jeopardy"] as const) {
    const next = withCondition(rest.delivery, type, undefined, now);
    rest = { delivery: next.delivery, events: [...rest.events, ...next.events] };
  }
  return rest;
}
