// Faults in what a requirement may say, and in how its bounds are read.
import { setTimeout as pause } from "node:timers/promises";
import { on, refusing, taking } from "../faults.ts";
import {
  type Json,
  hearingRequirements,
  judging,
  reportingResults,
  stating,
  takingWhere,
} from "../judgement.ts";
import type { Mutant } from "../mutant.ts";

const ORDERS: Readonly<Record<string, (found: string, bound: string) => boolean>> = {
  atLeast: (found, bound) => found >= bound,
  moreThan: (found, bound) => found > bound,
  atMost: (found, bound) => found <= bound,
  lessThan: (found, bound) => found < bound,
};
const BACKTRACKS = /\(a\+\)\+|\(a\|aa\)\+/;

export default [
  {
    breaks: "MPLI-COMP-008",
    fault: "compares numbers as text",
    ...judging(({ on: property, expected, found }) => {
      const [[operator = "", bound = ""] = []] = Object.entries(expected);
      const order = ORDERS[operator];
      if (property !== "vcpus" || !order || !found[0]) return undefined;
      return order(found[0], String(bound)) ? "satisfied" : "violated";
    }),
  },
  {
    breaks: "MPLI-COMP-008",
    fault: "reads the bound of a version as a decimal number",
    ...hearingRequirements((one) =>
      String(one["on"]).endsWith("Version") && /^\d+\.\d+$/.test(String(one["is"]))
        ? { ...one, is: String(Number(one["is"])) }
        : one,
    ),
  },
  {
    breaks: "MPLI-COMP-008",
    fault: "reads the bound of a text as a number where it looks like one",
    ...hearingRequirements((one) =>
      one["on"] === "family" && /^[\d.]+$/.test(String(one["is"]))
        ? { ...one, is: String(Number(one["is"])) }
        : one,
    ),
  },
  {
    breaks: "MPLI-COMP-008",
    fault: "knows schemes by their short names only",
    ...hearingRequirements((one) =>
      one["on"] === "certification" && /^https:..w3id/.test(String(one["is"]))
        ? { ...one, is: "urn:unheard-of" }
        : one,
    ),
  },
  {
    breaks: "MPLI-COMP-008",
    fault: "compares a bound that has a datatype as an RDF term",
    ...hearingRequirements((one) => {
      const typed = one["is"] as Json | undefined;
      return typed?.["@type"] === "xsd:decimal" ? { ...one, is: "-1" } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-008",
    fault: "matches a pattern with the whole text",
    ...judging(({ outcome, expected: { matches } }) =>
      outcome === "satisfied" && matches !== undefined && !/^\^.*\$$/.test(String(matches))
        ? "violated"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-008",
    fault: "looks for a pattern in the first 256 characters only",
    ...stating((value) => value.slice(0, 256)),
  },
  { breaks: "MPLI-COMP-009", fault: "takes a bound that does not fit", ...taking("value-does-not-fit") },
  {
    breaks: "MPLI-COMP-009",
    fault: "takes a bound without a unit for one in bytes",
    ...hearingRequirements((one) =>
      typeof one["atMost"] === "number" ? { ...one, atMost: `${one["atMost"]} By` } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-009",
    fault: "reads the first member of a list only",
    ...hearingRequirements((one) =>
      Array.isArray(one["isOneOf"]) ? { ...one, isOneOf: one["isOneOf"].slice(0, 1) } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-009",
    fault: "reads the digits that a number begins with",
    ...hearingRequirements((one) => {
      const digits = one["on"] === "vcpus" ? Number.parseInt(String(one["is"]), 10) : Number.NaN;
      return Number.isNaN(digits) ? one : { ...one, is: digits };
    }),
  },
  {
    breaks: "MPLI-COMP-009",
    fault: "checks the first of two bounds only",
    ...hearingRequirements((one) => {
      const { atMost: _, ...first } = one;
      return "atLeast" in one && Object.keys(one).indexOf("atLeast") < Object.keys(one).indexOf("atMost")
        ? first
        : one;
    }),
  },
  {
    breaks: "MPLI-COMP-009",
    fault: "takes a version that is none",
    ...takingWhere("value-does-not-fit", (told) => told["on"] === "engineVersion"),
  },
  {
    breaks: "MPLI-COMP-009",
    fault: "refuses a bound that does not fit as if there were none",
    ...refusing("value-does-not-fit", (told) => (told["code"] = "no-bound")),
  },
  {
    breaks: "MPLI-COMP-010",
    fault: "takes any operator on any property",
    ...taking("operator-does-not-fit"),
  },
  ...["region", "engine", "certification", "delivery", "memory", "vcpus", "engineVersion"].map(
    (property) => ({
      breaks: "MPLI-COMP-010",
      fault: `takes an operator on ${property} that does not suit it`,
      ...takingWhere("operator-does-not-fit", (told) => told["on"] === property),
    }),
  ),
  {
    breaks: "MPLI-COMP-010",
    fault: "takes `isOneOf` of texts and terms only",
    ...hearingRequirements((one) =>
      one["on"] === "memory" && one["isOneOf"] ? { on: "memory", matches: "32" } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-010",
    fault: "answers an operator that does not suit with status 400",
    ...refusing("operator-does-not-fit", (told) => (told["status"] = 400), 400),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over terms that it does not know",
    ...taking("unknown-requirement-term"),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over terms of other vocabularies",
    ...hearingRequirements((one) =>
      Object.fromEntries(Object.entries(one).filter(([key]) => !key.startsWith("https:"))),
    ),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "passes over terms of its own vocabulary that belong elsewhere",
    ...hearingRequirements(({ count: _, ...one }) => one),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "does not name the term",
    ...refusing("unknown-requirement-term", (told) => delete told["term"]),
  },
  {
    breaks: "MPLI-COMP-011",
    fault: "names the property in place of the term",
    ...refusing("unknown-requirement-term", (told) => (told["term"] = told["on"])),
  },
  {
    breaks: "MPLI-COMP-012",
    fault: "judges an unknown property as one that nobody states",
    ...taking("unknown-property"),
  },
  {
    breaks: "MPLI-COMP-012",
    fault: "takes a property of places for one of offers",
    ...takingWhere("unknown-property", ({ property }) => String(property).endsWith("city")),
  },
  {
    breaks: "MPLI-COMP-012",
    fault: "finds properties whatever their case",
    ...hearingRequirements((one) => (one["on"] === "Memory" ? { ...one, on: "memory" } : one)),
  },
  {
    breaks: "MPLI-COMP-012",
    fault: "looks a property up by the end of its IRI",
    ...hearingRequirements((one) =>
      typeof one["on"] === "string" ? { ...one, on: one["on"].replace(/^https:.*#/, "") } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-013",
    fault: "asks for a currency where the first component is priced only",
    ...takingWhere("currency-needed", ({ component }) => component === "b"),
  },
  { breaks: "MPLI-COMP-013", fault: "compares amounts of any currency", ...taking("currency-needed") },
  {
    breaks: "MPLI-COMP-013",
    fault: "needs no currency for preferences",
    ...hearingRequirements((one, strength, demand) => {
      if (strength === "should" && one["on"] === "price") demand["currency"] ??= "EUR";
      return one;
    }),
  },
  {
    breaks: "MPLI-COMP-014",
    fault: "judges a requirement without a bound as satisfied",
    ...taking("no-bound"),
  },
  {
    breaks: "MPLI-COMP-014",
    fault: "takes `absent` for a bound",
    ...takingWhere("no-bound", (told) => told["on"] === "region"),
  },
  {
    breaks: "MPLI-COMP-014",
    fault: "counts a preference without a bound as satisfied",
    ...hearingRequirements((one, strength) =>
      strength === "should" && one["on"] === "memory" ? { atLeast: "0 By", ...one } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-014",
    fault: "calls a requirement without a bound one that does not fit",
    ...refusing("no-bound", (told) => (told["code"] = "value-does-not-fit")),
  },
  {
    breaks: "MPLI-COMP-015",
    fault: "tries all ways in which a pattern can match",
    asks: async (request) => {
      if (!on("/matches", "POST")(request)) return request;
      if (BACKTRACKS.test(await request.clone().text())) await pause(1_200);
      return request;
    },
  },
  {
    breaks: "MPLI-COMP-016",
    fault: "takes a pattern that it cannot evaluate",
    ...taking("unsupported-pattern"),
  },
  {
    breaks: "MPLI-COMP-016",
    fault: "takes back-references",
    ...takingWhere("unsupported-pattern", ({ pattern }) => String(pattern).includes("\\1")),
  },
  {
    breaks: "MPLI-COMP-016",
    fault: "takes look-behind",
    ...takingWhere("unsupported-pattern", ({ pattern }) => String(pattern).includes("(?<")),
  },
  {
    breaks: "MPLI-COMP-016",
    fault: "breaks down over a pattern that is none",
    ...refusing(
      "unsupported-pattern",
      (told) => Object.assign(told, { status: 500, code: "internal-error" }),
      500,
    ),
  },
  {
    breaks: "MPLI-COMP-016",
    fault: "counts a preference whose pattern it cannot evaluate as not satisfied",
    ...hearingRequirements(({ matches, ...one }, strength) =>
      matches === undefined ? one : { ...one, ...(strength === "should" ? { is: "-" } : { matches }) },
    ),
  },
  {
    breaks: "MPLI-COMP-017",
    fault: "leaves out what it cannot decide",
    ...reportingResults((result) => {
      result.requirements = result.requirements.filter(({ outcome }) => outcome !== "unknown");
    }),
  },
  {
    breaks: "MPLI-COMP-017",
    fault: "gives preferences no outcome",
    ...reportingResults((result) => {
      result.requirements = result.requirements.map((one) =>
        one.strength === "should" ? { ...one, outcome: undefined as never } : one,
      );
    }),
  },
  {
    breaks: "MPLI-COMP-017",
    fault: "has a fourth outcome for values that it cannot compare",
    ...judging(({ reason }) => (reason === "not-stated" ? "absent" : undefined)),
  },
  {
    breaks: "MPLI-COMP-017",
    fault: "stops at the first must that is violated",
    ...reportingResults((result) => {
      const at = result.requirements.findIndex(({ outcome }) => outcome === "violated");
      if (at >= 0) result.requirements = result.requirements.slice(0, at + 1);
    }),
  },
] satisfies Mutant[];
