// One offer against one component of a demand: every requirement, the provider's prerequisites, price and verdict. Pure.
import { UNCHECKED } from "../evidence/support.ts";
import { pureNumber } from "../../kernel/quantity.ts";
import { type Ratio, divide, ratio, rounded } from "../../kernel/ratio.ts";
import {
  type Component,
  type Condition,
  type Criterion,
  type Demand,
  type Requirement,
  criteriaOf,
} from "../demand/demand.ts";
import { REGION, isPrice, keyOf } from "../demand/path.ts";
import { perPeriod } from "../demand/periods.ts";
import { type Finding, evaluate, finding, joinReasons, judgeValue } from "./evaluate.ts";
import { type Obstacle, type Prerequisite, obstaclesOf } from "./obstacles.ts";
import { type Price, type PriceComponent, type PriceReason, priceOf } from "./price.ts";
import type { Reason } from "./reasons.ts";
import { NOWHERE, type Surroundings } from "./surroundings.ts";
import { type Outcome, and } from "./truth.ts";
import type { Stated } from "./values.ts";

/** What one offer states, its provider's inherited facts included. */
export interface Offer {
  readonly iri: string;
  readonly name?: string;
  readonly status?: string;
  /** IRIs of its service classes. */
  readonly classes: readonly string[];
  /** Values by path (`keyOf`), in a fixed order. */
  readonly stated: ReadonlyMap<string, readonly Stated[]>;
  readonly prices: readonly PriceComponent[];
  readonly prerequisites: readonly Prerequisite[];
}

export const VERDICTS = ["compatible", "undetermined", "incompatible"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  readonly offer: Offer;
  readonly verdict: Verdict;
  /** In the order of the component's requirements, musts first. */
  readonly findings: readonly RequirementFinding[];
  /** What stands in the way besides requirements. */
  readonly obstacles: readonly Obstacle[];
  /** Share of the preferences' weight that is satisfied, 0 to 1; 1 where there are none. */
  readonly score: Ratio;
  readonly price: Price;
  /** Regions that the musts leave open: those known to fit, or else those that may. */
  readonly regions: readonly string[];
  readonly around: Surroundings;
}

export interface RequirementFinding {
  readonly requirement: Requirement;
  readonly finding: Finding;
}

const NOTHING: readonly Stated[] = [];
const REGION_KEY = keyOf(REGION);

/** Judges `offer` for `component`; `where` says where the provider's regions lie, and what stands for its word. */
export function judge(demand: Demand, component: Component, offer: Offer, where: Surroundings): Judgement {
  const around = { ...where, support: where.support.about(offer.iri) };
  const regions = eligibleRegions(component, offer, around);
  const { currency } = demand;
  const price = priceOf(offer.prices, { currency, usage: component.usage, regions });
  const find = (condition: Condition): Finding => {
    if (condition.kind !== "criterion") {
      const parts = condition.of.map(find);
      const reason = joinReasons(
        condition.kind,
        parts.map(({ outcome }) => outcome),
      );
      return finding(condition, reason, [], parts);
    }
    if (isPrice(condition.path)) return evaluatePrice(condition, price, component.usage.hoursPerMonth);
    return evaluate(condition, offer.stated.get(keyOf(condition.path)) ?? NOTHING, around);
  };
  const findings = [...component.must, ...component.should].map((requirement) => ({
    requirement,
    finding: find(requirement.condition),
  }));
  const obstacles = obstaclesOf(offer, demand.customer, around);
  return {
    offer,
    verdict: verdictOf([...outcomesOf(findings, "must"), ...obstacles.map(({ outcome }) => outcome)]),
    findings,
    obstacles,
    score: scoreOf(findings),
    price,
    regions: regions.flatMap((region) => region ?? []),
    around,
  };
}

const VERDICT_OF = {
  satisfied: "compatible",
  unknown: "undetermined",
  violated: "incompatible",
} as const satisfies Record<Outcome, Verdict>;

/** The verdict on an offer, from its musts and whatever else must hold. */
export function verdictOf(outcomes: readonly Outcome[]): Verdict {
  return VERDICT_OF[and(outcomes)];
}

