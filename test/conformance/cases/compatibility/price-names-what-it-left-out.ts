import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { isObject } from "../../http.ts";
import { price } from "../../steps/prices.ts";

const HOURLY = price("0.10", "hour");

export default defineCase({
  title: "The report names each kind of price that it left out",
  requirements: ["MPLI-COMP-038@886ffaea"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "leaving out in silence, so that an offer with a fee seems to be the cheaper one",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const tier = { type: "PriceTier", from: "0" };
    const fee = price("49.0", "once");
    const traffic = price("0.05", "unit", { unit: "GBy" });
    const shelf = await shelfOf(t, {
      plain: { price: HOURLY },
      fee: { price: [HOURLY, fee] },
      all: { price: [HOURLY, fee, traffic, price("0.01", "hour", { tier })] },
    });
    const result = await resultsOf(t, shelf, [{}], { currency: "EUR" });
    const leftOut = ["plain", "fee", "all"].map((offer) => {
      const { price: stated } = result(0, offer);
      const names = isObject(stated) ? stated["leftOut"] : undefined;
      t.that(Array.isArray(names), "a list in `leftOut` of the price", JSON.stringify(stated));
      return new Set(names).size;
    });
    t.equal(leftOut, [0, 1, 3], "the numbers of different kinds that were left out are");
  },
});
