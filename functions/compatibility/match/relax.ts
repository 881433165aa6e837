// The smallest change to a demand that would make an offer compatible. Pure.
//
// Musts are independent of each other but for one thing: which regions are open decides the price. So each must that
// is not satisfied needs a change of its own, unless another region brings the price down.
import { pureNumber } from "../../kernel/quantity.ts";
import { type Ratio, multiply, ratio } from "../../kernel/ratio.ts";
import {
  type Component,
  type Condition,
  type Criterion,
  type Demand,
  type Requirement,
  criteriaOf,
} from "../demand/demand.ts";
import { REGION, conditionName, isPrice, keyOf } from "../demand/path.ts";
import { perPeriod } from "../demand/periods.ts";
import type { Finding } from "../judge/evaluate.ts";
import { type Judgement, judge, regionMusts } from "../judge/judge.ts";
import { type Obstacle, spellQuery } from "../judge/obstacles.ts";
import { type Price, priceOf } from "../judge/price.ts";
import { NOWHERE } from "../judge/surroundings.ts";
import type { Stated } from "../judge/values.ts";
import {
  COSTS,
  type Change,
  type Widened,
  cheapest,
  compareWays,
  moveBounds,
  widen,
} from "./relax-condition.ts";

export interface Relaxation {
  readonly changes: readonly Change[];
  /** Thousandths; see `COSTS`. */
  readonly cost: number;
  /** The demand after the changes, with the relaxed component alone. */
  readonly demand: Demand;
}

/**
 * The smallest set of changes to the demand under which `judgement`'s offer is compatible: the fewest, and of those the
 * cheapest. Undefined for an offer that is compatible, that no change to the demand can make so (it is no longer sold,
 * or not to customers there), or whose prerequisites name nothing that a customer could bring.
 */
export function relax(demand: Demand, component: Component, judgement: Judgement): Relaxation | undefined {
  if (judgement.verdict === "compatible") return undefined;
  const brought = bring(demand, judgement.obstacles);
  if (!brought) return undefined;
  const start: Step = { demand: brought.demand, component, changes: brought.changes, cost: brought.cost };
  const ways = [start, ...openRegions(start, judgement)].flatMap((step) => complete(step, judgement) ?? []);
  const best = cheapest(ways);
  return (
    best && {
      changes: best.changes,
      cost: best.cost,
      demand: { ...best.demand, components: [best.component] },
    }
  );
}

/** A demand on the way to its relaxation. */
interface Step {
  readonly demand: Demand;
  readonly component: Component;
  readonly changes: readonly Change[];
  readonly cost: number;
}

function bring(demand: Demand, obstacles: readonly Obstacle[]): Omit<Step, "component"> | undefined {
  const presents = new Set(demand.customer.presents);
  const accepts = new Set(demand.customer.accepts);
  const answers = new Set(demand.customer.answers);
  const changes: Change[] = [];
  for (const { bring: need, query } of obstacles) {
    if (!need || need.kind === "country") return undefined;
    if (query) answers.add(spellQuery(query));
    else (need.kind === "presentation" ? presents : accepts).add(need.of);
    changes.push({ how: "bring", need });
  }
  const customer = { ...demand.customer, presents, accepts, answers };
  return { demand: { ...demand, customer }, changes, cost: changes.length * COSTS.bring };
}

/** Changes every must that is not satisfied yet; the price last, since it depends on the others. */
function complete(start: Step, { offer, around }: Judgement): Step | undefined {
  const isOnPrice = ({ condition }: Requirement) => criteriaOf(condition).some(({ path }) => isPrice(path));
  let step = start;
  for (const isLast of [false, true]) {
    const judged = judge(step.demand, step.component, offer, around);
    for (const { requirement, finding } of judged.findings)
      if (
        requirement.strength === "must" &&
        finding.outcome !== "satisfied" &&
        isOnPrice(requirement) === isLast
      ) {
        const toWish = finding.outcome === "unknown" ? COSTS.unknownToWish : COSTS.toWish;
        step = change(step, requirement, widenMust(finding, judged, start.component), toWish);
      }
  }
  return judge(step.demand, step.component, offer, around).verdict === "compatible" ? step : undefined;
}

