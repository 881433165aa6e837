// What is booked to an order: once, all or nothing, and told where it is news.
import { expect, test } from "vitest";
import { Coordinator } from "../../functions/delivery/coordinator.ts";
import type { Entry } from "../../functions/delivery/ledger.ts";
import { memoryOrderStore } from "../../functions/host/memory-orders.ts";
import { orderRecord } from "../support/orders.ts";

function agreed() {
  const order = new Coordinator(memoryOrderStore(), {
    now: () => new Date("2026-11-23T12:00:00Z"),
    leaseSeconds: 30,
    retrievalSeconds: 60,
  });
  order.open(orderRecord({ createdAt: "2026-09-01T00:00:00Z" }));
  return order;
}

function begun() {
  const order = agreed();
  order.agree({ on: "verified", digest: "agreed" });
  return order;
}

const line = (id: string, digest = "a"): Entry => ({
  kind: "usage",
  id,
  period: "2026-11",
  digest,
  value: {},
});

const measured = (until: string, met: boolean): Entry => ({
  kind: "measurement",
  id: `availability ${until}`,
  period: "2026-11",
  digest: String(met),
  value: { objective: "availability", promised: "atLeast 99 %", value: "98 %", from: "", until, met },
});

const conditions = (order: Coordinator) =>
  order.view()?.record.delivery?.conditions.map(({ type }) => type) ?? [];
const breaches = (order: Coordinator) =>
  order.events(0, 100).filter(({ text }) => text.includes("order.breached")).length;

test("usage is booked once, and is no event", () => {
  const order = begun();
  const before = order.view()?.record.sequence;
  for (const entries of [[line("1")], [line("1"), line("2")]]) expect(order.enter(entries).ok).toBe(true);
  expect(order.entries("usage", "2026-11").map(({ id }) => id)).toEqual(["1", "2"]);
  expect(order.view()?.record.sequence).toBe(before);
});

test("nothing is booked of what comes with something else under a known id", () => {
  const order = begun();
  order.enter([line("1")]);
  for (const entries of [
    [line("2"), line("1", "b")],
    [line("2"), line("2", "b")],
  ])
    expect(order.enter(entries)).toMatchObject({ ok: false, refusal: { code: "booked-otherwise" } });
  expect(order.entries("usage", "2026-11")).toHaveLength(1);
});

test("a closed month takes no more usage, and answers what it knows", () => {
  const order = begun();
  order.enter([line("1"), { ...line("2026-11"), kind: "closing" }]);
  expect(order.enter([line("2")])).toMatchObject({ refusal: { code: "period-billed", period: "2026-11" } });
  expect(order.enter([line("1")]).ok).toBe(true);
  expect(order.enter([{ ...line("2"), period: "2026-12" }]).ok).toBe(true);
});

test("nothing is booked before the agreement is final, or without an order", () => {
  expect(agreed().enter([line("1")])).toMatchObject({ refusal: { code: "not-agreed" } });
  const none = new Coordinator(memoryOrderStore(), {
    now: () => new Date(0),
    leaseSeconds: 30,
    retrievalSeconds: 60,
  });
  expect(none.enter([line("1")])).toMatchObject({ refusal: { code: "no-such-order" } });
});

test("a month takes 5,000 lines of usage", () => {
  const order = begun();
  const lines = Array.from({ length: 5000 }, (_, index) => line(`n${index}`));
  expect(order.enter(lines).ok).toBe(true);
  expect(order.enter([line("more")])).toMatchObject({ refusal: { code: "too-many-entries", limit: 5000 } });
});

test("the latest measurement says whether an objective is missed; each miss is told once", () => {
  const order = begun();
  order.enter([measured("2026-11-20", false)]);
  order.enter([measured("2026-11-20", false)]);
  expect(conditions(order)).toEqual(["ObjectiveMissed"]);
  order.enter([measured("2026-11-19", true)]);
  expect(conditions(order)).toEqual(["ObjectiveMissed"]);
  order.enter([measured("2026-11-21", true)]);
  expect(conditions(order)).toEqual([]);
  order.enter([measured("2026-11-18", false)]);
  expect(conditions(order)).toEqual([]);
  expect(breaches(order)).toBe(2);
});

