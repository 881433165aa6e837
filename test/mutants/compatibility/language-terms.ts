// Faults in narrower terms, in datatypes and classes of values, and in what evidence is asked for.
import { hearingObjects, without } from "../hearing.ts";
import { type Json, judging } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const TERMS: ReadonlySet<string> = new Set(["class", "certification", "certification/scheme"]);
const last = (term: unknown) => String(term).replace(/^.*[#/]/, "");

/** Judges terms otherwise that are met by another term than the bound. */
const judgingNarrower = (judge: (on: string, bounds: readonly string[]) => string | undefined): Spoil =>
  judging(({ on, outcome, expected: { is, isOneOf }, found }) => {
    const bounds = [is ?? isOneOf ?? []].flat().map(last);
    const isNarrower = bounds.length > 0 && !found.some((one) => bounds.includes(last(one)));
    return TERMS.has(on) && outcome === "satisfied" && isNarrower ? judge(on, bounds) : undefined;
  });

/** Hears another bound. */
const hearingBound = (operator: string, from: string, to: string): Spoil =>
  hearingObjects((one) => (one[operator] === from ? { ...one, [operator]: to } : one));

/** Hears another node in `evidence`. */
const hearingEvidence = (change: (evidence: Json) => unknown): Spoil =>
  hearingObjects((one) => {
    const { evidence } = one;
    return typeof evidence === "object" && evidence !== null
      ? { ...one, evidence: change(evidence as Json) }
      : one;
  });

export default [
  {
    breaks: "MPLI-COMP-072",
    fault: "wants the very class or scheme that was asked for",
    ...judgingNarrower(() => "violated"),
  },
  {
    breaks: "MPLI-COMP-072",
    fault: "knows narrower classes only, and no narrower schemes",
    ...judgingNarrower((on) => (on === "class" ? undefined : "violated")),
  },
  {
    breaks: "MPLI-COMP-072",
    fault: "knows narrower schemes only, and no narrower classes",
    ...judgingNarrower((on) => (on === "class" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-072",
    fault: "looks one level up only",
    ...judgingNarrower((_, bounds) => (bounds.includes("Service") ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-072",
    fault: "looks for the very members of `isOneOf`",
    ...judgingNarrower((_, bounds) => (bounds.length > 1 ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-072",
    fault: "leaves it open where a term is narrower",
    ...judgingNarrower(() => "unknown"),
  },
  {
    breaks: "MPLI-COMP-072",
    fault: "takes a wider scheme for a narrower one",
    ...judging(({ on, expected: { is }, found }) =>
      TERMS.has(on) && is === "EUCloudCoC" && found.map(last).includes("GDPRCoC") ? "satisfied" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-072",
    fault: "takes a wider class for a narrower one",
    ...judging(({ on, expected: { is }, found }) =>
      on === "class" && is === "RelationalDatabase" && found.map(last).includes("Database")
        ? "satisfied"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-072",
    fault: "takes classes for equal that are narrower than the same",
    ...hearingBound("is", "RelationalDatabase", "Database"),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "takes any number for a decimal",
    ...hearingBound("datatype", "decimal", "integer"),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "takes an integer for any narrower integer",
    ...hearingBound("datatype", "int", "integer"),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "takes text in a language for plain text",
    ...judging(({ on, expected: { datatype } }) =>
      on === "name" && last(datatype) === "string" ? "satisfied" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "leaves it open where a datatype differs",
    ...judging(({ reason }) => (reason === "datatype-differs" ? "unknown" : undefined)),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "passes over `datatype` beside other bounds",
    ...hearingObjects((one) => (Object.keys(one).length > 2 ? without("datatype")(one) : one)),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "takes plain text for text without a datatype",
    ...judging(({ on, expected: { datatype } }) =>
      on === "engine" && last(datatype) === "string" ? "violated" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "compares the class as it is written, and no wider one",
    ...judging(({ expected: { kind }, outcome }) =>
      kind === "Place" && outcome === "satisfied" ? "violated" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "takes a place for one of any class of places",
    ...hearingBound("kind", "Country", "Place"),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "reads classes from the manifest only",
    ...judging(({ expected: { kind }, outcome }) =>
      (kind === "Country" || kind === "CertificationScheme") && outcome === "satisfied"
        ? "unknown"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "reads classes of the vocabulary only",
    ...judging(({ expected: { kind } }) => (String(kind).startsWith("https://kit.") ? "unknown" : undefined)),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "counts a class that is not stated as a no",
    ...judging(({ reason }) => (reason === "class-not-stated" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "counts a class that is not stated as a yes",
    ...judging(({ reason }) => (reason === "class-not-stated" ? "satisfied" : undefined)),
  },
  {
    breaks: "MPLI-COMP-073",
    fault: "passes over `kind` beside `within`",
    ...hearingObjects(without("kind", ({ within }) => within !== undefined)),
  },
  {
    breaks: "MPLI-COMP-074",
    fault: "asks for no evidence where no party is named",
    ...hearingEvidence(({ party }) => ({ party: party ?? "asserted" })),
  },
  {
    breaks: "MPLI-COMP-074",
    fault: "takes an anchor for a remark",
    ...hearingEvidence(({ anchor, ...rest }) =>
      anchor && Object.keys(rest).length === 0 ? "asserted" : rest,
    ),
  },
  {
    breaks: "MPLI-COMP-074",
    fault: "passes over the age of evidence",
    ...hearingEvidence(({ notOlderThan, ...rest }) =>
      notOlderThan && Object.keys(rest).length === 0 ? "asserted" : rest,
    ),
  },
  {
    breaks: "MPLI-COMP-035",
    fault: "passes over a node in `evidence`",
    ...hearingEvidence(() => "asserted"),
  },
] satisfies Mutant[];
