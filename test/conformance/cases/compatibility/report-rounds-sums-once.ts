import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { price } from "../../steps/prices.ts";

export default defineCase({
  title: "A sum is rounded, and not what it is the sum of",
  requirements: ["MPLI-COMP-095@8058ccb7", "MPLI-COMP-079@5ffe08a7"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "adding up what was rounded before",
  since: "0.1",
  writes: true,
  async run(t) {
    // A twelfth of a year's price and a twenty-fourth of a day's, each a little more than four tenths of a millionth.
    const [yearly, daily] = [price("0.000005", "year"), price("0.00001", "day")];
    const shelf = await shelfOf(t, { both: { price: [yearly, daily] } });
    const result = await resultsOf(t, shelf, [{ usage: { hoursPerMonth: "1" } }], { currency: "EUR" });
    t.equal(
      Object(result(0, "both")["price"])["monthly"],
      0.000001,
      "two summands of 0.0000004166… EUR come to",
    );
  },
});
