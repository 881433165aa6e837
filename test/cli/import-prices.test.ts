// The importer's prices: periods, units, regions and tiers.
import { expect, test } from "vitest";
import { perOf } from "../../functions/cli/import-clouds/unit.ts";
import { parseQuantity } from "../../functions/kernel/quantity.ts";
import { imported, lossesOf, offerOf, offerRow } from "./rows.ts";

const priced = (prices: Record<string, unknown>) => offerOf({ prices: prices as never }).price;

test("a price without a currency has none", () => {
  expect(priced({ unit: "hour", by_region: { "*": 0.5 } })).toEqual([{ amount: 0.5, per: "hour" }]);
  expect(priced({ currency: "EUR", unit: "hour", by_region: { "*": 0.5 } })).toEqual([
    { amount: 0.5, currency: "EUR", per: "hour" },
  ]);
});

test.each([
  ["minute", "minute"],
  ["hour", "hour"],
  ["month", "month"],
  ["setup", "once"],
])("a price by the %s is paid per %s", (unit, per) => {
  expect(priced({ unit, by_region: { "*": 1 } })).toEqual([{ amount: 1, per }]);
});

test("a price that does not say what it is paid per is left out and counted", () => {
  const manifest = imported([offerRow({ prices: { by_region: { "*": 1 } } })]);
  expect(lossesOf(manifest)).toEqual({ "malformed prices.unit": 1 });
});

test("the default price holds everywhere, and a price of a region there", () => {
  expect(priced({ unit: "hour", by_region: { "*": 0.09, "br-gru": 0.126 } })).toEqual([
    { amount: 0.09, per: "hour" },
    { amount: 0.126, per: "hour", in: ["regions/br-gru"] },
  ]);
});

test("regions of one price share a component, and a region by its alias is the region", () => {
  const regions = [{ region: "nbg1-dc3", aliases: ["nbg1"] }];
  const prices = { unit: "hour", by_region: { nbg1: 0.1, "fsn1-dc14": 0.1, "hel1-dc2": 0.2 } };
  expect(offerOf({ prices }, { regions }).price).toEqual([
    { amount: 0.1, per: "hour", in: ["regions/nbg1-dc3", "regions/fsn1-dc14"] },
    { amount: 0.2, per: "hour", in: ["regions/hel1-dc2"] },
  ]);
});

test("a price that is free stays a price", () => {
  expect(priced({ unit: "hour", by_region: { "*": 0 } })).toEqual([{ amount: 0, per: "hour" }]);
});

test("an amount that is no amount is left out and counted", () => {
  const manifest = imported([offerRow({ prices: { unit: "hour", by_region: { a: -1, b: "free" } } })]);
  expect(lossesOf(manifest)).toEqual({ "malformed prices.by_region": 2 });
});

test("tiers are components of their own, the last without an end, and the amount beside them is not repeated", () => {
  const tiers = [
    { rangeMin: 0, rangeMax: 10240, value: 0 },
    { rangeMin: 10240, rangeMax: 999999999999999, value: 0.0085 },
  ];
  expect(
    priced({
      currency: "USD",
      unit: "Gigabyte Outbound Data Transfer Per Month",
      by_region: { "*": 0.0085 },
      tiers,
    }),
  ).toEqual([
    {
      amount: 0,
      currency: "USD",
      per: "unit",
      unit: "GBy{Outbound-Data-Transfer}.mo",
      tier: { from: 0, to: 10240 },
    },
    {
      amount: 0.0085,
      currency: "USD",
      per: "unit",
      unit: "GBy{Outbound-Data-Transfer}.mo",
      tier: { from: 10240 },
    },
  ]);
});

test("a price for an operating system says so", () => {
  expect(priced({ unit: "hour", os: "linux", by_region: { "*": 1 } })).toEqual([
    { amount: 1, per: "hour", os: "linux" },
  ]);
});

test.each([
  ["10,000 Transactions", "10000 {Transactions}"],
  ["OCPU Per Hour", "{OCPU}.h"],
  ["Port Hour", "{Port}.h"],
  ["Resource Possession Per Day", "{Resource-Possession}.d"],
  ["Gigabyte (GB) Storage Capacity Per Month", "GBy{Storage-Capacity}.mo"],
  ["Terabyte Storage Capacity Per Month", "TBy{Storage-Capacity}.mo"],
  ["Gibibyte Memory Per Hour", "GiBy{Memory}.h"],
  ["Gigabyte Per Hour", "GBy.h"],
  ["10,000 GB Memory-Seconds", "10000 {GB-Memory-Seconds}"],
  ["5K Messages Per Hour", "5000 {Messages}.h"],
  ["1MIL Function Invocations", "1000000 {Function-Invocations}"],
  ["Million Datapoints", "1000000 {Datapoints}"],
  ["10,000 Requests per Month (first 50,000 free)", "10000 {Requests-per-Month-(first-50,000-free)}"],
  ["Per SMS Message Sent", "{SMS-Message-Sent}"],
  ["Each", "{Each}"],
  ["a {brace} and a very long description of what is paid for", "{a-brace-and-a-very-long-description-of-w}"],
  ["constructor", "{constructor}"],
])("“%s” is the unit %s, which the kernel can read", (text, unit) => {
  expect(perOf(text)).toEqual({ per: "unit", unit });
  expect(parseQuantity(/^\d/.test(unit) ? unit : `1 ${unit}`)).toMatchObject({ ok: true });
});
