import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { USAGE, perUnit, priceOf } from "../../steps/metering.ts";
import { PLACES, inRegion, price } from "../../steps/prices.ts";

const US = { currency: "USD" };
const { currency: _, ...NAMELESS } = price("10.0", "month");
const FEE = price("49.0", "once");

/** Prices of an offer in Amsterdam, and why they come to none in euros. */
const OFFERS = {
  none: [[], "not-stated"],
  fee: [FEE, "usage-based"],
  "fee-in-dollars": [{ ...FEE, ...US }, "usage-based"],
  "no-currency": [NAMELESS, "currency-not-stated"],
  "fee-beside": [[NAMELESS, FEE], "currency-not-stated"],
  dollars: [price("10.0", "month", US), "currency-differs"],
  "dollars-or-none": [[NAMELESS, price("10.0", "month", US)], "currency-differs"],
  "dollars-elsewhere": [price("10.0", "month", { ...US, ...inRegion("nyc") }), "currency-differs"],
  elsewhere: [price("10.0", "month", inRegion("nyc")), "not-priced-there"],
  "elsewhere-in-euros": [
    [price("10.0", "month", inRegion("nyc")), price("10.0", "month", US)],
    "not-priced-there",
  ],
} as const;

export default defineCase({
  title: "A price that cannot be computed has the first reason of the table that applies",
  requirements: ["MPLI-COMP-082@5a3fa5ec"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "one reason for all, or that of a price that is left out or holds elsewhere",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = Object.entries(OFFERS).map(
      ([name, [stated]]) => [name, { region: "/regions/ams", price: stated }] as const,
    );
    const metered = { price: perUnit("GBy", "0.05", US) };
    const shelf = await shelfOf(t, { ...Object.fromEntries(offers), metered }, { place: PLACES });
    const components = [{}, { usage: USAGE }];
    const [inEuros, inNone] = [
      await resultsOf(t, shelf, components, { currency: "EUR" }),
      await resultsOf(t, shelf, components),
    ];
    for (const [name, [, reason]] of Object.entries(OFFERS)) {
      const { reason: came, monthly } = priceOf(t, inEuros(0, name));
      t.equal([came, monthly], [reason, undefined], `the reason and the amount of the price of ${name} are`);
      const unasked = name === "none" ? "not-stated" : "no-currency-asked";
      t.equal(priceOf(t, inNone(0, name))["reason"], unasked, `the reason for ${name} without a currency is`);
    }
    const reasons = [0, 1].map((usage) => priceOf(t, inEuros(usage, "metered"))["reason"]);
    t.equal(reasons, ["usage-based", "currency-differs"], "the reasons without and with a usage are");
  },
});
