// Faults in what is made of the health of a service, as runners tell it outside of any job.
import type { Health } from "../../../functions/delivery/lifecycle/health.ts";
import type { Delivery } from "../../../functions/delivery/lifecycle/delivery.ts";
import type { OrderPort, OrderView } from "../../../functions/delivery/ports.ts";
import { ok } from "../../../functions/kernel/result.ts";
import { ordersThat } from "../delivering.ts";
import { answering, on, refusing, taking, withHeaders, withJson, withStatus } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const tells = on(/^\/orders\/[^/]+\/health$/, "POST");

type Taken = Awaited<ReturnType<OrderPort["health"]>>;

/** Takes reports of health otherwise. */
const healthTo = (take: (port: OrderPort, health: Health) => Promise<Taken>): Spoil =>
  ordersThat((port) => ({ health: (health) => take(port, health) }));

/** The order as it stands, as if the report had been taken. */
async function passedOver(port: OrderPort): Promise<Taken> {
  const view = await port.view();
  return view ? ok(view) : { ok: false, refusal: { code: "no-such-order" } };
}

const seenAs = ({ record, ...view }: OrderView, change: (delivery: Delivery) => Partial<Delivery>) => {
  const { delivery } = record;
  return delivery
    ? { ...view, record: { ...record, delivery: { ...delivery, ...change(delivery) } } }
    : { ...view, record };
};

/** Shows what is wrong otherwise. */
const showing = (change: (message: string) => string | undefined): Spoil =>
  ordersThat((port) => ({
    async view() {
      const view = await port.view();
      return (
        view &&
        seenAs(view, ({ conditions }) => ({
          conditions: conditions.flatMap((condition) => {
            const message = condition.type === "Unhealthy" ? change(condition.message) : condition.message;
            return message === undefined ? [] : [{ ...condition, message }];
          }),
        }))
      );
    },
  }));

/** Shows what was ever wrong. */
const remembering = (): Spoil =>
  ordersThat((port) => {
    const known: Delivery["conditions"][number][] = [];
    return {
      async view() {
        const view = await port.view();
        if (!view) return view;
        return seenAs(view, ({ conditions }) => {
          const now = conditions.find(({ type }) => type === "Unhealthy");
          if (now) known.push(now);
          const last = known.at(-1);
          return { conditions: now || !last ? conditions : [...conditions, last] };
        });
      },
    };
  });

/** Shows an order as ACTIVE once a report has said that all is well. */
const mendingAll = (): Spoil =>
  ordersThat((port) => {
    let isWell = false;
    const seen = (view: OrderView) =>
      seenAs(view, ({ state }) => (isWell && state === "DEGRADED" ? { state: "ACTIVE" } : {}));
    return {
      async view() {
        const view = await port.view();
        return view && seen(view);
      },
      async health(health) {
        const taken = await port.health(health);
        if (taken.ok) isWell = health.healthy;
        return taken.ok ? ok(seen(taken.value)) : taken;
      },
      async operate(request) {
        isWell = false;
        return await port.operate(request);
      },
    };
  });

/** After an operation, what is told of health has no effect. */
const deafAfter = (kind: string): Spoil =>
  ordersThat((port) => {
    let isDeaf = false;
    return {
      health: (health) => (isDeaf ? passedOver(port) : port.health(health)),
      async operate(request) {
        isDeaf ||= request.kind === kind;
        return await port.operate(request);
      },
    };
  });

