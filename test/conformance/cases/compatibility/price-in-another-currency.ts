import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectAmounts, outcomesOfAnyPrice, price } from "../../steps/prices.ts";

const dollars = (amount: string) => price(amount, "month", { currency: "USD" });

export default defineCase({
  title: "A price in dollars is no price in euros",
  requirements: ["MPLI-COMP-039@8a85ba15", "MPLI-COMP-042@5da4a090"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing numbers without their currencies, or taking a rate from somewhere",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      dollars: { price: dollars("10.0") },
      both: { price: [dollars("10.0"), price("20.0", "month")] },
    });
    const outcomes = await outcomesOfAnyPrice(t, shelf, ["dollars", "both"]);
    t.equal(outcomes, ["unknown", "satisfied"], "the outcomes of a bound in euros are");
    await expectAmounts(t, shelf, { both: 20 });
  },
});
