// A condition against what one offer states: satisfied, violated or unknown, and why. Pure.
import { countryOf, isKnownPlace, locate } from "../../kernel/place.ts";
import { individuals, mpli, xsd } from "../../kernel/generated/vocabulary.ts";
import { isSubclassOf } from "../demand/names.ts";
import { ANSWERS } from "../demand/operators.ts";
import type { Bound, Compound, Condition, Criterion } from "../demand/demand.ts";
import { type Reason, best, outcomeOf, worst } from "./reasons.ts";
import type { Surroundings } from "./surroundings.ts";
import { type Outcome, and, atLeast, not, or } from "./truth.ts";
import { type Stated, type Value, readValue, standing } from "./values.ts";

export interface Finding {
  readonly condition: Condition;
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** The stated values that the outcome rests on: those that fit, or all when none does. */
  readonly found: readonly Stated[];
  /** What became of the parts of a compound, in their order. */
  readonly parts: readonly Finding[];
}

/**
 * Judges the values that an offer states for a criterion. They are alternatives: the customer picks as many as it
 * asks for. Where fewer than those fit, and values that may fit could make up for it, the outcome is unknown.
 */
export function evaluate(criterion: Criterion, stated: readonly Stated[], around: Surroundings): Finding {
  const judged = stated.map((term) => ({ term, reason: judgeTerm(criterion, term, around) }));
  const reason = chooseReason(
    criterion,
    judged.map((each) => each.reason),
  );
  return finding(criterion, reason, foundAmong(judged));
}

/** The stated values to show: those that fit, or else those that would with better evidence, or else all. */
export function foundAmong(
  judged: readonly { readonly term: Stated; readonly reason: Reason }[],
): readonly Stated[] {
  for (const isShown of [isMet, isUnproven]) {
    const shown = judged.filter(({ reason }) => isShown(reason));
    if (shown.length > 0) return shown.map(({ term }) => term);
  }
  return judged.map(({ term }) => term);
}

const isMet = (reason: Reason) => reason === "met";
const isUnproven = (reason: Reason) => reason.startsWith("evidence-");

/** The reason for all stated values together, from the reasons for each. */
export function chooseReason({ atLeastCount, absent }: Criterion, reasons: readonly Reason[]): Reason {
  const likeliest = best(reasons);
  if (likeliest === undefined) return absent === "violated" ? "not-stated-closed" : "not-stated";
  if (atLeastCount === 1) return likeliest;
  return COUNTED[atLeast(atLeastCount, reasons.map(outcomeOf))];
}

const COUNTED = { satisfied: "met", unknown: "perhaps-too-few", violated: "too-few" } as const;

const LOGIC = { not: ([first]) => not(first ?? "unknown"), anyOf: or, allOf: and } as const satisfies Record<
  Compound["kind"],
  (outcomes: readonly Outcome[]) => Outcome
>;

const JOINED = {
  not: { satisfied: "met", unknown: "part-unknown", violated: "excluded" },
  anyOf: { satisfied: "met", unknown: "part-unknown", violated: "no-alternative-met" },
  allOf: { satisfied: "met", unknown: "part-unknown", violated: "part-violated" },
} as const satisfies Record<Compound["kind"], Record<Outcome, Reason>>;

/** Joins the outcomes of parts as a compound says. */
export function joinReasons(kind: Compound["kind"], outcomes: readonly Outcome[]): Reason {
  return JOINED[kind][LOGIC[kind](outcomes)];
}

export function finding(
  condition: Condition,
  reason: Reason,
  found: readonly Stated[],
  parts: readonly Finding[] = [],
): Finding {
  return { condition, outcome: outcomeOf(reason), reason, found, parts };
}

/** One stated value against all bounds of a criterion, and against the evidence that it asks for. */
export function judgeTerm(criterion: Criterion, term: Stated, around: Surroundings): Reason {
  const value = readValue(term, criterion.comparison);
  const reason = value ? judgeValue(criterion.bounds, value, term, around) : "malformed-value";
  return reason === "met" ? judgeEvidence(criterion, term, around) : reason;
}

/** Whether enough stands for a value that would do: `met`, or why not. */
export function judgeEvidence(criterion: Criterion, term: Stated, { support }: Surroundings): Reason {
  return criterion.evidence.party === "asserted" ? "met" : support.stands(criterion, term).reason;
}

/** One value against bounds that must all hold. */
export function judgeValue(
  bounds: readonly Bound[],
  value: Value,
  term: Stated,
  around: Surroundings,
): Reason {
  return worst(bounds.map((bound) => check(bound, value, term, around)));
}

function check(bound: Bound, value: Value, term: Stated, around: Surroundings): Reason {
  switch (bound.operator) {
    case "isOneOf":
      return isOneOf(bound.values, value);
    case "within":
      return isInside(bound.areas, value, around);
    case "matches":
      return value.kind === "token" && bound.pattern(value.token) ? "met" : "pattern-not-matched";
    case "datatype":
      return datatypeOf(term) === bound.datatype ? "met" : "datatype-differs";
    case "kind":
      return isOfClass(bound.class, term, around);
    default:
      return ANSWERS[bound.operator][standing(value, bound.value)];
  }
}

/** SPARQL's results leave the datatype of plain strings out. */
function datatypeOf({ type, datatype = xsd.string.value }: Stated): string | undefined {
  return type === "literal" ? datatype : undefined;
}

function isOneOf(members: readonly Value[], value: Value): Reason {
  const answer = best(members.map((member) => ANSWERS.is[standing(value, member)]));
  return answer === "not-equal" || answer === undefined ? "not-in-list" : answer;
}

function isInside(areas: readonly string[], value: Value, { parents }: Surroundings): Reason {
  const places = areas.map((area) =>
    value.kind === "token" ? locate(value.token, area, parents) : "unknown",
  );
  if (places.includes("inside")) return "met";
  return places.includes("unknown") ? "area-unknown" : "outside-area";
}

function isOfClass(asked: string, { value: iri }: Stated, { types }: Surroundings): Reason {
  const published = Object.hasOwn(individuals, iri) ? individuals[iri]?.type : undefined;
  const stated = [...(types.get(iri) ?? []), ...(published ? [published] : [])];
  if (isKnownPlace(iri)) stated.push(countryOf(iri) === iri ? mpli.Country.value : mpli.Place.value);
  if (stated.some((one) => isSubclassOf(one, asked))) return "met";
  return stated.length > 0 ? "class-differs" : "class-not-stated";
}
