// One requirement against what one offer states: satisfied, violated or unknown, and why. Pure.
import { type Parents, locate } from "../../kernel/place.ts";
import type { Bound, Requirement } from "../demand/demand.ts";
import { ANSWERS } from "../demand/operators.ts";
import { type Outcome, type Reason, best, outcomeOf, worst } from "./reasons.ts";
import { type Stated, type Value, readValue, standing } from "./values.ts";

export interface Finding {
  readonly requirement: Requirement;
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** The stated values that the outcome rests on: those that fit, or all when none does. */
  readonly found: readonly Stated[];
}

/**
 * Judges the values that an offer states for the property of `requirement`. They are alternatives: one that meets
 * every bound is enough; otherwise one that may do so leaves it unknown.
 */
export function evaluate(requirement: Requirement, stated: readonly Stated[], parents: Parents): Finding {
  if (stated.length === 0)
    return finding(requirement, requirement.absent === "violated" ? "not-stated-closed" : "not-stated", []);
  const judged = stated.map((term) => ({ term, reason: judge(requirement, term, parents) }));
  const reason = best(judged.map((each) => each.reason)) ?? "not-stated";
  const fitting = judged.filter((each) => each.reason === "met").map(({ term }) => term);
  return finding(requirement, reason, fitting.length > 0 ? fitting : stated);
}

/** Evidence is checked by a later rule version; until then nothing a provider only asserts meets a demand for more. */
export function finding(requirement: Requirement, reason: Reason, found: readonly Stated[]): Finding {
  const held = reason === "met" && requirement.evidence !== "asserted" ? "evidence-not-checked" : reason;
  return { requirement, outcome: outcomeOf(held), reason: held, found };
}

function judge({ bounds, comparison }: Requirement, term: Stated, parents: Parents): Reason {
  const value = readValue(term, comparison);
  return value ? judgeValue(bounds, value, parents) : "malformed-value";
}

/** One value against all bounds of a requirement. */
export function judgeValue(bounds: readonly Bound[], value: Value, parents: Parents): Reason {
  return worst(bounds.map((bound) => check(bound, value, parents)));
}

function check(bound: Bound, value: Value, parents: Parents): Reason {
  switch (bound.operator) {
    case "isOneOf":
      return isOneOf(bound.values, value);
    case "within":
      return isInside(bound.areas, value, parents);
    case "matches":
      return value.kind === "token" && bound.pattern(value.token) ? "met" : "pattern-not-matched";
    default:
      return ANSWERS[bound.operator][standing(value, bound.value)];
  }
}

function isOneOf(members: readonly Value[], value: Value): Reason {
  const answer = best(members.map((member) => ANSWERS.is[standing(value, member)]));
  return answer === "not-equal" || answer === undefined ? "not-in-list" : answer;
}

function isInside(areas: readonly string[], value: Value, parents: Parents): Reason {
  const places = areas.map((area) =>
    value.kind === "token" ? locate(value.token, area, parents) : "unknown",
  );
  if (places.includes("inside")) return "met";
  return places.includes("unknown") ? "area-unknown" : "outside-area";
}
