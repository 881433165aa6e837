// How a condition can be widened just so far that an offer meets it. Pure.
import { countryOf } from "../../kernel/place.ts";
import { type Ratio, divide, ratio, subtract } from "../../kernel/ratio.ts";
import type { Bound, Compound, Condition, Criterion, EvidenceLevel, Expected } from "../demand/demand.ts";
import { nameOf } from "../demand/names.ts";
import { isPrice } from "../demand/path.ts";
import { type Finding, judgeEvidence, judgeTerm, judgeValue } from "../judge/evaluate.ts";
import type { Need } from "../judge/obstacles.ts";
import type { Surroundings } from "../judge/surroundings.ts";
import { type Stated, type Value, readValue } from "../judge/values.ts";

/** One change to a demand. */
export type Change =
  | { readonly how: "move" | "widen"; readonly on: string; readonly from: Expected; readonly to: Expected }
  | { readonly how: "count"; readonly on: string; readonly from: number; readonly to: number }
  | {
      readonly how: "evidence";
      readonly on: string;
      readonly from: EvidenceLevel;
      readonly to: EvidenceLevel;
    }
  /** A must becomes a should. */
  | { readonly how: "wish"; readonly on: string; readonly from?: Expected }
  | { readonly how: "bring"; readonly need: Need };

export interface Widened {
  readonly condition: Condition;
  readonly changes: readonly Change[];
  /** Thousandths: how much the customer gives up; to compare relaxations of one demand by. */
  readonly cost: number;
}

/** What a change costs, in thousandths; moving a bound costs the share of it that is given up, at most as much. */
export const COSTS = {
  value: 1_000,
  evidence: 900,
  unknownToWish: 1_000,
  toWish: 2_000,
  bring: 500,
} as const;

/** The cheapest way to widen `condition` so that what was found meets it; undefined where there is none. */
export function widen(
  finding: Finding,
  stated: (criterion: Criterion) => readonly Stated[],
  around: Surroundings,
): Widened | undefined {
  const { condition, outcome, parts } = finding;
  if (outcome === "satisfied") return { condition, changes: [], cost: 0 };
  if (condition.kind === "criterion") return widenCriterion(condition, stated(condition), around);
  if (condition.kind === "not") return undefined;
  const widened = parts.map((part) => widen(part, stated, around));
  if (condition.kind === "allOf") return widenAll(condition, widened);
  const one = (index: number) =>
    condition.of.map((part, at) => (at === index ? (widened[at]?.condition ?? part) : part));
  return cheapest(
    widened.flatMap((each, index) =>
      each ? [{ ...each, condition: { ...condition, of: one(index) } }] : [],
    ),
  );
}

function widenAll(condition: Compound, parts: readonly (Widened | undefined)[]): Widened | undefined {
  const all = parts.filter((part) => part !== undefined);
  if (all.length < parts.length) return undefined;
  return {
    condition: { ...condition, of: all.map((part) => part.condition) },
    changes: all.flatMap(({ changes }) => changes),
    cost: all.reduce((sum, { cost }) => sum + cost, 0),
  };
}

/** The best of several ways: fewest changes, then the least cost, then a fixed order. */
export function cheapest<T extends { readonly changes: readonly Change[]; readonly cost: number }>(
  ways: readonly T[],
): T | undefined {
  return ways.toSorted(compareWays)[0];
}

export function compareWays(
  a: { readonly changes: readonly Change[]; readonly cost: number },
  b: { readonly changes: readonly Change[]; readonly cost: number },
): number {
  const [left, right] = [JSON.stringify(a.changes), JSON.stringify(b.changes)];
  return a.changes.length - b.changes.length || a.cost - b.cost || (left < right ? -1 : left > right ? 1 : 0);
}

function widenCriterion(
  criterion: Criterion,
  stated: readonly Stated[],
  around: Surroundings,
): Widened | undefined {
  if (isPrice(criterion.path)) return undefined;
  const byValue = stated.flatMap((term) => widenFor(criterion, term, around) ?? []);
  if (criterion.atLeastCount === 1) return cheapest(byValue);
  return lowerCount(criterion, stated, around);
}

/** Asks for as many values as there are that fit. */
function lowerCount(
  criterion: Criterion,
  stated: readonly Stated[],
  around: Surroundings,
): Widened | undefined {
  const { atLeastCount: from, name: on } = criterion;
  const to = stated.filter((term) => judgeTerm(criterion, term, around) === "met").length;
  if (to === 0) return undefined;
  const cost = Math.ceil((1_000 * (from - to)) / from);
  return { condition: { ...criterion, atLeastCount: to }, changes: [{ how: "count", on, from, to }], cost };
}

