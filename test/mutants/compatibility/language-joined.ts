// Faults in requirements that count, and in those that join others.
import { hearingObjects, without } from "../hearing.ts";
import { type Finding, type Json, hearingRequirements, judging } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

/** A finding as the report states it of what counts, and of what joins others. */
interface Joined extends Finding {
  readonly atLeastCount?: number;
  readonly parts?: readonly Finding[];
}

const judgingJoined = (judge: (finding: Joined) => string | undefined): Spoil => judging(judge);
const outcomesOf = ({ parts = [] }: Joined) => parts.map(({ outcome }) => outcome);

/** Counts otherwise; nothing below 1. */
const counting = (change: (count: number) => number): Spoil =>
  hearingObjects((one) => {
    const { atLeastCount } = one;
    return typeof atLeastCount === "number"
      ? { ...one, atLeastCount: Math.max(1, Math.min(1000, change(atLeastCount))) }
      : one;
  });

/** Hears some of the parts. */
const hearingParts = (change: (parts: readonly unknown[]) => readonly unknown[]): Spoil =>
  hearingObjects((one) =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => [
        key,
        (key === "anyOf" || key === "allOf") && Array.isArray(value) ? change(value) : value,
      ]),
    ),
  );

const renamed = (from: string, to: string): Spoil =>
  hearingObjects((one) => {
    const { [from]: parts, ...rest } = one;
    return parts === undefined ? one : { ...rest, [to]: parts };
  });

/** Bounds turned round, as if the opposite of a requirement were the requirement for the opposite. */
const OPPOSITES: Readonly<Record<string, string>> = { atLeast: "lessThan", lessThan: "atLeast" };

export default [
  {
    breaks: "MPLI-COMP-070",
    fault: "is content with one alternative, however many are asked for",
    ...hearingObjects((one) => {
      const { having, atLeastCount: _, ...rest } = one;
      return having ? { ...rest, ...(having as Json) } : one;
    }),
  },
  { breaks: "MPLI-COMP-070", fault: "wants one alternative less", ...counting((count) => count - 1) },
  {
    breaks: "MPLI-COMP-070",
    fault: "wants more than so many alternatives",
    ...counting((count) => count + 1),
  },
  { breaks: "MPLI-COMP-070", fault: "counts to two at most", ...counting((count) => Math.min(2, count)) },
  {
    breaks: "MPLI-COMP-070",
    fault: "counts an alternative that cannot be told as a yes",
    ...judging(({ reason }) => (reason === "perhaps-too-few" ? "satisfied" : undefined)),
  },
  {
    breaks: "MPLI-COMP-070",
    fault: "counts an alternative that cannot be told as a no",
    ...judging(({ reason }) => (reason === "perhaps-too-few" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-070",
    fault: "leaves open whatever has too few alternatives",
    ...judging(({ reason }) => (reason === "too-few" ? "unknown" : undefined)),
  },
  {
    breaks: "MPLI-COMP-070",
    fault: "counts what is stated, whether it meets the bounds or not",
    ...judgingJoined(({ reason, found, atLeastCount }) =>
      reason === "too-few" && found.length >= (atLeastCount ?? 1) ? "satisfied" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-070",
    fault: "counts the values that meet the first bound",
    ...hearingObjects((one) => {
      const { having } = one;
      return having ? { ...one, having: Object.fromEntries(Object.entries(having).slice(0, 1)) } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-022",
    fault: "counts no value as too few",
    ...judgingJoined(({ reason, atLeastCount }) =>
      reason === "not-stated" && atLeastCount ? "violated" : undefined,
    ),
  },
  { breaks: "MPLI-COMP-071", fault: "wants all parts of `anyOf` to be met", ...renamed("anyOf", "allOf") },
  { breaks: "MPLI-COMP-071", fault: "is content with one part of `allOf`", ...renamed("allOf", "anyOf") },
  {
    breaks: "MPLI-COMP-071",
    fault: "judges the first part only",
    ...hearingParts((parts) => parts.slice(0, 1)),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "judges the last part only",
    ...hearingParts((parts) => parts.slice(-1)),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "judges two parts at most",
    ...hearingParts((parts) => parts.slice(0, 2)),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "counts an unknown part as a no",
    ...judgingJoined((one) =>
      one.on === "anyOf" && one.outcome === "unknown" && outcomesOf(one).includes("violated")
        ? "violated"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "leaves an `anyOf` open that has an unknown part",
    ...judgingJoined((one) =>
      one.on === "anyOf" && outcomesOf(one).includes("unknown") ? "unknown" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "leaves an `allOf` open that has an unknown part",
    ...judgingJoined((one) =>
      one.on === "allOf" && outcomesOf(one).includes("unknown") ? "unknown" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "counts an unknown part of `allOf` as a yes",
    ...judgingJoined((one) => (one.on === "allOf" && one.outcome === "unknown" ? "satisfied" : undefined)),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "reads a `not` of what is unknown as met",
    ...judging(({ on, outcome }) => (on === "not" && outcome === "unknown" ? "satisfied" : undefined)),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "reads a `not` of what is unknown as violated",
    ...judging(({ on, outcome }) => (on === "not" && outcome === "unknown" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "passes over `not`",
    ...hearingRequirements((one) => (one["not"] ? (one["not"] as Json) : one)),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "reads a `not` within a `not` as one",
    ...hearingObjects((one) => {
      const { not } = one;
      return not && (not as Json)["not"] ? { ...one, ...(not as Json) } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "turns the bound in place of the requirement",
    ...hearingObjects((one) => {
      const { on, ...bounds } = (one["not"] ?? {}) as Json;
      const [[operator = "", bound] = [], ...others] = Object.entries(bounds);
      const turned = OPPOSITES[operator];
      return on && turned && others.length === 0 ? { on, [turned]: bound } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "asks for all parts of an `allOf` on one property of one value",
    ...hearingObjects((one) => {
      const parts = (one["allOf"] ?? []) as Json[];
      const [first] = parts;
      const isOne = parts.length > 1 && first?.["on"] && parts.every((part) => part["on"] === first["on"]);
      return isOne && new Set(parts.flatMap(Object.keys)).size > 2 ? Object.assign({}, ...parts) : one;
    }),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "takes silence for a fact that meets a `not`",
    ...hearingObjects((one) => {
      const part = (one["not"] ?? {}) as Json;
      return part["on"] ? { ...one, not: { absent: "violated", ...part } } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-071",
    fault: "passes over what a part says of evidence",
    ...hearingObjects((one) => {
      const parts = one["anyOf"] as Json[] | undefined;
      return parts ? { ...one, anyOf: parts.map(without("evidence")) } : one;
    }),
  },
  {
    breaks: "MPLI-COMP-045",
    fault: "passes over the weight of a requirement that joins others",
    ...hearingObjects(without("weight", ({ anyOf, allOf, not }) => Boolean(anyOf ?? allOf ?? not))),
  },
] satisfies Mutant[];
