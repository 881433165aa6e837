// What a lookup has shown, after a runner fell silent: what was under way is over, or is done again.
import { cleared } from "./conditions.ts";
import type { Delivery } from "./delivery.ts";
import { happened } from "./machine.ts";
import { type Moved, type Setting, enter, start, still } from "./moves.ts";
import type { DeliveryState } from "./table.ts";

/** What a runner found, by a lookup with the order's id. */
export interface Found {
  readonly exists: "none" | "partial" | "complete";
  readonly running?: boolean;
}

/** What a lookup has shown: what was under way has ended as it was to, or is done again. */
export function found(delivery: Delivery, shown: Found, setting: Setting): Moved {
  const { lost } = delivery;
  if (delivery.state !== "UNKNOWN" || !lost) return still(delivery);
  const { run: _, lost: __, ...rest } = delivery;
  const back = enter(rest, lost.state, setting, { reason: `looked up: ${shown.exists}` });
  const outcome = outcomeOf(lost.state, shown, delivery.termination !== undefined);
  if (outcome === "again") {
    const again = { ...back, delivery: { ...back.delivery, failures: delivery.failures + 1 } };
    return start(again, lost.action, setting);
  }
  const clear = outcome === "succeeded" ? cleared(back.delivery, setting.now) : { ...back, events: [] };
  const next = happened(clear.delivery, outcome, setting, `looked up: ${shown.exists}`);
  return { ...next, events: [...back.events, ...clear.events, ...next.events] };
}

function outcomeOf(
  state: DeliveryState,
  { exists, running }: Found,
  isEnding: boolean,
): "succeeded" | "failed" | "again" {
  switch (state) {
    case "FAILED_CLEANING":
    case "ERASING":
    case "TERMINATING":
      return exists === "none" ? "succeeded" : "again";
    case "CANCELLING":
      return "failed";
    case "PROVISIONING":
      return exists === "complete" ? "succeeded" : isEnding ? "failed" : "again";
    case "SUSPENDING":
      return exists === "complete" && running === false ? "succeeded" : isEnding ? "failed" : "again";
    case "RESUMING":
      return exists === "complete" && running === true ? "succeeded" : isEnding ? "failed" : "again";
    default:
      // What an update or an export has come to, nobody can see from outside: it is done again.
      return isEnding ? "failed" : "again";
  }
}
