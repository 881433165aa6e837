// Tables of the chapters that are made from data: whoever changes the life of an order changes its chapter.
import { AGREEMENT_TABLE } from "../../functions/delivery/agreement/agreement.ts";
import { ORDERING_OPERATIONS } from "../../functions/delivery/agreement/operations.ts";
import { BILLING_OPERATIONS } from "../../functions/delivery/billing/operations.ts";
import type { EventKind } from "../../functions/delivery/events/event.ts";
import { JOB_OPERATIONS } from "../../functions/delivery/jobs/operations.ts";
import { LEVEL_OPERATIONS } from "../../functions/delivery/levels/operations.ts";
import type { Condition } from "../../functions/delivery/lifecycle/delivery.ts";
import { DELIVERY_STATES, STATES, TRANSITIONS } from "../../functions/delivery/lifecycle/table.ts";
import { ORDER_OPERATIONS } from "../../functions/delivery/operations.ts";
import { STATES_OPERATIONS } from "../../functions/delivery/states/operations.ts";
import { code, table } from "./markdown.ts";
import { doorTable, memberTable } from "./schema-tables.ts";

/** Who moves an order by this word. */
function whoSays(on: string): string {
  if (["planned", "leased", "succeeded", "failed", "found", "broken", "mended"].includes(on)) return "runner";
  return on === "lost" || on === "due" ? "clock" : "customer";
}

/** What events say in `data`, by type. */
const EVENTS: Readonly<Record<EventKind, string>> = {
  agreement: "The `state` of the agreement, with the `reason` where it has ended",
  state:
    "The `state` of the order and the one before it in `from`, or `again` where the order stayed in it; `reason` and `operation` where there are any",
  progress:
    "What a runner reported: `started` with the action, members of a report of progress, or a `plan` with those of `planned`",
  condition: "`condition`, its type; `holds`, whether it does now; `message` while it holds",
  operation: "`operation`, its id; its `kind`; its `state`, which is `accepted` when it comes",
  access: "`available`: true when there is a new access to fetch",
  breached:
    "The members of the answer to the measurement but `met`, with the `monitor` and the SHA-256 of its `credential`",
  billed: "`period`, `invoiceNumber`, and the SHA-256 of the usage file as CSV in `usage`",
};

/** When a condition holds, by type. */
const CONDITIONS: Readonly<Record<Condition["type"], string>> = {
  CleanupFailing: "The last run that was to end or remove something failed",
  OperationFailed: "The last run of another kind failed",
  Jeopardy: "A runner said in `jeopardy` why it may come late",
  CallbackUnreachable: "The callback takes nothing",
  ObjectiveMissed: "The latest measurement of an objective misses it",
  Unhealthy: "The latest report of health says what is wrong",
};

const TABLES: Readonly<Record<string, () => string>> = {
  states: () =>
    table(
      ["State", "Means", "The runner is asked to"],
      DELIVERY_STATES.map((name) => {
        const { means, ...state } = STATES[name];
        return [code(name), means, "action" in state ? code(state.action) : ""];
      }),
    ),
  transitions: () =>
    table(
      ["From", "On", "Said by", "To", "Starts", "Note"],
      TRANSITIONS.map(({ from, on, to, starts, when, note }) => [
        code(from),
        code(on),
        whoSays(on),
        code(to),
        starts ? code(starts) : "",
        [when ? `where it came from ${code(when)}` : "", note ?? ""].filter(Boolean).join("; "),
      ]),
    ),
  agreement: () =>
    table(
      ["State", "Leads to", "Who may end it", "Ends by itself with"],
      Object.entries(AGREEMENT_TABLE).map(([name, row]) => [
        code(name),
        Object.values(row.to).map(code).join(", "),
        row.endedBy.join(", "),
        "lapses" in row ? code(row.lapses) : "",
      ]),
    ),
  events: () => listed(["Type", "`data`"], EVENTS, "org.w3id.mpli.order."),
  conditions: () => listed(["Condition", "Holds when"], CONDITIONS),
  "doors-ordering": () => doorTable(ORDERING_OPERATIONS),
  "doors-orders": () => doorTable(ORDER_OPERATIONS),
  "doors-jobs": () => doorTable(JOB_OPERATIONS),
  "doors-levels": () => doorTable(LEVEL_OPERATIONS),
  "doors-billing": () => doorTable(BILLING_OPERATIONS),
  "doors-states": () => doorTable(STATES_OPERATIONS),
};

const listed = (head: readonly string[], rows: Readonly<Record<string, string>>, prefix = "") =>
  table(
    head,
    Object.entries(rows).map(([name, says]) => [code(prefix + name), says]),
  );

const PLACE = /<!-- table: (\S+) -->[\s\S]*?<!-- end -->/g;

/** The chapter with its tables as they are now. */
export function withTables(text: string): string {
  return text.replace(PLACE, (_, name: string) => {
    const [, kind, schema = ""] = /^(request|answer):(.+)$/.exec(name) ?? [];
    const made = kind ? memberTable(schema, kind === "request" ? "Needed" : "Always") : TABLES[name]?.();
    if (made === undefined) throw new Error(`there is no table "${name}"`);
    return `<!-- table: ${name} -->\n\n${made}\n\n<!-- end -->`;
  });
}

/** The same for programs: what the conformance kit knows of the life of an order. */
export function lifecycleJson(): string {
  return `${JSON.stringify({ states: STATES, transitions: TRANSITIONS }, null, 2)}\n`;
}
