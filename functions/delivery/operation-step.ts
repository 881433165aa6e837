// An operation that a customer asks for: whether the order takes it, and what it begins.
import { type Result, ok, refused } from "../kernel/result.ts";
import { checkValues } from "./agreement/parameters.ts";
import type { Operation } from "./lifecycle/delivery.ts";
import { operate } from "./lifecycle/operate.ts";
import { stopUnbegun } from "./lifecycle/stop.ts";
import type { OperateRefusal, OperationRequest, OrderView } from "./ports.ts";
import type { Step } from "./step.ts";

const MOST_OPERATIONS = 1_000;
/** Ways out: nobody is kept in a service by a number. */
const UNCOUNTED: ReadonlySet<Operation["kind"]> = new Set(["cancel", "terminate", "erase"]);

/** Takes an operation that the order has not heard of yet. */
export function takeOperation(step: Step, request: OperationRequest): Result<OrderView, OperateRefusal> {
  const { record, store, setting } = step;
  const { id, kind, digest, accessKey } = request;
  if (!record.delivery) return refused({ code: "not-agreed", state: record.agreement.state });
  if (record.delivery.generation >= MOST_OPERATIONS && !UNCOUNTED.has(kind))
    return refused({ code: "too-many-operations", limit: MOST_OPERATIONS });
  // To what was agreed: the offer may be another one by now, or gone.
  const checked = record.shape && request.parameters && checkValues(request.parameters, record.shape);
  if (checked && !checked.ok) return checked;
  const parameters = checked ? checked.value : request.parameters;
  const taken = operate(record.delivery, request, step.circumstances);
  if (!taken.ok) return taken;
  const moved = stopUnbegun(taken.value, step.circumstances);
  const operation: Operation = {
    id,
    kind,
    digest,
    state: "waiting",
    generation: moved.delivery.generation,
    requestedAt: setting.now().toISOString(),
  };
  step.operations.set(id, operation);
  step.tell([{ kind: "operation", data: { operation: id, kind, state: "accepted" } }]);
  const delivery = {
    ...moved.delivery,
    ...(parameters ? { parameters } : {}),
    ...(accessKey ? { accessKey } : {}),
  };
  step.move({ ...moved, delivery });
  return ok({ record: step.commit(), operations: store.operations() });
}