function widenMust(finding: Finding, judged: Judgement, { usage }: Component): Widened | undefined {
  const { condition } = finding;
  const stated = (criterion: Criterion): readonly Stated[] =>
    judged.offer.stated.get(keyOf(criterion.path)) ?? [];
  if (condition.kind === "criterion" && isPrice(condition.path))
    return widenPrice(condition, judged.price, usage.hoursPerMonth);
  return widen(finding, stated, judged.around);
}

/** Widens the must, or makes it a wish: whatever is the smaller change. */
function change(
  { demand, component, changes, cost }: Step,
  must: Requirement,
  widened: Widened | undefined,
  toWish: number = COSTS.toWish,
): Step {
  const others = component.must.filter((each) => each !== must);
  const isOne = widened !== undefined && widened.changes.length === 1 && widened.cost <= toWish;
  if (isOne)
    return {
      demand,
      component: { ...component, must: [...others, { ...must, condition: widened.condition }] },
      changes: [...changes, ...widened.changes],
      cost: cost + widened.cost,
    };
  const { condition } = must;
  const on = conditionName(condition);
  const from = condition.kind === "criterion" ? { from: condition.expected } : {};
  return {
    demand,
    component: { ...component, must: others, should: [...component.should, { ...must, strength: "should" }] },
    changes: [...changes, { how: "wish", on, ...from }],
    cost: cost + toWish,
  };
}

function widenPrice(criterion: Criterion, price: Price, hoursPerMonth: Ratio): Widened | undefined {
  if (!price.known) return undefined;
  const exact = perPeriod(price.monthly, criterion.per, hoursPerMonth);
  const isTooHigh = criterion.bounds.some(({ operator }) => operator === "atMost" || operator === "lessThan");
  const amount = sixDecimals(exact, isTooHigh);
  const shown: Stated = { type: "literal", value: spellDecimal(amount) };
  const at = (quantity: Ratio) => ({ kind: "quantity", quantity: pureNumber(quantity) }) as const;
  const moved = moveBounds(criterion, at(amount), shown, NOWHERE);
  return moved && moved.cost > 0 ? moved : undefined;
}

const MILLION = 1_000_000n;

/** Rounds to six decimals, up or down, so that the exact price stays on the right side. */
function sixDecimals({ numerator, denominator }: Ratio, isUp: boolean): Ratio {
  const whole = (numerator * MILLION) / denominator;
  const isExact = (numerator * MILLION) % denominator === 0n;
  return ratio(isExact || !isUp ? whole : whole + 1n, MILLION);
}

function spellDecimal(amount: Ratio): string {
  const { numerator } = multiply(amount, ratio(MILLION));
  const digits = String(numerator).padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "");
}

/** For a price that is too high: the demand with another region open in which it is not. */
function openRegions(start: Step, judgement: Judgement): Step[] {
  const { component, demand } = start;
  const { offer, findings } = judgement;
  const musts = regionMusts(component);
  const bounds = findings.flatMap(({ requirement: { strength, condition }, finding: { outcome } }) =>
    strength === "must" && outcome === "violated" && condition.kind === "criterion" && isPrice(condition.path)
      ? [condition]
      : [],
  );
  if (musts.length === 0 || bounds.length === 0) return [];
  const regions = [...new Set(offer.prices.flatMap((price) => price.regions))].sort();
  const steps = regions.flatMap((region) => {
    const price = priceOf(offer.prices, {
      currency: demand.currency,
      usage: component.usage,
      regions: [region],
    });
    const fits = bounds.every(
      (bound) => widenPrice(bound, price, component.usage.hoursPerMonth) === undefined,
    );
    return price.known && fits ? openRegion(start, musts, region, judgement) : [];
  });
  return steps.sort(compareWays).slice(0, 1);
}

/** What it takes for the musts on regions to let this one in. */
function openRegion(
  start: Step,
  musts: readonly Condition[],
  region: string,
  { offer, around }: Judgement,
): Step[] {
  const alone: readonly Stated[] = [{ type: "uri", value: region }];
  const there = { ...offer, stated: new Map(offer.stated).set(keyOf(REGION), alone) };
  let step = start;
  for (const must of start.component.must.filter(({ condition }) => musts.includes(condition))) {
    const [found] = judge(
      start.demand,
      { ...start.component, must: [must], should: [] },
      there,
      around,
    ).findings;
    if (!found || found.finding.outcome === "satisfied") continue;
    const widened = widen(found.finding, () => alone, around);
    if (!widened) return [];
    step = change(step, must, widened);
  }
  return step === start ? [] : [step];
}
