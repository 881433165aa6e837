// What a month costs, to the last digit.
import { describe, expect, it } from "vitest";
import { decimalOf } from "../../../functions/delivery/agreement/check-price.ts";
import { chargesOf } from "../../../functions/delivery/billing/charges.ts";
import { readPeriod } from "../../../functions/delivery/billing/period.ts";
import type { Rate } from "../../../functions/delivery/billing/rates.ts";
import { standingOf } from "../../../functions/delivery/billing/standing.ts";
import type { Used } from "../../../functions/delivery/billing/usage.ts";

const at = (text: string) => Date.parse(text);
const november = () => {
  const period = readPeriod("2026-11");
  if (!period) throw new Error("no month");
  return period;
};
const used = (quantity: string, unit: string): Used => ({
  meter: "m",
  quantity,
  unit,
  from: "2026-11-23T12:00:00.000Z",
  until: "2026-11-23T13:00:00.000Z",
});

function costs(rates: readonly Rate[], usage: readonly Used[], standing?: { from: number; until?: number }) {
  const charges = chargesOf({
    rates,
    usage,
    standing,
    period: november(),
    now: at("2026-12-05T00:00:00Z"),
  });
  return charges.map(({ quantity, unit, cost }) => `${decimalOf(quantity)} ${unit} = ${decimalOf(cost)}`);
}

describe("time that a service stood", () => {
  const from = at("2026-10-15T00:00:00Z");
  it("costs a whole month where it stood the whole month", () => {
    expect(costs([{ amount: "4.00", per: "month" }], [], { from })).toEqual(["1 month = 4"]);
  });

  it("costs its share of the month, and each hour to the second", () => {
    const half = { from: at("2026-11-16T00:00:00Z") };
    expect(costs([{ amount: "4.00", per: "month" }], [], half)).toEqual(["0.5 month = 2"]);
    const short = { from: at("2026-11-30T22:00:00Z"), until: at("2026-11-30T23:30:36Z") };
    expect(costs([{ amount: "0.01", per: "hour" }], [], short)).toEqual(["1.51 hour = 0.0151"]);
  });

  it("costs once what is paid once, in the month of its delivery only", () => {
    const once: Rate = { amount: "25", per: "once" };
    expect(costs([once], [], { from: at("2026-11-02T00:00:00Z") })).toEqual(["1 1 = 25"]);
    expect(costs([once], [], { from })).toEqual([]);
  });

  it("costs nothing before the first delivery and after the end", () => {
    const rates: readonly Rate[] = [{ amount: "4.00", per: "month" }];
    expect(costs(rates, [])).toEqual([]);
    expect(costs(rates, [], { from: at("2026-12-01T00:00:00Z") })).toEqual([]);
    expect(costs(rates, [], { from, until: at("2026-10-31T00:00:00Z") })).toEqual([]);
  });
});

describe("usage", () => {
  const traffic: Rate = { amount: "0.1", per: "unit", unit: "GBy{outbound}" };

  it("is priced by dimension and words, with prefixes", () => {
    const usage = [used("1.5", "GBy{outbound}"), used("250", "MBy{outbound}"), used("0.1", "GBy{outbound}")];
    expect(costs([traffic], usage)).toEqual([
      "1.5 GBy{outbound} = 0.15",
      "0.25 GBy{outbound} = 0.025",
      "0.1 GBy{outbound} = 0.01",
    ]);
  });

  it("without an agreed price costs nothing", () => {
    expect(costs([traffic], [used("7", "GBy{inbound}"), used("7", "GBy.h")])).toEqual([
      "7 GBy{inbound} = 0",
      "7 GBy.h = 0",
    ]);
  });

  it("is counted in the reference quantity of its price", () => {
    const rates: readonly Rate[] = [{ amount: "0.4", per: "unit", unit: "10000 {request}" }];
    expect(costs(rates, [used("25000", "{request}")])).toEqual(["2.5 10000 {request} = 1"]);
  });

  it("is parted among tiers by what was used in the month before it", () => {
    const tiers: readonly Rate[] = [
      { ...traffic, amount: "0", tier: { from: "0", to: "10" } },
      { ...traffic, amount: "0.1", tier: { from: "10", to: "20" } },
      { ...traffic, amount: "0.05", tier: { from: "20" } },
    ];
    expect(costs(tiers, [used("8", "GBy{outbound}"), used("15", "GBy{outbound}")])).toEqual([
      "8 GBy{outbound} = 0",
      "2 GBy{outbound} = 0",
      "10 GBy{outbound} = 1",
      "3 GBy{outbound} = 0.15",
    ]);
  });

  it("is charged at the lowest of several prices", () => {
    const dear: Rate = { ...traffic, amount: "200", unit: "TBy{outbound}" };
    expect(costs([dear, traffic], [used("1", "GBy{outbound}")])).toEqual(["1 GBy{outbound} = 0.1"]);
  });
});

describe("when a service stood", () => {
  const event = (sequence: number, state: string, time: string) => {
    const said = { type: "org.w3id.mpli.order.state", time, data: { state } };
    return { sequence, digest: "", text: JSON.stringify(said) };
  };
  const begun = [
    event(1, "PROVISIONING", "2026-11-01T00:00:00Z"),
    event(2, "ACTIVE", "2026-11-02T00:00:00Z"),
    event(3, "SUSPENDED", "2026-11-03T00:00:00Z"),
    event(4, "ACTIVE", "2026-11-04T00:00:00Z"),
  ];

  it("begins with the first delivery, and ends with the service", () => {
    expect(standingOf(begun)).toEqual({ from: at("2026-11-02T00:00:00Z") });
    const ended = [...begun, event(5, "RETRIEVAL", "2026-11-05T00:00:00Z")];
    const later = [...ended, event(6, "TERMINATED", "2026-12-05T00:00:00Z")];
    for (const events of [ended, later])
      expect(standingOf(events)).toEqual({
        from: at("2026-11-02T00:00:00Z"),
        until: at("2026-11-05T00:00:00Z"),
      });
  });

  it("is never where provisioning failed", () => {
    expect(standingOf([...begun.slice(0, 1), event(2, "FAILED", "2026-11-02T00:00:00Z")])).toBeUndefined();
  });
});

it("a period is a month of UTC, and nothing else", () => {
  expect(readPeriod("2026-12")).toEqual({
    name: "2026-12",
    from: at("2026-12-01T00:00:00Z"),
    until: at("2027-01-01T00:00:00Z"),
  });
  for (const wrong of ["2026-13", "2026-1", "2026", "26-11", "2026-11-01", "", undefined])
    expect(readPeriod(wrong)).toBeUndefined();
});