/** Moves every bound that this value does not meet to the value itself. */
function widenFor(criterion: Criterion, term: Stated, around: Surroundings): Widened | undefined {
  const value = readValue(term, criterion.comparison);
  if (!value) return undefined;
  const moved = moveBounds(criterion, value, term, around);
  if (!moved) return undefined;
  const { evidence, name: on } = moved.condition;
  if (judgeEvidence(criterion, term, around) === "met") return moved.cost > 0 ? moved : undefined;
  const change: Change = { how: "evidence", on, from: evidence.party, to: "asserted" };
  const condition: Criterion = { ...moved.condition, evidence: { party: "asserted" } };
  return { condition, changes: [...moved.changes, change], cost: moved.cost + COSTS.evidence };
}

/** The criterion with its bounds moved to `value`, and what that costs. */
export function moveBounds(
  criterion: Criterion,
  value: Value,
  term: Stated,
  around: Surroundings,
): (Widened & { readonly condition: Criterion }) | undefined {
  const moves = criterion.bounds.map((bound) => {
    const isMet = judgeValue([bound], value, term, around) === "met";
    return isMet
      ? { bound, written: criterion.expected[bound.operator], cost: 0 }
      : moveBound(bound, value, term, around, criterion);
  });
  if (moves.some((move) => move === undefined)) return undefined;
  const kept = moves.filter((move) => move !== undefined);
  const to: Expected = Object.fromEntries(kept.map(({ bound, written = "" }) => [bound.operator, written]));
  const bounds = [...new Map(kept.map(({ bound }) => [bound.operator, bound])).values()];
  const cost = kept.reduce((sum, move) => sum + move.cost, 0);
  const condition: Criterion = { ...criterion, bounds, expected: to };
  if (cost === 0) return { condition: criterion, changes: [], cost };
  if (judgeValue(bounds, value, term, around) !== "met") return undefined;
  const isMoved = kept.every(({ bound }) => ORDERED.has(bound.operator) || criterion.bounds.includes(bound));
  const { name: on, expected: from } = criterion;
  return { condition, changes: [{ how: isMoved ? "move" : "widen", on, from, to }], cost };
}

const ORDERED: ReadonlySet<Bound["operator"]> = new Set<Bound["operator"]>(["atLeast", "atMost"]);
const INCLUSIVE = { atLeast: "atLeast", moreThan: "atLeast", atMost: "atMost", lessThan: "atMost" } as const;

interface Move {
  readonly bound: Bound;
  readonly written: string | readonly string[] | undefined;
  readonly cost: number;
}

function moveBound(
  bound: Bound,
  value: Value,
  term: Stated,
  around: Surroundings,
  { expected }: Criterion,
): Move | undefined {
  const shown = term.type === "uri" ? nameOf(term.value) : term.value;
  switch (bound.operator) {
    case "is":
    case "isOneOf": {
      const values = "values" in bound ? bound.values : [bound.value];
      const written = [expected[bound.operator] ?? [], shown].flat().sort();
      return { bound: { operator: "isOneOf", values: [...values, value] }, written, cost: COSTS.value };
    }
    case "within": {
      const area = countryOf(term.value, around.parents) ?? term.value;
      const areas = [...bound.areas, area].sort();
      return { bound: { operator: "within", areas }, written: areas.map(nameOf), cost: COSTS.value };
    }
    case "atLeast":
    case "moreThan":
    case "atMost":
    case "lessThan": {
      const operator = INCLUSIVE[bound.operator];
      return { bound: { operator, value }, written: shown, cost: distance(bound.value, value) };
    }
    default:
      return undefined;
  }
}

/**
 * The share of a bound that is given up, in thousandths: 64 to 60 GiBy is 63. Of versions it is the share of the first
 * number that differs.
 */
function distance(from: Value, to: Value): number {
  if (from.kind === "quantity" && to.kind === "quantity")
    return share(from.quantity.exact, to.quantity.exact);
  if (from.kind !== "version" || to.kind !== "version") return COSTS.value;
  const [asked, given] = [from.version.numbers, to.version.numbers];
  const index = asked.findIndex((number, at) => number !== (given[at] ?? 0));
  return share(ratio(BigInt(asked[index] ?? 0)), ratio(BigInt(given[index] ?? 0)));
}

function share(asked: Ratio, given: Ratio): number {
  if (asked.numerator === 0n) return COSTS.value;
  const { numerator, denominator } = divide(subtract(given, asked), asked);
  const size = numerator < 0n ? -numerator : numerator;
  const thousandths = (size * 1000n + denominator - 1n) / denominator;
  return Math.max(1, thousandths > 1000n ? 1000 : Number(thousandths));
}
