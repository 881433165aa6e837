import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, expectLeftOut, perUnit } from "../../steps/metering.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

/** Units of which no meter measures any. */
const UNITS = [
  "GBy{ingress}",
  "GBy{storage}",
  "GBy.mo{snapshot}",
  "{image}",
  "{read-request}",
  "1000",
  "h",
  "GBy/s",
  "parsec",
];

export default defineCase({
  title: "A price per unit that no meter fits is left out of the amount and named",
  requirements: ["MPLI-COMP-076@a4466b16", "MPLI-COMP-080@40305aef"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "charging data that comes in by what goes out, or every number as requests",
  since: "0.1",
  writes: true,
  async run(t) {
    const units = UNITS.map((unit, index) => ({ name: `u${index}`, unit }));
    const offers = units.map(({ name, unit }) => [name, { price: [price("7.0", "month"), perUnit(unit)] }]);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    const all = <T>(of: T) => Object.fromEntries(units.map(({ name }) => [name, of]));
    await expectAmounts(t, shelf, all(7), { usage: USAGE });
    await expectLeftOut(t, shelf, all(["per-unit"]), { usage: USAGE });
  },
});
