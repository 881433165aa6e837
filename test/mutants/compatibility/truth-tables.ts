// Faults in what comes of outcomes: of bounds, alternatives, absent facts, and of musts for the verdict.
import { isInherited } from "../../../functions/compatibility/market/paths.ts";
import type { Row } from "../../../functions/compatibility/ports.ts";
import { mpli } from "../../../functions/kernel/generated/vocabulary.ts";
import {
  type Finding,
  hearingDemands,
  hearingRequirements,
  judging,
  knowing,
  reportingResults,
  stating,
} from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const SETTINGS = new Set(["on", "weight", "absent", "evidence", "per"]);
const HOLDS: Readonly<Record<string, (found: number, bound: number) => boolean>> = {
  is: (found, bound) => found === bound,
  atLeast: (found, bound) => found >= bound,
  moreThan: (found, bound) => found > bound,
  atMost: (found, bound) => found <= bound,
  lessThan: (found, bound) => found < bound,
};
const holds = (operator: string, found: string, bound: unknown) =>
  HOLDS[operator]?.(Number(found), Number(bound)) ?? false;

/** Hears one of the bounds of each requirement. */
function oneBound(which: 0 | -1): Spoil {
  return hearingRequirements((one) => {
    const bound = Object.entries(one)
      .filter(([key]) => !SETTINGS.has(key))
      .at(which);
    const settings = Object.entries(one).filter(([key]) => SETTINGS.has(key));
    return Object.fromEntries(bound ? [...settings, bound] : settings);
  });
}

/** Keeps one of the values that an offer states for a property. */
function oneValue(which: "first" | "last"): Spoil {
  return knowing({
    rows: (all) => {
      const keyed = all.map(
        (row) => [`${row["offer"]?.value} ${row["key"]?.value} ${row["node"]?.value}`, row] as const,
      );
      return [...new Map(which === "last" ? keyed : keyed.toReversed()).values()];
    },
  });
}

const isHead = (sparql: string) => sparql.includes("?place ?area");
const bounds = ({ expected }: Finding) => Object.entries(expected);
const mustsOf = (findings: readonly Finding[]) =>
  findings.filter(({ strength }) => strength === "must").map(({ outcome }) => outcome);

