// The monthly price of an offer: periods, alternatives, regions, currencies, and what it does not count.
import { describe, expect, it } from "vitest";
import { type Asked, type PriceComponent, priceOf } from "../../functions/compatibility/judge/price.ts";
import { parseRatio, ratio, rounded } from "../../functions/kernel/ratio.ts";

const amount = (text: string) => {
  const parsed = parseRatio(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const costs = (
  text: string,
  per: PriceComponent["per"],
  more: Partial<PriceComponent> = {},
): PriceComponent => ({
  amount: amount(text),
  currency: "EUR",
  per,
  regions: [],
  ...more,
});
const asked: Asked = { currency: "EUR", hoursPerMonth: ratio(730n), regions: [undefined] };

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
    expect(price([costs("0.1", "hour")], { hoursPerMonth: ratio(100n) })).toBe(10);
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
  const { currency: _, ...bare } = costs("1", "hour");
  it.each([
    ["without components", [], "not-stated"],
    ["in another currency", [costs("1", "hour", { currency: "USD" })], "currency-differs"],
    ["without a currency", [bare], "currency-not-stated"],
    ["without a currency or in another", [bare, costs("1", "hour", { currency: "USD" })], "currency-differs"],
    ["by usage alone", [costs("1", "per-unit"), costs("1", "tiered")], "usage-based"],
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
    costs("1", "per-unit"),
    costs("2", "per-unit"),
  ];
  expect(priceOf(components, asked)).toMatchObject({ monthly: ratio(1n), leftOut: ["once", "per-unit"] });
  expect(priceOf([costs("1", "month")], asked)).toMatchObject({ leftOut: [] });
});
