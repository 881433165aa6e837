// What a runner finds of a service at rest, outside of any job: it broke, or it is mended.
import { type Result, ok, refused } from "../../kernel/result.ts";
import { withCondition } from "./conditions.ts";
import type { Delivery } from "./delivery.ts";
import { happened } from "./machine.ts";
import type { Moved, Setting } from "./moves.ts";
import { type OperationRefusal, inVain } from "./operate.ts";

export type Health =
  | { readonly healthy: true }
  /** What is wrong, for the customer to read. */
  | { readonly healthy: false; readonly detail: string };

/** The delivery after a look at what was delivered; what is known already changes nothing. */
export function looked(
  delivery: Delivery,
  health: Health,
  setting: Setting,
): Result<Moved, OperationRefusal> {
  const { state, isBehind } = delivery;
  if (state !== "ACTIVE" && state !== "DEGRADED") return refused(inVain(delivery));
  const detail = health.healthy ? undefined : health.detail;
  const told = withCondition(delivery, "Unhealthy", detail, setting.now);
  if (state === "ACTIVE" && !health.healthy) {
    const broken = happened(told.delivery, "broken", setting, detail);
    return ok({ ...broken, events: [...told.events, ...broken.events] });
  }
  // After an update that failed it would run otherwise than was ordered last: only an update mends that.
  if (state === "DEGRADED" && health.healthy && !isBehind) {
    const mended = happened(told.delivery, "mended", setting);
    return ok({ ...mended, events: [...told.events, ...mended.events] });
  }
  return ok({ ...told, operations: [] });
}
