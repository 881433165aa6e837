// Faults in what a price says beside its amount: what it leaves out, and why there is none.
import { reportingResults } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { charging, isRegional, isUnit, tierOf, withoutTier } from "../stocking.ts";

interface Reported {
  monthly?: number;
  reason?: string;
  leftOut: string[];
  partial: boolean;
}

/** States the price of each result otherwise. */
const stating = (change: (price: Reported) => void): Spoil =>
  reportingResults((result) => change((result as unknown as { price: Reported }).price));

const leavingOut = (change: (words: string[]) => string[]): Spoil =>
  stating((price) => {
    price.leftOut = change(price.leftOut);
  });

/** Gives one reason for another. */
const confusing = (reason: string, other: string): Mutant => ({
  breaks: "MPLI-COMP-082",
  fault: `says ${other} where it should say ${reason}`,
  ...stating((price) => {
    if (price.reason === reason) price.reason = other;
  }),
});

export default [
  {
    breaks: "MPLI-COMP-080",
    fault: "adds a set-up fee to each month",
    ...charging((one) => (one["per"] === "once" ? { ...withoutTier(one), per: "month" } : one)),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "takes the price of a tier of hours for that of all",
    ...charging((one) => (isUnit(one) ? one : withoutTier(one))),
  },
  { breaks: "MPLI-COMP-080", fault: "does not say what it left out", ...leavingOut(() => []) },
  {
    breaks: "MPLI-COMP-080",
    fault: "says only that something was left out",
    ...leavingOut((all) => all.slice(0, 1)),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "has one word for all that depends on usage",
    ...leavingOut((all) => all.map((word) => (word === "tiered" ? "per-unit" : word))),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "calls a fee tiered that has a tier",
    ...charging((one) => (one["per"] === "once" && tierOf(one) ? { ...one, per: "hour" } : one)),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "does not say what it left out where it has no price",
    ...stating((price) => {
      if (price.reason !== undefined) price.leftOut = [];
    }),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "calls every price whole",
    ...stating((price) => {
      price.partial = false;
    }),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "does not say that something is paid in another currency",
    ...leavingOut((all) => all.filter((word) => word !== "other-currency")),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "takes an amount in a second currency for a second charge",
    ...charging((one) =>
      one["currency"] === "USD" && one["per"] === "month" ? { ...one, per: "year" } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "takes what has no currency for what is in the demand's",
    ...charging((one) => ({ currency: "EUR", ...one })),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "names what it charged as well",
    ...leavingOut((all) => [...new Set([...all, "per-unit"])]),
  },
  confusing("not-stated", "usage-based"),
  confusing("no-currency-asked", "currency-not-stated"),
  confusing("usage-based", "not-stated"),
  confusing("currency-not-stated", "currency-differs"),
  confusing("currency-differs", "currency-not-stated"),
  confusing("not-priced-there", "not-stated"),
  {
    breaks: "MPLI-COMP-082",
    fault: "misses the currency of a demand before it looks for any price",
    ...stating((price) => {
      if (price.reason === "not-stated") price.reason = "no-currency-asked";
    }),
  },
  {
    breaks: "MPLI-COMP-082",
    fault: "looks at the currency of what is left out",
    ...charging((one) =>
      one["per"] === "once" && one["currency"] === "USD" ? { ...one, per: "month" } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-082",
    fault: "looks at the regions of prices in other currencies",
    ...charging((one) => (one["currency"] === "USD" && isRegional(one) ? { ...one, currency: "EUR" } : one)),
  },
  {
    breaks: "MPLI-COMP-082",
    fault: "states a price of 0 beside the reason for none",
    ...stating((price) => {
      if (price.reason !== undefined) price.monthly = 0;
    }),
  },
] satisfies Mutant[];
