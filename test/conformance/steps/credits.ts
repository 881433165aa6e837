// Service credits: an order whose time costs so much that milliseconds of it are seen in millionths.
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";
import { OBJECTIVE, deliver, end, reported, rows, sumOf } from "./accounts.ts";
import { PRICE, ordered, sell, ware } from "./orders.ts";
import { type Delivering, runner } from "./runner.ts";

const LATENCY = {
  name: "latency-p95",
  metric: "latency",
  comparator: "lessThan",
  value: "20 ms",
  window: "PT1H",
  remedies: [{ serviceCredit: "70 %" }],
};

const AVAILABILITY = {
  ...OBJECTIVE,
  remedies: [{ serviceCredit: "40 %" }, { missedBy: "1 %", serviceCredit: "60 %" }],
};

/** Ten euros a second. */
const DEAR = 26_280_000;

/** Windows end within this, so that they are of the month of the order. */
const SOON_MS = 180_000;

/** An order that was delivered and has ended, so that what its time costs stays as it is. */
export async function dear(t: Exam): Promise<Delivering> {
  const soon = new Date(Date.now() + SOON_MS);
  if (soon.getUTCMonth() !== new Date().getUTCMonth()) t.inapplicable("the month is about to end");
  const sold = await sell(
    t,
    ware({
      price: [
        { ...PRICE, amount: DEAR },
        { amount: "0.1", currency: "EUR", per: "unit", unit: "GBy{outbound}" },
      ],
      serviceLevel: { monitors: [runner(t).did], objectives: [AVAILABILITY, LATENCY] },
    }),
  );
  const one = await ordered(t, sold, { price: { ...PRICE, amount: `${DEAR}.00` } });
  return await end(t, await deliver(t, { ware: sold, one }));
}

const HOUR_MS = 3_600_000;

/** Reports a value over an hour that has the whole service in it, and ends so many seconds from now. */
export async function measure(
  t: Exam,
  it: Delivering,
  value: string,
  { seconds = 60, objective = OBJECTIVE.name }: { seconds?: number; objective?: string } = {},
): Promise<JsonObject> {
  const until = Math.floor(Date.now() / 1000) * 1000 + seconds * 1000;
  return reported(t, it, {
    objective: `${it.one.address}/service-level#${objective}`,
    value,
    from: new Date(until - HOUR_MS).toISOString(),
    until: new Date(until).toISOString(),
  });
}

/** Reports an answer time, which misses its objective from 20 ms on. */
export const measureLatency = (t: Exam, it: Delivering, value: string, seconds = 60): Promise<JsonObject> =>
  measure(t, it, value, { seconds, objective: LATENCY.name });

export const credits = async (t: Exam, it: Delivering, month?: string): Promise<readonly JsonObject[]> =>
  (await rows(t, it, month)).filter(({ ChargeCategory }) => ChargeCategory === "Credit");

/** Asserts which part of what the time cost is given back, in a month. */
export async function givesBack(t: Exam, it: Delivering, percent: number, month?: string): Promise<void> {
  const paid = (await rows(t, it)).filter(({ ChargeCategory }) => ChargeCategory !== "Credit");
  const costs = sumOf(paid, "BilledCost");
  t.that(costs > 1000, "a cost of the time in which the service stood", JSON.stringify(paid));
  const found = await credits(t, it, month);
  const back = -sumOf(found, "BilledCost");
  // Each row may be rounded.
  const isSo = Math.abs(back - (costs * percent) / 100) <= 1 + found.length;
  t.that(isSo, `${percent} % of ${costs} millionths given back`, `${back} millionths`);
}
