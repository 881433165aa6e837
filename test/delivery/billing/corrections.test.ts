// What is given back: of time in which an objective was missed, and of usage that was counted too high.
import { describe, expect, it } from "vitest";
import { decimalOf } from "../../../functions/delivery/agreement/check-price.ts";
import {
  type BookedCredit,
  correctionOf,
  creditsOf,
  lessened,
} from "../../../functions/delivery/billing/corrections.ts";
import type { Rate } from "../../../functions/delivery/billing/rates.ts";
import type { Used } from "../../../functions/delivery/billing/usage.ts";

const at = (text: string) => Date.parse(text);

describe("a service credit", () => {
  const booked: BookedCredit = {
    objective: "availability",
    promised: "atLeast 99 %",
    value: "98 %",
    share: "0.1",
    from: "2026-11-01T00:00:00.000Z",
    until: "2026-12-01T00:00:00.000Z",
    of: "2026-11",
  };
  const rates: readonly Rate[] = [
    { amount: "30", per: "month" },
    { amount: "0.01", per: "hour" },
    { amount: "25", per: "once" },
    { amount: "0.1", per: "unit", unit: "GBy" },
  ];
  const month = { rates, standing: { from: 0 }, period: "2026-11", now: at("2026-12-02T00:00:00Z") };
  const costs = (more: object, credit: object = {}) =>
    creditsOf([{ ...booked, ...credit }], { ...month, ...more }).map(({ cost }) => decimalOf(cost));

  it("is its share of what the time costs, not of usage and not of what is paid once", () => {
    expect(costs({})).toEqual(["-3.72"]);
  });

  it("counts the time in which the service stood", () => {
    expect(costs({ standing: { from: at("2026-11-16T00:00:00Z") } })).toEqual(["-1.86"]);
    expect(costs({ standing: { from: 0, until: at("2026-11-16T00:00:00Z") } })).toEqual(["-1.86"]);
    expect(costs({ now: at("2026-11-16T00:00:00Z") })).toEqual(["-1.86"]);
    expect(costs({ standing: { from: at("2026-12-01T00:00:00Z") } })).toEqual([]);
    expect(costs({ standing: undefined })).toEqual([]);
  });

  it("counts each month of its window at the length of that month", () => {
    const window = { from: "2026-10-17T12:00:00.000Z", until: "2026-11-16T00:00:00.000Z" };
    // 14.5 of the 31 days of October, and 15 of the 30 of November.
    expect(costs({ rates: rates.slice(0, 1) }, window)).toEqual(["-2.903226"]);
  });

  it("is nothing where no time is paid for", () => {
    expect(costs({ rates: rates.slice(2) })).toEqual([]);
  });

  it("is a correction in another month than its own", () => {
    const isCorrection = (period: string) => creditsOf([booked], { ...month, period })[0]?.isCorrection;
    expect([isCorrection("2026-11"), isCorrection("2026-12")]).toEqual([false, true]);
  });
});

describe("usage that is corrected", () => {
  const line = (quantity: string): Used => ({
    meter: "m",
    quantity,
    unit: "GBy",
    from: "2026-11-23T12:00:00.000Z",
    until: "2026-11-23T13:00:00.000Z",
  });
  const tiers: readonly Rate[] = [
    { amount: "0.1", per: "unit", unit: "GBy", tier: { from: "0", to: "10" } },
    { amount: "0.05", per: "unit", unit: "GBy", tier: { from: "10" } },
  ];

  it("has less in its month, and is none where nothing is left", () => {
    expect(lessened(line("12.5"), "2.75")?.quantity).toBe("9.75");
    expect(lessened(line("12.5"), "12.50")).toBeUndefined();
    expect(lessened(line("12.5"), undefined)?.quantity).toBe("12.5");
  });

  it("gives back a part of each price that it was charged at", () => {
    const [before, wrong] = [line("8"), line("4")];
    const charges = correctionOf(wrong, "1", { rates: tiers, usage: [before, wrong] });
    expect(
      charges.map(({ quantity, unitPrice, cost, consumed }) =>
        [quantity, consumed ?? quantity, cost].map(decimalOf).concat(unitPrice).join(" "),
      ),
    ).toEqual(["-0.5 -0.5 -0.05 0.1", "-0.5 -0.5 -0.025 0.05"]);
    expect(charges.every(({ isCorrection }) => isCorrection)).toBe(true);
  });

  it("gives back all that was charged, where all of it was wrong", () => {
    const wrong = line("3");
    const [charge] = correctionOf(wrong, "3.0", { rates: tiers, usage: [wrong] });
    expect(charge && decimalOf(charge.cost)).toBe("-0.3");
  });
});
