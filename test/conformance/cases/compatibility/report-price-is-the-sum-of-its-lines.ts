import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { linesOf } from "../../steps/findings.ts";
import { askForWhatIsSold, onlyComponent } from "../../steps/reports.ts";

/** Each number is rounded to six decimals by itself. */
const ROUNDING = 0.000001;

export default defineCase({
  title: "Every price that is stated is the sum of its lines, in the currency that was asked for",
  requirements: ["MPLI-COMP-089@3870128d"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "lines of another region or of the dearer choice, which do not add up",
  since: "0.1",
  async run(t: Exam) {
    const { results } = onlyComponent(t, await askForWhatIsSold(t, "?limit=100"));
    const prices = results.filter(({ price }) => isObject(price) && price["monthly"] !== undefined);
    if (prices.length === 0) t.cannotTell("no offer of the class has a price in euros");
    for (const result of prices) {
      const { monthly, currency } = Object(result["price"]);
      t.equal(currency, "EUR", "the currency of a price is");
      const lines = linesOf(result);
      const products = lines.every(
        ({ amount, times, monthly: product }) =>
          Math.abs(Number(amount) * Number(times) - Number(product)) <=
          ROUNDING * (1 + Number(amount) + Number(times)),
      );
      t.that(products, "lines of an amount times a number", JSON.stringify(lines));
      const sum = lines.reduce((total, line) => total + Number(line["monthly"]), 0);
      const isSum = lines.length > 0 && Math.abs(sum - Number(monthly)) <= ROUNDING * (lines.length + 1);
      t.that(isSum, `lines that add up to ${monthly}`, JSON.stringify(lines));
    }
  },
});
