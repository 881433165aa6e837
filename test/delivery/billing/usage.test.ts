// Usage as runners report it: each line is read, or the whole is refused.
import { expect, it } from "vitest";
import { readUsage } from "../../../functions/delivery/billing/usage.ts";
import type { Json } from "../../../functions/kernel/json.ts";

const SINCE = { orderedAt: Date.parse("2026-11-02T00:00:00Z"), now: Date.parse("2026-12-01T00:10:00Z") };
const LINE = {
  id: "a.1",
  meter: "Traffic",
  quantity: "12.5",
  unit: "GBy",
  from: "2026-11-30T23:00:00Z",
  until: "2026-12-01T01:00:00+01:00",
};

it("a line is booked in its month, which it may reach to the end of", () => {
  expect(readUsage({ usage: [LINE] }, SINCE)).toMatchObject({
    ok: true,
    value: [
      {
        kind: "usage",
        id: "a.1",
        period: "2026-11",
        value: { quantity: "12.5", until: "2026-12-01T00:00:00.000Z" },
      },
    ],
  });
});

it("the same line in another time zone has the same digest, and another quantity has another", () => {
  const digestOf = (more: object) => {
    const read = readUsage({ usage: [{ ...LINE, ...more }] as unknown as Json[] }, SINCE);
    return read.ok ? read.value[0]?.digest : read.refusal.pointer;
  };
  expect(digestOf({ from: "2026-12-01T00:00:00+01:00" })).toBe(digestOf({}));
  expect(digestOf({ quantity: "12.50" })).not.toBe(digestOf({}));
});

it.each([
  ["/usage/0/until", { until: "2026-12-01T00:00:01Z" }],
  ["/usage/0/until", { until: "2026-11-30T23:00:00Z" }],
  ["/usage/0/until", { from: "2026-12-01T00:00:00Z", until: "2026-12-01T00:20:00Z" }],
  ["/usage/0/from", { from: "2026-11-01T23:59:59Z" }],
  ["/usage/0/from", { from: "2026-11-31T00:00:00Z" }],
  ["/usage/0/quantity", { quantity: 12.5 }],
  ["/usage/0/quantity", { quantity: "-1" }],
  ["/usage/0/quantity", { quantity: `1${"0".repeat(18)}` }],
  ["/usage/0/unit", { unit: "furlong" }],
  ["/usage/0/meter", { meter: "=SUM(A1:A9)" }],
  ["/usage/0/meter", { meter: "a\nb" }],
  ["/usage/0/id", { id: "a b" }],
  ["/usage/0/gift", { gift: true }],
])("a line is refused at %s", (pointer, more) => {
  expect(readUsage({ usage: [{ ...LINE, ...more }] }, SINCE)).toMatchObject({
    ok: false,
    refusal: { code: "malformed-usage", pointer },
  });
});

it("a correction takes from the line that it names", () => {
  const read = readUsage({ usage: [{ corrects: "a.1", quantity: "-2.50" }] }, SINCE);
  expect(read).toMatchObject({
    value: [{ kind: "correction", id: "a.1", value: { quantity: "2.50" } }],
  });
});

it.each([
  ["/usage/0/quantity", { corrects: "a.1", quantity: "2.5" }],
  ["/usage/0/quantity", { corrects: "a.1", quantity: "-0.0" }],
  ["/usage/0/quantity", { corrects: "a.1", quantity: -1 }],
  ["/usage/0/corrects", { corrects: "a b", quantity: "-1" }],
  ["/usage/0/unit", { corrects: "a.1", quantity: "-1", unit: "GBy" }],
  ["/usage/0/id", { ...LINE, corrects: "a.1", quantity: "-1" }],
])("a correction is refused at %s", (pointer, line) => {
  expect(readUsage({ usage: [line] }, SINCE)).toMatchObject({
    ok: false,
    refusal: { code: "malformed-usage", pointer },
  });
});

it.each([
  ["/usage", { usage: [] }],
  ["/usage", { usage: Array.from({ length: 201 }, () => LINE) }],
  ["/usage", {}],
  ["/more", { usage: [LINE], more: 1 }],
  ["", []],
] as const)("a body is refused at %j", (pointer, body) => {
  expect(readUsage(body as unknown as Json, SINCE)).toMatchObject({ ok: false, refusal: { pointer } });
});