export default [
  {
    breaks: "MPLI-COMP-018",
    fault: "counts what is not stated as a no",
    ...judging(({ reason }) => (reason === "not-stated" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-018",
    fault: "counts what is not stated as a yes",
    ...judging(({ reason }) => (reason === "not-stated" ? "satisfied" : undefined)),
  },
  { breaks: "MPLI-COMP-019", fault: "evaluates the first bound only", ...oneBound(0) },
  { breaks: "MPLI-COMP-019", fault: "evaluates the last bound only", ...oneBound(-1) },
  {
    breaks: "MPLI-COMP-019",
    fault: "takes one bound that holds for enough",
    ...judging((one) =>
      bounds(one).length > 1 &&
      bounds(one).some(([operator, bound]) => holds(operator, one.found[0] ?? "", bound))
        ? "satisfied"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-019",
    fault: "lets an unknown bound outweigh one that is violated",
    ...judging((one) =>
      bounds(one).length > 1 && bounds(one).some(([, bound]) => String(bound).startsWith(`${one.found[0]}.`))
        ? "unknown"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-019",
    fault: "checks each bound against any of the alternatives",
    ...judging((one) =>
      bounds(one).length > 1 &&
      bounds(one).every(([operator, bound]) => one.found.some((found) => holds(operator, found, bound)))
        ? "satisfied"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-062",
    fault: "reads the first member of `isOneOf` only",
    ...hearingRequirements((one) =>
      Array.isArray(one["isOneOf"]) ? { ...one, isOneOf: one["isOneOf"].slice(0, 1) } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-062",
    fault: "reads the last area only",
    ...hearingRequirements((one) =>
      Array.isArray(one["within"]) ? { ...one, within: one["within"].at(-1) } : one,
    ),
  },
  {
    breaks: "MPLI-COMP-062",
    fault: "wants a value to equal all members of `isOneOf`",
    ...judging(({ outcome, expected: { isOneOf }, found }) =>
      outcome === "satisfied" && Array.isArray(isOneOf) && isOneOf.some((one) => one !== found[0])
        ? "violated"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-062",
    fault: "counts a member that cannot be told as a no",
    ...judging(({ outcome, expected }) =>
      outcome === "unknown" && expected["isOneOf"] ? "violated" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-062",
    fault: "counts an area that cannot be told as a no",
    ...judging(({ outcome, expected: { within } }) =>
      outcome === "unknown" && Array.isArray(within) && within.length > 1 ? "violated" : undefined,
    ),
  },
  { breaks: "MPLI-COMP-020", fault: "judges the first stated value only", ...oneValue("first") },
  { breaks: "MPLI-COMP-020", fault: "judges the last stated value only", ...oneValue("last") },
  {
    breaks: "MPLI-COMP-020",
    fault: "counts an alternative that cannot be told as a no",
    ...judging(({ outcome, found }) => (outcome === "unknown" && found.length > 1 ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-020",
    fault: "leaves everything open where one alternative cannot be told",
    ...knowing({
      rows: (all) => {
        const vague = new Set(
          all.filter(({ value }) => /^16(\.4)?$/.test(value?.value ?? "")).map(({ offer }) => offer?.value),
        );
        return all.filter(
          ({ offer, value }) => !vague.has(offer?.value) || !/^1[4578]$/.test(value?.value ?? ""),
        );
      },
    }),
  },
  {
    breaks: "MPLI-COMP-021",
    fault: "reads the facts of the offer alone",
    ...knowing({ rows: (all, sparql) => (isHead(sparql) ? all.filter(({ key }) => !key) : all) }),
  },
  {
    breaks: "MPLI-COMP-021",
    fault: "has offers inherit all that their provider states",
    ...knowing({
      rows: (all, about, provider) => {
        if (isHead(about)) return all;
        const offers = new Set(all.flatMap(({ offer }) => offer?.value ?? []));
        return [...offers].reduce<readonly Row[]>(
          (rows, iri) => [
            ...rows,
            ...provider.map((row) => ({ ...row, offer: { type: "uri", value: iri } as const })),
          ],
          all,
        );
      },
    }),
  },
  {
    breaks: "MPLI-COMP-021",
    fault: "lets the facts of an offer hide those of its provider",
    ...knowing({
      rows: (all, about, provider) => {
        if (isHead(about)) return all.filter(({ key }) => !key);
        const own = Map.groupBy(all, ({ offer }) => offer?.value ?? "");
        return [...own].flatMap(([iri, rows]) => {
          const keys = new Set(rows.map(({ key }) => key?.value));
          const inherited = provider.filter(
            ({ key }) => !keys.has(key?.value) && isInherited(key?.value ?? ""),
          );
          return [
            ...rows,
            ...inherited.map((row) => ({ ...row, offer: { type: "uri", value: iri } as const })),
          ];
        });
      },
    }),
  },
  {
    breaks: "MPLI-COMP-022",
    fault: "passes over `absent` of a requirement",
    ...hearingRequirements(({ absent: _, ...one }) => one),
  },
  {
    breaks: "MPLI-COMP-022",
    fault: "lets what the vocabulary says of a property outweigh `absent`",
    ...hearingRequirements(({ absent, ...one }) =>
      absent === "unknown" ? one : { ...one, ...(absent ? { absent } : {}) },
    ),
  },
  {
    breaks: "MPLI-COMP-022",
    fault: "does not know that absence of a certification is a no",
    ...hearingRequirements((one) => (one["on"] === "certification" ? { absent: "unknown", ...one } : one)),
  },
  {
    breaks: "MPLI-COMP-022",
    fault: "counts every absent fact as a no unless told otherwise",
    ...hearingRequirements((one) => (one["on"] === "engine" ? { absent: "violated", ...one } : one)),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "lets an unknown must outweigh one that is violated",
    ...reportingResults((result) => {
      if (mustsOf(result.requirements).includes("unknown")) result.verdict = "undetermined";
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "lets the last must decide",
    ...reportingResults((result) => {
      const last = mustsOf(result.requirements).at(-1);
      if (last && result.obstacles.length === 0)
        result.verdict =
          last === "satisfied" ? "compatible" : last === "violated" ? "incompatible" : "undetermined";
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "wants at least one must to be satisfied",
    ...reportingResults((result) => {
      if (result.verdict === "compatible" && mustsOf(result.requirements).length === 0)
        result.verdict = "undetermined";
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "sells what is retired",
    ...stating((value) => (value === "retired" ? undefined : value)),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "sells what is at the end of its sale",
    ...stating((value) => (value === "endOfSale" ? undefined : value)),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "no longer sells what is deprecated",
    ...stating((value) => (value === "deprecated" ? "retired" : value)),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "takes an offer that is no longer sold for undetermined",
    ...reportingResults((result) => {
      if (result.obstacles.some(({ reason }) => reason === "withdrawn")) result.verdict = "undetermined";
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "takes an offer whose prerequisites are not presented for incompatible",
    ...reportingResults((result) => {
      if (result.obstacles.length > 0) result.verdict = "incompatible";
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "passes over prerequisites",
    ...stating((value, { key }) => (key?.value === mpli.prerequisite.value ? undefined : value)),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "takes one presented prerequisite for all of them",
    ...hearingDemands((demand) => {
      if ([demand["presents"] ?? []].flat().length > 0) demand["presents"] = ["legal-person", "vat-number"];
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "compares prerequisites without case",
    ...hearingDemands((demand) => {
      const tokens = demand["presents"];
      if (Array.isArray(tokens)) demand["presents"] = tokens.map((token) => String(token).toLowerCase());
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "passes over prerequisites of the provider",
    ...knowing({
      rows: (all, sparql) =>
        isHead(sparql) ? all.filter(({ key }) => key?.value !== mpli.prerequisite.value) : all,
    }),
  },
  {
    breaks: "MPLI-COMP-023",
    fault: "judges preferences like musts",
    ...reportingResults((result) => {
      if (result.requirements.some(({ outcome }) => outcome === "violated")) result.verdict = "incompatible";
    }),
  },
] satisfies Mutant[];
