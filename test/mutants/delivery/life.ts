// Faults in the life of an order, and in what becomes of the operations of its customer.
import { memoryOrders } from "../../../functions/host/memory-orders.ts";
import { ok } from "../../../functions/kernel/result.ts";
import { delivering, leasing, ordersThat, reportingTo } from "../delivering.ts";
import { answering, on, refusing, taking, withHeaders, withJson, withStatus } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const operates = on(/^\/orders\/[^/]+\/operations\//, "POST");
const looks = on(/^\/orders\/[^/]+$/, "GET");
const DAY = 86_400;

/** Keeps data for so many days. */
const keeping = (days: number) =>
  delivering(({ now }) => memoryOrders({ now, leaseSeconds: 2, retrievalSeconds: days * DAY }));

/** Takes operations otherwise than its order would. */
const ERASE = { id: "00000000-0000-4000-8000-00000000e7a5", kind: "erase", digest: "none" } as const;
const TERMINATE = { ...ERASE, kind: "terminate" } as const;

/** Of the runs, what each was to do. */
const actions = () => {
  const known = new Map<string, string>();
  return known;
};

/** The last word of runs of this action is changed. */
const endingOtherwise = (
  action: string,
  from: string,
  to: "succeeded" | "planned" | "failed" | "found",
  data = {},
) => {
  const known = actions();
  return ordersThat((port) => ({
    lease: async (run, runner) => {
      const job = await port.lease(run, runner);
      if (job.ok) known.set(run, job.value.action);
      return job;
    },
    report: (run, runner, reports) =>
      port.report(run, runner, {
        ...reports,
        events: reports.events.map((event) =>
          known.get(run) === action && event.type === from
            ? { ...event, type: to, data: { ...event.data, ...data } }
            : event,
        ),
      }),
  }));
};

/** Right after a report, the order is operated by nobody's wish. */
const operatingAfter = (state: string, operation: typeof ERASE | typeof TERMINATE) =>
  reportingTo(async ({ port, run, runner, reports }) => {
    const taken = await port.report(run, runner, reports);
    if ((await port.view())?.record.delivery?.state === state) await port.operate(operation);
    return taken;
  });

export default [
  {
    breaks: "MPLI-DEL-001",
    fault: "takes a failed update for a success",
    ...endingOtherwise("apply", "failed", "succeeded"),
  },
  {
    breaks: "MPLI-DEL-001",
    fault: "terminates what was suspended",
    ...operatingAfter("SUSPENDED", TERMINATE),
  },
  {
    breaks: "MPLI-DEL-001",
    fault: "takes a plan that failed for a plan",
    ...endingOtherwise("plan", "failed", "planned"),
  },
  {
    breaks: "MPLI-DEL-002",
    fault: "leaves behind what failed",
    ...leasing((job) => (job.action === "destroy" ? undefined : job)),
  },
  {
    breaks: "MPLI-DEL-002",
    fault: "gives up cleaning after the first try",
    ...endingOtherwise("destroy", "failed", "succeeded"),
  },
  { breaks: "MPLI-DEL-003", fault: "keeps data for 28 days", ...keeping(28) },
  {
    breaks: "MPLI-DEL-003",
    fault: "does not say for how long it keeps data",
    ...answering(looks, (answer) => withJson(answer, (order) => delete order["retrievalUntil"])),
  },
  { breaks: "MPLI-DEL-003", fault: "erases together with the end", ...operatingAfter("RETRIEVAL", ERASE) },
  {
    breaks: "MPLI-DEL-010",
    fault: "answers an operation with 200",
    ...answering(operates, (answer) => (answer.status === 202 ? withStatus(answer, 200) : answer)),
  },
  {
    breaks: "MPLI-DEL-010",
    fault: "answers an operation with nothing",
    ...answering(operates, (answer) => (answer.status === 202 ? Response.json({}, { status: 202 }) : answer)),
  },
  {
    breaks: "MPLI-DEL-011",
    fault: "refuses an operation that comes again",
    ...ordersThat((port) => ({
      operate: async (request) =>
        (await port.view())?.operations.some(({ id }) => id === request.id)
          ? { ok: false, refusal: { code: "id-reuse" } }
          : port.operate(request),
    })),
  },
  {
    breaks: "MPLI-DEL-011",
    fault: "carries out again what comes again",
    ...ordersThat((port) => ({
      operate: async (request) => {
        const known = (await port.view())?.operations.find(({ id }) => id === request.id);
        const answer = await port.operate(request);
        if (known?.endedAt && known.digest === request.digest)
          await port.operate({ ...request, id: crypto.randomUUID() });
        return answer;
      },
    })),
  },
  { breaks: "MPLI-DEL-012", fault: "takes another operation under the same id", ...taking("id-reuse", 202) },
  {
    breaks: "MPLI-DEL-012",
    fault: "looks at the kind of an operation only",
    ...ordersThat((port) => ({
      operate: async (request) => {
        const view = await port.view();
        const known = view?.operations.find(({ id }) => id === request.id);
        return view && known?.kind === request.kind ? ok(view) : port.operate(request);
      },
    })),
  },
  {
    breaks: "MPLI-DEL-013",
    fault: "takes a second operation while one is under way",
    ...taking("operation-in-progress", 202),
  },
  {
    breaks: "MPLI-DEL-013",
    fault: "does not say when to come again",
    ...answering(operates, (answer) => withHeaders(answer, { "retry-after": undefined })),
  },
  {
    breaks: "MPLI-DEL-014",
    fault: "has a termination wait at the door",
    ...ordersThat((port) => ({
      operate: async (request) => {
        const state = (await port.view())?.record.delivery?.state ?? "";
        return request.kind === "terminate" && state === "UPDATING"
          ? { ok: false, refusal: { code: "operation-in-progress", state: "UPDATING" } }
          : port.operate(request);
      },
    })),
  },
  {
    breaks: "MPLI-DEL-015",
    fault: "refuses to cancel provisioning",
    ...ordersThat((port) => ({
      operate: async (request) =>
        request.kind === "cancel" && (await port.view())?.record.delivery?.state === "PROVISIONING"
          ? { ok: false, refusal: { code: "past-point-of-no-return" } }
          : port.operate(request),
    })),
  },
  {
    breaks: "MPLI-DEL-015",
    fault: "cleans up nothing after a cancellation",
    ...leasing((job) => (job.action === "destroy" ? undefined : job)),
  },
  {
    breaks: "MPLI-DEL-016",
    fault: "cancels past the point of no return",
    ...taking("past-point-of-no-return", 202),
  },
  {
    breaks: "MPLI-DEL-016",
    fault: "forgets the point of no return with the next report",
    ...reportingTo(({ port, run, runner, reports }) =>
      port.report(run, runner, {
        ...reports,
        events: reports.events.map((event) => ({
          ...event,
          data: Object.fromEntries(
            Object.entries(event.data).filter(([name]) => name !== "pastPointOfNoReturn"),
          ),
        })),
      }),
    ),
  },
  {
    breaks: "MPLI-DEL-017",
    fault: "passes over what cannot be done in a state",
    ...taking("not-in-this-state", 202),
  },
  {
    breaks: "MPLI-DEL-017",
    fault: "calls it in progress where nothing is",
    ...refusing("not-in-this-state", (problem) => (problem["code"] = "operation-in-progress")),
  },
  { breaks: "MPLI-DEL-018", fault: "operates before the agreement", ...taking("not-agreed", 202) },
  {
    breaks: "MPLI-DEL-018",
    fault: "says of an order that is not agreed on that there is none",
    ...refusing(
      "not-agreed",
      (problem) => Object.assign(problem, { code: "no-such-order", status: 404 }),
      404,
    ),
  },
  {
    breaks: "MPLI-DEL-019",
    fault: "takes an update with any parameters",
    ...answering(operates, (answer) => (answer.status === 422 ? Response.json({}, { status: 202 }) : answer)),
  },
  {
    breaks: "MPLI-DEL-019",
    fault: "refuses parameters of an update as it refuses a malformed operation",
    ...answering(operates, (answer) =>
      answer.status === 422
        ? withJson(answer, (problem) => (problem["code"] = "malformed-operation"))
        : answer,
    ),
  },
] satisfies Mutant[];
