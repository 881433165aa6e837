// Which meter a unit is read by, and how many times a month a tariff falls due.
import { describe, expect, it } from "vitest";
import type { Usage } from "../../functions/compatibility/demand/demand.ts";
import { type Tariff, chargedBy, measureOf } from "../../functions/compatibility/demand/meters.ts";
import { type Ratio, ratio } from "../../functions/kernel/ratio.ts";

const GB = 10n ** 9n;
/** Hours in a month of UCUM. */
const MONTH = ratio(1461n, 2n);

describe("a unit", () => {
  const cases: [unit: string, meter: string, size: Ratio][] = [
    ["GBy.mo", "storage", ratio(GB)],
    ["GBy.mo{storage}", "storage", ratio(GB)],
    ["GiBy.mo", "storage", ratio(2n ** 30n)],
    ["GBy.h", "storage", ratio(GB * MONTH.denominator, MONTH.numerator)],
    ["100 GBy.mo", "storage", ratio(100n * GB)],
    ["GBy", "outboundTraffic", ratio(GB)],
    ["GBy{egress}", "outboundTraffic", ratio(GB)],
    ["GBy{outbound}", "outboundTraffic", ratio(GB)],
    ["10 GBy", "outboundTraffic", ratio(10n * GB)],
    ["GBy.mo{Egress}", "outboundTraffic", ratio(GB)],
    ["{request}", "requestsPerMonth", ratio(1n)],
    ["{requests}", "requestsPerMonth", ratio(1n)],
    ["10000 {request}", "requestsPerMonth", ratio(10_000n)],
    ["0.5 {Request}", "requestsPerMonth", ratio(1n, 2n)],
  ];
  it.each(cases)("%s is measured by %s", (unit, meter, size) => {
    expect(measureOf(unit)).toEqual({ meter, size });
  });

  it.each([
    "1",
    "%",
    "{vcpu}",
    "{request_unit}",
    "{request}/s",
    "h",
    "GBy/mo",
    "GBy{storage}",
    "GBy{ingress}",
    "GBy.mo{backup}",
    "W.h",
    "0 GBy",
    "-1 GBy",
    "GB",
    "10*6.{request}",
    "k{request}",
    "a lot",
    "",
  ])("%s is measured by nothing that a usage states", (unit) => {
    expect(measureOf(unit)).toBeUndefined();
  });
});

describe("a tariff", () => {
  const usage: Usage = {
    hoursPerMonth: ratio(100n),
    storage: ratio(500n * GB),
    outboundTraffic: ratio(2000n * GB),
    requestsPerMonth: ratio(25_000n),
  };
  const idle: Usage = { hoursPerMonth: ratio(100n) };
  const tier = (from: bigint, to?: bigint) => ({
    from: ratio(from),
    ...(to === undefined ? {} : { to: ratio(to) }),
  });
  const unit = (name: string, more: Partial<Tariff> = {}): Tariff => ({ per: "unit", unit: name, ...more });

  const due: [tariff: Tariff, by: string, times: Ratio][] = [
    [{ per: "hour" }, "hour", ratio(100n)],
    [{ per: "minute" }, "minute", ratio(6000n)],
    [{ per: "day" }, "day", ratio(25n, 6n)],
    [{ per: "month" }, "month", ratio(1n)],
    [{ per: "year" }, "year", ratio(1n, 12n)],
    [unit("GBy.mo"), "storage", ratio(500n)],
    [unit("GBy.h"), "storage", ratio(365_250n)],
    [unit("GBy"), "outboundTraffic", ratio(2000n)],
    [unit("10000 {request}"), "requestsPerMonth", ratio(5n, 2n)],
    [unit("GBy.mo", { tier: tier(0n) }), "storage", ratio(500n)],
    [unit("GBy.mo", { tier: tier(0n, 50n) }), "storage", ratio(50n)],
    [unit("GBy.mo", { tier: tier(50n, 200n) }), "storage", ratio(150n)],
    [unit("GBy.mo", { tier: tier(200n) }), "storage", ratio(300n)],
    [unit("GBy.mo", { tier: tier(200n, 1000n) }), "storage", ratio(300n)],
    [unit("GBy.mo", { tier: tier(500n, 1000n) }), "storage", ratio(0n)],
    [unit("GBy.mo", { tier: tier(501n) }), "storage", ratio(0n)],
    [unit("10000 {request}", { tier: tier(1n, 2n) }), "requestsPerMonth", ratio(1n)],
    [unit("10000 {request}", { tier: tier(2n) }), "requestsPerMonth", ratio(1n, 2n)],
  ];
  it.each(due)("%o falls due by %s", (tariff, by, times) => {
    expect(chargedBy(tariff, usage)).toEqual({ by, times });
  });

  it("of tiers that follow each other falls due for all that is used, once", () => {
    const parts = [tier(0n, 50n), tier(50n, 100n), tier(100n, 400n), tier(400n)].map((each) =>
      chargedBy(unit("GBy.mo", { tier: each }), usage),
    );
    expect(parts.map((part) => (typeof part === "string" ? part : part.times))).toEqual(
      [50n, 50n, 300n, 100n].map((times) => ratio(times)),
    );
  });

  const left: [tariff: Tariff, usage: Usage, reason: string][] = [
    [{ per: "once" }, usage, "once"],
    [{ per: "malformed" }, usage, "malformed"],
    [{ per: "unit" }, usage, "per-unit"],
    [unit("{vcpu}"), usage, "per-unit"],
    [unit("GBy.mo"), idle, "per-unit"],
    [unit("GBy"), idle, "per-unit"],
    [unit("{request}"), idle, "per-unit"],
    [unit("GBy.mo", { tier: tier(0n) }), idle, "tiered"],
    [unit("{vcpu}", { tier: tier(0n) }), usage, "tiered"],
    [{ per: "month", tier: tier(0n, 10n) }, usage, "tiered"],
  ];
  it.each(left)("%o with %o is left out as %s", (tariff, of, reason) => {
    expect(chargedBy(tariff, of)).toBe(reason);
  });
});
