import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, perUnit } from "../../steps/metering.ts";
import { expectAmounts } from "../../steps/prices.ts";

/** What a gigabyte-month, a gigabyte or a request costs in a month of this usage, by the words that go with it. */
const UNITS = {
  "GBy.mo{storage}": 100,
  "GBy.mo{block-storage}": 100,
  "GBy.mo{Storage}": 100,
  "GBy.mo{egress}": 2_000,
  "GBy.mo{outbound}": 2_000,
  "GBy.mo{traffic}": 2_000,
  "GBy{egress}": 2_000,
  "GBy{OUTBOUND}": 2_000,
  "GBy{Traffic}": 2_000,
  // Two rows fit: the first counts.
  "GBy.mo{storage-of-traffic}": 100,
  "1000000 {requests}": 5,
  "1000000 {Request}": 5,
} as const;

export default defineCase({
  title:
    "Words in braces tell stored data from sent data, without case and by the first row of the table that fits",
  requirements: ["MPLI-COMP-076@a4466b16"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading the unit alone, or only words that stand in braces by themselves",
  since: "0.1",
  writes: true,
  async run(t) {
    const units = Object.entries(UNITS).map(([unit, amount], index) => ({ name: `u${index}`, unit, amount }));
    const offers = units.map(({ name, unit }) => [name, { price: perUnit(unit) }]);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    const amounts = Object.fromEntries(units.map(({ name, amount }) => [name, amount]));
    await expectAmounts(t, shelf, amounts, { usage: USAGE });
  },
});
