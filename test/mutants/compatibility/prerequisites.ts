// Faults in what is asked of customers: tokens, terms, and the country that they are in.
import { type Json, hearingDemands, reportingResults } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { stocking } from "../stocking.ts";

const TERMS = "https://kit.example/terms";
const list = (value: unknown): unknown[] => [value ?? []].flat();

/** Reads each prerequisite otherwise; several where there is a list of them. */
function asking(change: (prerequisite: Json) => Json | readonly Json[]): Spoil {
  return stocking((one) => {
    if (one["prerequisite"] === undefined) return one;
    return { ...one, prerequisite: list(one["prerequisite"]).flatMap((each) => change(each as Json)) };
  });
}

/** Takes obstacles for this reason to end otherwise; the verdict follows from what is left. */
function ending(reason: string, outcome: "satisfied" | "unknown" | "violated"): Spoil {
  return reportingResults((result) => {
    const obstacles = result.obstacles as { reason: string; outcome: string }[];
    for (const one of obstacles) if (one.reason === reason) one.outcome = outcome;
    const outcomes = obstacles.map((one) => one.outcome);
    const worst = outcomes.includes("violated") ? "incompatible" : "undetermined";
    result.verdict = obstacles.length > 0 ? worst : result.verdict;
  });
}

export default [
  {
    breaks: "MPLI-COMP-075",
    fault: "takes what is presented for accepted",
    ...hearingDemands((demand) => {
      if (demand["presents"]) demand["accepts"] = [...list(demand["accepts"]), ...list(demand["presents"])];
    }),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "takes the terms of another version for those that were accepted",
    ...hearingDemands((demand) => {
      const plain = (one: unknown) => String(one).replace(/(\/terms)[/#].*$/, "$1");
      if (demand["accepts"]) demand["accepts"] = list(demand["accepts"]).map(plain);
    }),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "takes a customer that does not speak of terms to accept them",
    ...hearingDemands((demand) => {
      if (demand["presents"] ?? demand["customer"]) demand["accepts"] ??= [TERMS];
    }),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "counts terms that are not accepted as a no",
    ...ending("terms-not-accepted", "violated"),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "counts a token that is not presented as a no",
    ...ending("prerequisite-not-presented", "violated"),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "leaves a customer from elsewhere undetermined",
    ...ending("customer-elsewhere", "unknown"),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "counts a country that is not stated as elsewhere",
    ...ending("customer-place-unknown", "violated"),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "takes a customer that states no country for one from the European Union",
    ...hearingDemands((demand) => {
      if (demand["presents"] ?? demand["accepts"]) demand["customer"] ??= { country: "NL" };
    }),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "takes what a customer presents for its country",
    ...hearingDemands((demand) => {
      if (list(demand["presents"]).includes("NL")) demand["customer"] ??= { country: "NL" };
    }),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "compares a country with an area as codes",
    ...asking((one) =>
      ["EU", "Europe"].includes(String(one["customerIn"])) ? { ...one, customerIn: "AQ" } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "reads the first of several places only",
    ...asking((one) => (one["customerIn"] ? { ...one, customerIn: list(one["customerIn"])[0] } : one)),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "wants a customer to be in all of several places",
    ...asking((one) => {
      const places = list(one["customerIn"]);
      return places.length > 1 ? places.map((customerIn) => ({ customerIn })) : one;
    }),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "takes the places of several prerequisites together",
    ...stocking((one) => {
      const all = list(one["prerequisite"]) as Json[];
      const customerIn = all.flatMap((each) => list(each["customerIn"]));
      return all.length > 1 && customerIn.length > 0 ? { ...one, prerequisite: { customerIn } } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "does not see that a country contains a place of the manifest",
    ...stocking((one) => (one["within"] === "FR" ? { ...one, within: "Africa" } : one)),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "reads the first part of a prerequisite only",
    ...asking(({ ask, terms, ...rest }) =>
      ask === undefined ? { ...rest, ...(terms === undefined ? {} : { terms }) } : { ask },
    ),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "passes over where a provider sells to, and reads it of offers only",
    ...stocking((one) => {
      if (one["type"] !== "Provider" || one["prerequisite"] === undefined) return one;
      const prerequisite = list(one["prerequisite"]).map((each) => {
        const { customerIn: _, ...rest } = each as Json;
        return rest;
      });
      return { ...one, prerequisite };
    }),
  },
  {
    breaks: "MPLI-COMP-075",
    fault: "names one obstacle where several stand in the way",
    ...reportingResults((result) => {
      (result.obstacles as unknown[]).splice(1);
    }),
  },
] satisfies Mutant[];
