import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, expectLeftOut, perUnit } from "../../steps/metering.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

const [MONTHLY, US] = [price("7.0", "month"), { currency: "USD" }];
const { currency: _, ...NAMELESS } = price("1.0", "hour");

export default defineCase({
  title:
    "What is charged in another currency alone is left out and named, and what has a price in the demand's is not",
  requirements: ["MPLI-COMP-080@40305aef", "MPLI-COMP-039@8a85ba15"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "calling a price whole whose traffic is paid in dollars, or in part that is stated in two currencies",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      sent: { price: [MONTHLY, perUnit("GBy", "0.5", US)] },
      hours: { price: [MONTHLY, NAMELESS] },
      twice: { price: [MONTHLY, price("8.0", "month", US)] },
      both: { price: [MONTHLY, perUnit("GBy", "0.5", US), perUnit("TiBy", "1.0")] },
      dollars: { price: [price("8.0", "month", US), perUnit("GBy", "0.5", US)] },
    });
    await expectAmounts(
      t,
      shelf,
      { sent: 7, hours: 7, twice: 7, both: 7 + 2e12 / 2 ** 40 },
      { usage: USAGE },
    );
    const other = ["other-currency"];
    // Of a price that is in dollars alone nothing is left out: there is none.
    const words = { sent: other, hours: other, twice: [], both: [], dollars: [] };
    await expectLeftOut(t, shelf, words, { usage: USAGE });
    // Without a measure it is left out for that, whatever its currency.
    await expectLeftOut(t, shelf, { sent: ["per-unit"], dollars: ["per-unit"] });
  },
});