/** The month of 2026-10 missed its objective. */
const miss = (value: string, serviceCredit: string, digest = value): Entry => ({
  kind: "measurement",
  id: `availability ${digest}`,
  period: "2026-10",
  digest,
  value: {
    objective: "availability",
    promised: "atLeast 99 %",
    value,
    from: "2026-10-01T00:00:00.000Z",
    until: "2026-11-01T00:00:00.000Z",
    met: false,
    serviceCredit,
  },
});
const closing = (period: string): Entry => ({ ...line(period), period, kind: "closing" });
const creditsIn = (order: Coordinator, period: string) =>
  order.entries("credit", period).map(({ value }) => [value["share"], value["of"]]);

test("a missed objective is credited once, in the month in which its window ended", () => {
  const order = begun();
  for (const entry of [
    miss("98 %", "10 %"),
    miss("98 %", "10 %"),
    miss("98 %", "10 %", "of another monitor"),
  ])
    expect(order.enter([entry]).ok).toBe(true);
  expect(creditsIn(order, "2026-10")).toEqual([["0.1", "2026-10"]]);
  order.enter([miss("90 %", "25 %")]);
  expect(creditsIn(order, "2026-10")).toEqual([
    ["0.1", "2026-10"],
    ["0.15", "2026-10"],
  ]);
});

test("what is credited of a month that is billed is booked in the first that is not, beside what it had", () => {
  const order = begun();
  order.enter([miss("98 %", "10 %"), closing("2026-10")]);
  order.enter([miss("90 %", "25 %")]);
  expect(creditsIn(order, "2026-10")).toEqual([["0.1", "2026-10"]]);
  expect(creditsIn(order, "2026-11")).toEqual([["0.15", "2026-10"]]);
  order.enter([closing("2026-11")]);
  order.enter([miss("80 %", "30 %")]);
  expect(creditsIn(order, "2026-12")).toEqual([["0.05", "2026-10"]]);
  order.enter([miss("70 %", "30 %")]);
  expect(creditsIn(order, "2026-12")).toHaveLength(1);
});

test("an objective that is kept, or that promises nothing for it, is not credited", () => {
  const order = begun();
  const { serviceCredit: _, ...without } = miss("98 %", "10 %").value;
  order.enter([{ ...miss("98 %", "10 %"), value: without }]);
  order.enter([{ ...miss("99 %", "10 %"), value: { ...miss("99 %", "10 %").value, met: true } }]);
  expect(creditsIn(order, "2026-10")).toEqual([]);
});

const used = (id: string, quantity: string): Entry => ({ ...line(id), value: { quantity } });
const correcting = (id: string, quantity: string): Entry => ({
  ...line(id, quantity),
  kind: "correction",
  period: "",
  value: { quantity },
});

test("usage is corrected in its month, or in the first that is not billed", () => {
  const order = begun();
  order.enter([used("1", "5"), used("2", "5")]);
  expect(order.enter([correcting("1", "5.0")]).ok).toBe(true);
  order.enter([closing("2026-11")]);
  expect(order.enter([correcting("2", "2"), correcting("1", "5.0")]).ok).toBe(true);
  expect(order.entries("correction", "2026-11").map(({ id }) => id)).toEqual(["1"]);
  expect(order.entries("correction", "2026-12").map(({ value }) => value)).toEqual([
    { quantity: "2", of: "2026-11" },
  ]);
});

test.each([
  ["/usage/1/corrects", correcting("unknown", "1"), "malformed-usage"],
  ["/usage/1/quantity", correcting("1", "5.000001"), "malformed-usage"],
])("a correction is refused at %s, with all that comes with it", (pointer, correction, code) => {
  const order = begun();
  order.enter([used("1", "5")]);
  expect(order.enter([used("2", "5"), correction])).toMatchObject({ ok: false, refusal: { code, pointer } });
  expect(order.entries("usage", "2026-11")).toHaveLength(1);
});

test("a line is corrected once", () => {
  const order = begun();
  order.enter([used("1", "5")]);
  order.enter([correcting("1", "2")]);
  expect(order.enter([correcting("1", "3")])).toMatchObject({ refusal: { code: "booked-otherwise" } });
});

test("a bill is told, and found by its month", () => {
  const order = begun();
  const value = { token: "t", invoiceNumber: "7", usage: "d" };
  order.enter([{ ...line("2026-11"), kind: "bill", value }]);
  expect(order.view()?.record.billed).toEqual(["2026-11"]);
  const told = order.events(0, 100).at(-1)?.text ?? "";
  expect(JSON.parse(told)).toMatchObject({
    type: "org.w3id.mpli.order.billed",
    data: { period: "2026-11", invoiceNumber: "7", usage: "d" },
  });
  expect(told).not.toContain("token");
});
