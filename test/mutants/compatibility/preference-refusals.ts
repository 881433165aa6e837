// Faults in what is refused of preferences, of the customer and of usage.
import { hearing, on, refusing, taking } from "../faults.ts";
import { type Json, hearingDemands, takingWhere } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { list, preferring } from "../weighing.ts";

const refusingFor = (term: string): Spoil =>
  takingWhere("value-does-not-fit", (problem) => problem["term"] === term);

export default [
  { breaks: "MPLI-COMP-085", fault: "passes over a wish to be near to nowhere", ...taking("near-needed") },
  {
    breaks: "MPLI-COMP-085",
    fault: "measures from 0 and 0 where no point is stated",
    ...hearingDemands((demand) => {
      if (list(demand["prefer"]).includes("nearest"))
        demand["near"] ??= { latitude: "0.0", longitude: "0.0" };
    }),
  },
  {
    breaks: "MPLI-COMP-085",
    fault: "looks for the word in the list alone",
    ...hearingDemands((demand) => {
      const nodes = list(demand["prefer"]).filter((one) => typeof one === "object") as Json[];
      if (nodes.some(({ criterion }) => criterion === "nearest"))
        demand["near"] ??= { latitude: "0.0", longitude: "0.0" };
    }),
  },
  {
    breaks: "MPLI-COMP-085",
    fault: "takes the customer's country for the point",
    ...hearingDemands((demand) => {
      if (demand["customer"]) demand["near"] ??= { latitude: "52.1", longitude: "5.3" };
    }),
  },
  {
    breaks: "MPLI-COMP-085",
    fault: "refuses it as any other demand",
    ...refusing("near-needed", (problem) => {
      problem["code"] = "value-does-not-fit";
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "passes over criteria that it does not know",
    ...preferring((prefer) =>
      prefer.filter((one) => !["fastest", "Greenest", "price"].includes(String(one))),
    ),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes 1 for a weight that is not stated",
    ...preferring((prefer) =>
      prefer.some((one) => (one as Json)["weight"] !== undefined)
        ? prefer.map((one) => ({
            weight: 1,
            ...(typeof one === "string" ? { criterion: one } : (one as Json)),
          }))
        : prefer,
    ),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "rounds the weight of a criterion to three decimals",
    ...preferring((prefer) =>
      prefer.map((one) => {
        const { weight, ...rest } = one as Json;
        return typeof weight === "string"
          ? { ...rest, weight: String(Math.ceil(Number(weight) * 1000) / 1000) }
          : one;
      }),
    ),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes any number for the weight of a criterion",
    ...refusingFor("weight"),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes 0 for the latitude or longitude that a point lacks",
    ...hearingDemands((demand) => {
      const { near } = demand;
      if (typeof near === "object" && near !== null && !Array.isArray(near))
        demand["near"] = { latitude: "0.0", longitude: "0.0", ...near };
    }),
  },
  { breaks: "MPLI-COMP-007", fault: "measures from beyond the pole", ...refusingFor("latitude") },
  {
    breaks: "MPLI-COMP-007",
    fault: "measures from the last of two points",
    ...hearingDemands((demand) => {
      if (Array.isArray(demand["near"])) demand["near"] = demand["near"].at(-1);
    }),
  },
  {
    breaks: "MPLI-COMP-007",
    fault: "reads the first of two orders of preference",
    ...hearing(on("/matches", "POST"), (text) => {
      const [first, second] = [...text.matchAll(/<[^>]*#prefer> \([^)]*\) ;/g)];
      return first && second ? text.replace(second[0], "") : text;
    }),
  },
  { breaks: "MPLI-COMP-007", fault: "takes any word for a country", ...refusingFor("country") },
  {
    breaks: "MPLI-COMP-007",
    fault: "takes a union for a country",
    ...hearingDemands((demand) => {
      const customer = demand["customer"] as Json | undefined;
      if (customer?.["country"] === "EU") demand["customer"] = { country: "NL" };
    }),
  },
  ...["hoursPerMonth", "storage", "outboundTraffic", "requestsPerMonth"].map(
    (term): Mutant => ({
      breaks: "MPLI-COMP-007",
      fault: `takes any \`${term}\` for a measure`,
      ...refusingFor(term),
    }),
  ),
  {
    breaks: "MPLI-COMP-007",
    fault: "takes the sum of two usages",
    ...takingWhere("several-values", ({ term }) =>
      ["usage", "storage", "hoursPerMonth"].includes(String(term)),
    ),
  },
] satisfies Mutant[];
