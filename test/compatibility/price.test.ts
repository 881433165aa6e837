// The monthly price of an offer: periods, alternatives, regions, currencies, and what it does not count.
import { describe, expect, it } from "vitest";
import type { Usage } from "../../functions/compatibility/demand/demand.ts";
import type { Tariff } from "../../functions/compatibility/demand/meters.ts";
import { type Asked, type PriceComponent, priceOf } from "../../functions/compatibility/judge/price.ts";
import { parseRatio, ratio, rounded } from "../../functions/kernel/ratio.ts";

const amount = (text: string) => {
  const parsed = parseRatio(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const costs = (
  text: string,
  per: Tariff["per"],
  { regions = [], ...more }: Partial<Tariff> & { regions?: readonly string[] } = {},
): PriceComponent => ({ amount: amount(text), tariff: { currency: "EUR", per, ...more }, regions });
const usage: Usage = { hoursPerMonth: ratio(730n) };
const asked: Asked = { currency: "EUR", usage, regions: [undefined] };

function price(components: PriceComponent[], more: Partial<Asked> = {}) {
  const result = priceOf(components, { ...asked, ...more });
  return result.known ? rounded(result.monthly) : result.reason;
}

describe("a monthly price", () => {
  it.each([
    ["minute", 4380],
    ["hour", 73],
    ["day", 3.041667],
    ["month", 0.1],
    ["year", 0.008333],
  ] as const)("counts 0.1 a %s as %d", (per, monthly) => {
    expect(price([costs("0.1", per)])).toBe(monthly);
  });

  it("is exact where a double is not", () => {
    expect(priceOf([costs("0.41", "hour")], asked)).toMatchObject({ monthly: amount("299.3") });
  });

  it("follows the hours of the demand", () => {
    expect(price([costs("0.1", "hour")], { usage: { hoursPerMonth: ratio(100n) } })).toBe(10);
  });

  it("adds what falls due in different periods and chooses the lowest within one", () => {
    expect(price([costs("1", "hour"), costs("2", "hour"), costs("5", "month"), costs("12", "year")])).toBe(
      736,
    );
  });
});

describe("prices of regions", () => {
  const components = [
    costs("10", "month"),
    costs("8", "month", { regions: ["fra"] }),
    costs("12", "month", { regions: ["nyc", "ams"] }),
  ];
  it.each([
    [["fra"], 8],
    [["nyc"], 12],
    [["sin"], 10],
    [["nyc", "sin"], 10],
    [["nyc", "sin", "fra"], 8],
    [[undefined], 10],
  ])("in %j the lowest is %d: a price for the region goes before the general one", (regions, monthly) => {
    expect(price(components, { regions })).toBe(monthly);
  });

  it("name the region that they hold for", () => {
    expect(priceOf(components, { ...asked, regions: ["nyc", "fra"] })).toMatchObject({ region: "fra" });
    expect(priceOf(components, { ...asked, regions: ["sin"] })).not.toHaveProperty("region");
  });

  it("name the first region in order where several cost the same", () => {
    expect(priceOf(components, { ...asked, regions: ["nyc", "ams"] })).toMatchObject({ region: "ams" });
  });

  it("are unknown where none is stated for the regions in question", () => {
    expect(price([costs("8", "month", { regions: ["fra"] })], { regions: ["nyc"] })).toBe("not-priced-there");
    expect(price([costs("8", "month")], { regions: [] })).toBe("not-priced-there");
  });
});

describe("a price is unknown", () => {
  const bare: PriceComponent = { amount: ratio(1n), tariff: { per: "hour" }, regions: [] };
  const metered = costs("1", "unit", { unit: "GBy.mo" });
  it.each([
    ["without components", [], "not-stated"],
    ["in another currency", [costs("1", "hour", { currency: "USD" })], "currency-differs"],
    ["without a currency", [bare], "currency-not-stated"],
    ["without a currency or in another", [bare, costs("1", "hour", { currency: "USD" })], "currency-differs"],
    ["by usage alone", [metered, costs("1", "month", { tier: { from: ratio(0n) } })], "usage-based"],
    ["once alone", [costs("1", "once")], "usage-based"],
  ] as const)("%s", (_, components, reason) => {
    expect(price([...components])).toBe(reason);
  });

  it("to a demand that names no currency", () => {
    expect(price([costs("1", "hour")], { currency: undefined })).toBe("no-currency-asked");
  });
});

it("passes over other currencies where the asked one is there too", () => {
  expect(price([costs("1", "month", { currency: "USD" }), costs("3", "month")])).toBe(3);
});

it("names the charges that it leaves out", () => {
  const components = [
    costs("1", "month"),
    costs("9", "once"),
    costs("1", "unit", { unit: "{vcpu}" }),
    costs("2", "unit"),
  ];
  expect(priceOf(components, asked)).toMatchObject({ monthly: ratio(1n), leftOut: ["once", "per-unit"] });
  expect(priceOf([costs("1", "month")], asked)).toMatchObject({ leftOut: [] });
  const { amount: _, ...unread } = costs("1", "month");
  expect(priceOf([unread, costs("2", "malformed"), costs("1", "month")], asked)).toMatchObject({
    monthly: ratio(1n),
    leftOut: ["malformed"],
  });
  expect(priceOf([costs("1", "unit", { unit: "GBy" }), unread], { ...asked, currency: undefined })).toEqual({
    known: false,
    reason: "no-currency-asked",
    leftOut: ["malformed", "per-unit"],
  });
});

describe("a price by usage", () => {
  const used: Usage = {
    hoursPerMonth: ratio(730n),
    storage: ratio(500n * 10n ** 9n),
    outboundTraffic: ratio(2000n * 10n ** 9n),
    requestsPerMonth: ratio(10n ** 6n),
  };
  const tier = (from: bigint, to?: bigint) => ({
    from: ratio(from),
    ...(to === undefined ? {} : { to: ratio(to) }),
  });
  const stored = (text: string, more: Parameters<typeof costs>[2] = {}) =>
    costs(text, "unit", { unit: "GBy.mo", ...more });
  const ladder = [
    stored("0", { tier: tier(0n, 100n) }),
    stored("0.2", { tier: tier(100n, 300n) }),
    stored("0.1", { tier: tier(300n) }),
  ];

  it.each([
    ["GBy.mo", "0.1", 50],
    ["GBy.h", "0.0001", 36.525],
    ["GBy", "0.01", 20],
    ["10000 {request}", "0.05", 5],
  ])("per %s at %s comes to %d", (unit, text, monthly) => {
    expect(price([costs(text, "unit", { unit })], { usage: used })).toBe(monthly);
  });

  it("adds up over meters and periods, each as a line of its own, in a fixed order", () => {
    const components = [
      costs("0.05", "unit", { unit: "10000 {request}" }),
      costs("0.01", "unit", { unit: "GBy" }),
      stored("0.1"),
      costs("7", "month"),
      costs("0.1", "hour"),
    ];
    const result = priceOf(components, { ...asked, usage: used });
    expect(result).toMatchObject({ known: true, monthly: ratio(155n), leftOut: [] });
    expect(result.known && result.lines.map(({ by, times }) => [by, rounded(times)])).toEqual([
      ["hour", 730],
      ["month", 1],
      ["storage", 500],
      ["outboundTraffic", 2000],
      ["requestsPerMonth", 100],
    ]);
  });

  it("is the lowest of those that one meter measures", () => {
    expect(price([stored("0.2"), stored("0.1"), stored("0.3")], { usage: used })).toBe(50);
    expect(price([stored("0.1"), costs("0.09", "unit", { unit: "GiBy.mo" })], { usage: used })).toBe(
      41.909516,
    );
  });

  it("is left out where the usage does not say how much, and counted where it does", () => {
    const components = [costs("10", "month"), stored("0.1")];
    expect(priceOf(components, asked)).toMatchObject({ monthly: ratio(10n), leftOut: ["per-unit"] });
    expect(priceOf(components, { ...asked, usage: used })).toMatchObject({
      monthly: ratio(60n),
      leftOut: [],
    });
  });

  it("is graduated over tiers: each part of the usage at the price of its tier", () => {
    expect(price(ladder, { usage: used })).toBe(60);
    expect(price(ladder.toReversed(), { usage: used })).toBe(60);
    const small = { ...used, storage: ratio(100n * 10n ** 9n) };
    expect(price(ladder, { usage: small })).toBe(0);
    expect(price(ladder, { usage: { ...used, storage: ratio(101n * 10n ** 9n) } })).toBe(0.2);
  });

  it("shows a line for each tier, from the lowest", () => {
    const result = priceOf(ladder.toReversed(), { ...asked, usage: used });
    expect(
      result.known && result.lines.map(({ amount, times }) => [rounded(amount), rounded(times)]),
    ).toEqual([
      [0, 100],
      [0.2, 200],
      [0.1, 200],
    ]);
  });

  it("takes all tiers of a meter as one alternative to its other prices", () => {
    expect(price([...ladder, stored("0.11")], { usage: used })).toBe(55);
    expect(price([...ladder, stored("0.13")], { usage: used })).toBe(60);
  });

  it("names tiers of what the usage does not state as left out", () => {
    expect(priceOf([costs("1", "month"), ...ladder], asked)).toMatchObject({
      monthly: ratio(1n),
      leftOut: ["tiered"],
    });
  });

  it("follows the region, meter by meter", () => {
    const components = [
      costs("10", "month"),
      stored("0.1"),
      stored("0.2", { regions: ["fra"] }),
      costs("9", "month", { regions: ["nyc"] }),
    ];
    const inside = (region: string) => priceOf(components, { ...asked, usage: used, regions: [region] });
    expect(inside("fra")).toMatchObject({ monthly: ratio(110n), region: "fra" });
    expect(inside("nyc")).toMatchObject({ monthly: ratio(59n), region: "nyc" });
    expect(inside("ams")).toMatchObject({ monthly: ratio(60n) });
  });

  it("never mixes currencies", () => {
    const components = [costs("10", "month"), stored("0.1", { currency: "USD" })];
    expect(price(components, { usage: used })).toBe(10);
    expect(price(components, { usage: used, currency: "USD" })).toBe(50);
  });
});
