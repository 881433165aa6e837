// Faults in which regions have a price at all.
import type { Mutant } from "../mutant.ts";
import { pricing } from "../stocking.ts";

export default [
  {
    breaks: "MPLI-COMP-112",
    fault: "takes what storage costs for the price of a region without a price per month",
    ...pricing((prices) => {
      const isRegional = prices.some(({ per, in: regions }) => per === "month" && regions !== undefined);
      return isRegional ? [...prices, { amount: "0.0", currency: "EUR", per: "month" }] : prices;
    }),
  },
] satisfies Mutant[];
