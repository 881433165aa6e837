import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, expectLeftOut, inTiers, perUnit } from "../../steps/metering.ts";
import { expectAmounts, price } from "../../steps/prices.ts";

const MONTHLY = price("7.0", "month");
const tier = { type: "PriceTier", from: "0" };

export default defineCase({
  title: "What no month bounds is left out of the price, each kind by its own word",
  requirements: ["MPLI-COMP-080@40305aef"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "one word for everything, the first kind only, or a word for what was charged after all",
  since: "0.1",
  writes: true,
  async run(t) {
    const [once, sent] = [price("49.0", "once"), perUnit("GBy", "0.5")];
    const [tiers, hours] = [inTiers("GBy.mo", [["0", "0.5"]]), price("1.0", "hour", { tier })];
    const shelf = await shelfOf(t, {
      plain: { price: MONTHLY },
      fee: { price: [MONTHLY, once] },
      "tiered-fee": { price: [MONTHLY, { ...once, tier }] },
      sent: { price: [MONTHLY, sent] },
      tiers: { price: [MONTHLY, ...tiers] },
      hours: { price: [MONTHLY, hours] },
      all: { price: [...tiers, hours, sent, once, sent, MONTHLY] },
      // Nothing is left to be charged, and what was left out is named all the same.
      none: { price: [once, sent] },
    });
    const fixed = { plain: [], fee: ["once"], "tiered-fee": ["once"], hours: ["tiered"] };
    const unmeasured = { sent: ["per-unit"], tiers: ["tiered"], all: ["once", "per-unit", "tiered"] };
    await expectLeftOut(t, shelf, { ...fixed, ...unmeasured, none: ["once", "per-unit"] });
    const constant = { plain: 7, fee: 7, "tiered-fee": 7, hours: 7 };
    await expectAmounts(t, shelf, { ...constant, sent: 7, tiers: 7, all: 7 });
    const measured = { sent: [], tiers: [], all: ["once", "tiered"], none: ["once"] };
    await expectLeftOut(t, shelf, { ...fixed, ...measured }, { usage: USAGE });
    const amounts = { ...constant, sent: 1_007, tiers: 57, all: 1_057, none: 1_000 };
    await expectAmounts(t, shelf, amounts, { usage: USAGE });
  },
});
