// What an order is billed by, of all that its offer states.
import { expect, test } from "vitest";
import type { Usage } from "../../../functions/compatibility/demand/demand.ts";
import type { PriceComponent } from "../../../functions/compatibility/judge/price.ts";
import { ratesOf } from "../../../functions/delivery/billing/rates.ts";
import { parseRatio, ratio } from "../../../functions/kernel/ratio.ts";

const usage: Usage = { hoursPerMonth: ratio(730n) };
const EUR = "EUR";

function component(
  amount: string,
  per: "hour" | "month" | "once" | "unit",
  { unit, regions = [], currency = EUR }: { unit?: string; regions?: string[]; currency?: string } = {},
): PriceComponent {
  const read = parseRatio(amount);
  return {
    ...(read ? { amount: read } : {}),
    tariff: { per, currency, ...(unit === undefined ? {} : { unit }) },
    regions,
  };
}

const rates = (components: readonly PriceComponent[], region?: string, asked: Usage = usage) =>
  ratesOf(components, { currency: EUR, usage: asked, region }).map(({ amount, per, unit }) =>
    [amount, per, unit].filter((part) => part !== undefined).join(" "),
  );

test("what is charged by time and by unit adds up; of alternatives the agreed one counts", () => {
  const offered = [
    component("0.01", "hour"),
    component("0.02", "hour"),
    component("5", "once"),
    component("0.1", "unit", { unit: "GBy{outbound}" }),
  ];
  expect(rates(offered)).toEqual(["0.01 hour", "5 once", "0.1 unit GBy{outbound}"]);
});

test("a meter that was counted in the agreed price is charged at the price that it was counted at", () => {
  const offered = [
    component("4", "month"),
    component("0.1", "unit", { unit: "GBy{outbound}" }),
    component("90", "unit", { unit: "TBy{outbound}" }),
  ];
  const asked: Usage = { ...usage, outboundTraffic: ratio(1_000_000_000_000n) };
  expect(rates(offered, undefined, asked)).toEqual(["4 month", "90 unit TBy{outbound}"]);
});

test("prices of other currencies and regions are none of this order", () => {
  const offered = [
    component("4", "month", { regions: ["https://p.example/ams"] }),
    component("3", "month", { regions: ["https://p.example/fra"] }),
    component("0.1", "unit", { unit: "GBy{outbound}" }),
    component("0.2", "unit", { unit: "GBy{outbound}", regions: ["https://p.example/ams"] }),
    component("0.01", "unit", { unit: "GBy{outbound}", currency: "USD" }),
  ];
  expect(rates(offered, "https://p.example/ams")).toEqual(["4 month", "0.2 unit GBy{outbound}"]);
  expect(rates(offered, "https://p.example/fra")).toEqual(["3 month", "0.1 unit GBy{outbound}"]);
});
