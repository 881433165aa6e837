// Faults in where places lie.
import { judging, knowing } from "../judgement.ts";
import type { Mutant } from "../mutant.ts";

const isRegion = (name: unknown) => String(name).includes("/regions/");
const areasOf = (expected: Readonly<Record<string, unknown>>) => [expected["within"] ?? []].flat();

export default [
  {
    breaks: "MPLI-COMP-029",
    fault: "knows the places of the vocabulary only",
    ...knowing({ rows: (all) => all.filter(({ place }) => !place) }),
  },
  {
    breaks: "MPLI-COMP-029",
    fault: "climbs from regions to places of the vocabulary only",
    ...knowing({ rows: (all) => all.filter(({ area }) => !isRegion(area?.value)) }),
  },
  {
    breaks: "MPLI-COMP-029",
    fault: "climbs one level of the vocabulary",
    ...judging(({ outcome, expected }) =>
      outcome === "satisfied" && areasOf(expected).some((area) => area === "EEA" || area === "Europe")
        ? "violated"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-029",
    fault: "does not take a place to lie in itself",
    ...judging(({ expected, found }) =>
      areasOf(expected).some((area) => area === found[0]) ? "violated" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-029",
    fault: "climbs to the first of several areas only",
    ...knowing({
      rows: (all) => {
        const seen = new Set<string>();
        return all.filter(({ place }) => !place || (!seen.has(place.value) && seen.add(place.value)));
      },
    }),
  },
  {
    breaks: "MPLI-COMP-030",
    fault: "leaves open what the manifest does not say",
    ...judging(({ reason }) => (reason === "outside-area" ? "unknown" : undefined)),
  },
  {
    breaks: "MPLI-COMP-030",
    fault: "leaves open whether a region lies in another",
    ...judging(({ reason, expected }) =>
      reason === "outside-area" && areasOf(expected).some(isRegion) ? "unknown" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-030",
    fault: "takes every European country for one of the European Union",
    ...judging(({ found, expected }) =>
      found[0] === "CH" && areasOf(expected).includes("EU") ? "satisfied" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-031",
    fault: "denies what is not known to lie in the area",
    ...judging(({ reason }) => (reason === "area-unknown" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-031",
    fault: "denies that a place lies in a part of itself",
    ...judging(({ reason, expected, found }) =>
      reason === "area-unknown" &&
      areasOf(expected).some(isRegion) &&
      (found[0] === "NL" || found[0]?.endsWith("ams"))
        ? "violated"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-031",
    fault: "takes a place that contains the area to lie in it",
    ...judging(({ found, expected }) =>
      found[0] === "NL" && areasOf(expected).some(isRegion) ? "satisfied" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-031",
    fault: "denies areas of a region that claims to lie in one without a country",
    ...judging(({ found, reason }) =>
      reason === "area-unknown" && /\/eu(rope)?$/.test(found[0] ?? "") ? "violated" : undefined,
    ),
  },
] satisfies Mutant[];