function outcomesOf(findings: readonly RequirementFinding[], strength: Requirement["strength"]): Outcome[] {
  return findings.flatMap(({ requirement, finding: { outcome } }) =>
    requirement.strength === strength ? [outcome] : [],
  );
}

function scoreOf(findings: readonly RequirementFinding[]): Ratio {
  const wishes = findings.filter(({ requirement }) => requirement.strength === "should");
  if (wishes.length === 0) return ratio(1n);
  const weigh = (list: readonly RequirementFinding[]) =>
    ratio(BigInt(list.reduce((sum, { requirement }) => sum + requirement.weight, 0)));
  return divide(weigh(wishes.filter(({ finding: { outcome } }) => outcome === "satisfied")), weigh(wishes));
}

/** Musts that are about the region and nothing else: they say which regions are in question. */
export function regionMusts({ must }: Component): readonly Condition[] {
  return must
    .map(({ condition }) => condition)
    .filter((condition) => criteriaOf(condition).every(({ path }) => keyOf(path) === REGION_KEY));
}

/**
 * The regions that a price may be taken for: those stated (or priced, where none is stated) that no must on the region
 * rules out, those known to fit before those that may.
 */
function eligibleRegions(
  component: Component,
  offer: Offer,
  around: Surroundings,
): readonly (string | undefined)[] {
  const musts = regionMusts(component);
  const stated = (offer.stated.get(REGION_KEY) ?? NOTHING).map(({ value }) => value);
  const priced = [...new Set(offer.prices.flatMap(({ regions }) => regions))];
  if (stated.length === 0 && musts.length === 0) return [undefined, ...priced];
  const outcomeOf = (region: string) => regionOutcome(musts, [region], around);
  if (stated.length === 0) return [undefined, ...leftOpen(priced, outcomeOf, () => false)];
  return leftOpen(stated, outcomeOf, () => regionOutcome(musts, stated, around) === "satisfied");
}

/**
 * Of some regions those that the musts on regions leave open: those known to fit, or else those that may. Where each
 * must is met by another region, no region is known to fit, and none that may helps: what is met is met elsewhere.
 */
export function leftOpen<T>(
  regions: readonly T[],
  outcomeOf: (region: T) => Outcome,
  areMetApart: () => boolean,
): readonly T[] {
  const fitting = regions.filter((region) => outcomeOf(region) === "satisfied");
  if (fitting.length > 0) return fitting;
  const possible = regions.filter((region) => outcomeOf(region) !== "violated");
  return possible.length > 0 && areMetApart() ? [] : possible;
}

/** Whether some regions are what the musts on regions ask for; how many of them is left aside. */
export function regionOutcome(
  musts: readonly Condition[],
  regions: readonly string[],
  around: Surroundings,
): Outcome {
  const stated: readonly Stated[] = regions.map((value) => ({ type: "uri", value }));
  // A credential is about an offer, and this is about regions that many offers share.
  const onItsWord = { ...around, support: UNCHECKED };
  const outcomeOf = (condition: Condition): Outcome =>
    condition.kind === "criterion"
      ? evaluate({ ...condition, atLeastCount: 1 }, stated, onItsWord).outcome
      : finding(condition, joinReasons(condition.kind, condition.of.map(outcomeOf)), NOTHING).outcome;
  return and(musts.map(outcomeOf));
}

/** The price of the usage against a bound on it. */
export function evaluatePrice(criterion: Criterion, price: Price, hoursPerMonth: Ratio): Finding {
  if (!price.known) return finding(criterion, unpriced(criterion, price.reason), []);
  const amount = pureNumber(perPeriod(price.monthly, criterion.per, hoursPerMonth));
  const shown: Stated = {
    type: "literal",
    value: `${rounded(amount.exact)} ${price.currency} a ${criterion.per}`,
  };
  const reason = judgeValue(criterion.bounds, { kind: "quantity", quantity: amount }, shown, NOWHERE);
  return finding(criterion, reason, [shown]);
}

function unpriced({ absent }: Criterion, reason: PriceReason): Reason {
  if (reason === "no-currency-asked") return "currency-differs";
  return reason === "not-stated" && absent === "violated" ? "not-stated-closed" : reason;
}