export default [
  {
    breaks: "MPLI-DEL-130",
    fault: "lets everybody tell how a service is",
    ...answering(tells, (answer) => (answer.status === 403 ? Response.json({ state: "DEGRADED" }) : answer)),
  },
  {
    breaks: "MPLI-DEL-130",
    fault: "has no order for whoever is no runner",
    ...answering(tells, (answer) => (answer.status === 403 ? withStatus(answer, 404) : answer)),
  },
  {
    breaks: "MPLI-DEL-131",
    fault: "answers a report of health with nothing",
    ...answering(tells, (answer) => (answer.ok ? new Response(null, { status: 204 }) : answer)),
  },
  {
    breaks: "MPLI-DEL-131",
    fault: "says where the order was before the report",
    ...healthTo(async (port, health) => {
      const before = await passedOver(port);
      const taken = await port.health(health);
      return taken.ok ? before : taken;
    }),
  },
  {
    breaks: "MPLI-DEL-132",
    fault: "keeps to itself what is broken",
    ...healthTo((port, health) => (health.healthy ? port.health(health) : passedOver(port))),
  },
  {
    breaks: "MPLI-DEL-132",
    fault: "takes what is broken for a condition and nothing more",
    ...ordersThat((port) => ({
      async view() {
        const view = await port.view();
        const delivery = view?.record.delivery;
        const isBroken = delivery?.state === "DEGRADED" && !delivery.isBehind;
        return view && isBroken ? seenAs(view, () => ({ state: "ACTIVE" })) : view;
      },
    })),
  },
  { breaks: "MPLI-DEL-133", fault: "does not say what is wrong", ...showing(() => undefined) },
  { breaks: "MPLI-DEL-133", fault: "says that something is wrong", ...showing(() => "unhealthy") },
  {
    breaks: "MPLI-DEL-133",
    fault: "says what was wrong first",
    ...ordersThat((port) => {
      let first: Health | undefined;
      return {
        async health(health) {
          if (!health.healthy) first ??= health;
          return await port.health(health.healthy ? health : (first ?? health));
        },
      };
    }),
  },
  {
    breaks: "MPLI-DEL-133",
    fault: "cuts what is wrong to ASCII",
    ...showing((text) => text.replace(/[^ -~]/g, "?")),
  },
  { breaks: "MPLI-DEL-133", fault: "never ends what was wrong", ...remembering() },
  {
    breaks: "MPLI-DEL-134",
    fault: "leaves broken what was broken",
    ...healthTo((port, health) => (health.healthy ? passedOver(port) : port.health(health))),
  },
  { breaks: "MPLI-DEL-134", fault: "takes an export for an update", ...deafAfter("export") },
  { breaks: "MPLI-DEL-134", fault: "takes a suspension that failed for an update", ...deafAfter("suspend") },
  { breaks: "MPLI-DEL-135", fault: "mends an update that failed by a report", ...mendingAll() },
  {
    breaks: "MPLI-DEL-136",
    fault: "tells of each report that something is wrong",
    ...healthTo(async (port, health) => {
      if (!health.healthy) await port.health({ healthy: false, detail: `${health.detail} (again)` });
      return await port.health(health);
    }),
  },
  {
    breaks: "MPLI-DEL-136",
    fault: "tells of each report that all is well",
    ...healthTo(async (port, health) => {
      if (health.healthy) await port.health({ healthy: false, detail: "not yet looked at" });
      return await port.health(health);
    }),
  },
  {
    breaks: "MPLI-DEL-137",
    fault: "takes health while an operation is under way",
    ...answering(tells, async (answer) => {
      const { code } = (await answer.clone().json()) as { code?: unknown };
      return code === "operation-in-progress" ? Response.json({ state: "DEGRADED" }) : answer;
    }),
  },
  {
    breaks: "MPLI-DEL-137",
    fault: "does not say when to come again",
    ...answering(tells, (answer) => withHeaders(answer, { "Retry-After": undefined })),
  },
  {
    breaks: "MPLI-DEL-137",
    fault: "refuses health during an operation for good",
    ...answering(tells, (answer) =>
      withJson(answer, (said) => {
        if (said["code"] === "operation-in-progress") said["code"] = "not-in-this-state";
      }),
    ),
  },
  {
    breaks: "MPLI-DEL-138",
    fault: "takes health of what is halted or has ended",
    ...answering(tells, async (answer) => {
      const { code } = (await answer.clone().json()) as { code?: unknown };
      return code === "not-in-this-state" ? Response.json({ state: "DEGRADED" }) : answer;
    }),
  },
  {
    breaks: "MPLI-DEL-138",
    fault: "has no order any more once its service has ended",
    ...answering(tells, async (answer) => {
      const { state } = (await answer.clone().json()) as { state?: unknown };
      return state === "TERMINATED" ? withStatus(answer, 404) : answer;
    }),
  },
  {
    breaks: "MPLI-DEL-139",
    fault: "takes health in any form",
    ...taking("malformed-health", 200, { state: "ACTIVE" }),
  },
  {
    breaks: "MPLI-DEL-139",
    fault: "refuses health in another form with 400",
    ...refusing("malformed-health", () => undefined, 400),
  },
] satisfies Mutant[];
