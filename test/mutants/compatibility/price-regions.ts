// Faults in the regions that a price is taken for: which are left open, and which price holds in one.
import { hearing, on } from "../faults.ts";
import { type Json, hearingDemands, hearingRequirements } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { charging, isRegional, placing, pricing } from "../stocking.ts";

/** Hears the musts of each component otherwise. */
const restricting = (change: (must: Json) => readonly Json[]): Spoil =>
  hearingDemands((demand) => {
    for (const component of [demand["component"] ?? []].flat() as Json[])
      if (Array.isArray(component["must"])) component["must"] = (component["must"] as Json[]).flatMap(change);
  });

const MAY_FIT = (region: Json, within: string): Json => ({ within, ...region });

const parts = (must: Json) => [must["anyOf"] ?? [], must["allOf"] ?? []].flat() as Json[];

const hasRegion = ({ region }: Json) => [region ?? []].flat().length > 0;

export default [
  {
    breaks: "MPLI-COMP-081",
    fault: "takes a region of which nothing is known for one that fits",
    ...placing((region) => MAY_FIT(region, "NL")),
  },
  {
    breaks: "MPLI-COMP-081",
    fault: "leaves nothing open where nothing is known to fit",
    ...placing((region) => MAY_FIT(region, "US")),
  },
  {
    breaks: "MPLI-COMP-081",
    fault: "looks for regions without the evidence that is asked for",
    ...hearingRequirements(({ evidence: _, ...one }) => one),
  },
  {
    breaks: "MPLI-COMP-081",
    fault: "reads plain musts on the region only",
    ...restricting((must) => (must["not"] || parts(must).length > 0 ? [] : [must])),
  },
  {
    breaks: "MPLI-COMP-081",
    fault: "takes one of many parts that is on the region for the whole",
    ...restricting((must) => {
      const [region, ...others] = parts(must).toSorted((a) => (a["on"] === "region" ? -1 : 1));
      return region?.["on"] === "region" && others.some(({ on: property }) => property === "vcpus")
        ? [region]
        : [must];
    }),
  },
  {
    breaks: "MPLI-COMP-081",
    fault: "does not follow the path to the places above a region",
    ...restricting((must) =>
      JSON.stringify(must["path"] ?? (must["not"] as Json | undefined)?.["path"] ?? "").includes("zeroOrMore")
        ? []
        : [must],
    ),
  },
  {
    breaks: "MPLI-COMP-081",
    fault: "takes a must on a fact of the region for one on the region",
    ...restricting((must) =>
      JSON.stringify(must["path"]) === '["region","name"]' ? [{ on: "region", within: "DE" }] : [must],
    ),
  },
  {
    breaks: "MPLI-COMP-081",
    fault: "takes no price of a region that the offer does not state",
    ...pricing((prices, offer) => (hasRegion(offer) ? prices : prices.filter((each) => !isRegional(each)))),
  },
  {
    breaks: "MPLI-COMP-081",
    fault: "lets prices that name regions hide those that name none",
    ...pricing((prices, offer) =>
      hasRegion(offer) || !prices.some(isRegional) ? prices : prices.filter(isRegional),
    ),
  },
  {
    breaks: "MPLI-COMP-040",
    fault: "takes the last of several regions that cost the same",
    ...hearing(on("/manifest", "PUT"), (text) => text.replaceAll("/regions/ams", "/regions/zzz")),
  },
  {
    breaks: "MPLI-COMP-040",
    fault: "takes each price from the region where it is lowest",
    ...charging(({ in: _, ...rest }) => rest),
  },
  {
    breaks: "MPLI-COMP-041",
    fault: "lets a region's price hide all that hold everywhere",
    ...pricing((prices) => {
      const own = prices.filter((each) => String(each["in"]).endsWith("/ams"));
      return own.length > 0 ? own : prices;
    }),
  },
] satisfies Mutant[];
