// One component against one segment: each stated term is judged once, then each set of terms, and the rest is looking up.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import type { Component, Compound, Condition, Criterion, Demand } from "../demand/demand.ts";
import { isPrice } from "../demand/path.ts";
import type { Support } from "../evidence/support.ts";
import { joinReasons } from "../judge/evaluate.ts";
import { type Obstacle, obstaclesOf } from "../judge/obstacles.ts";
import type { Surroundings } from "../judge/surroundings.ts";
import { OUTCOMES, and } from "../judge/truth.ts";
import type { Source } from "../ports.ts";
import { type Column, type Segment, at } from "../segment/segment.ts";
import { OUTCOME_OF, type Reasons, SATISFIED, codeOf, isSatisfied } from "./reasons.ts";
import { Judged } from "./criterion.ts";
import { Eligible } from "./eligible.ts";
import { priceReasons } from "./price-bounds.ts";
import { Prices, type QuickPrice } from "./prices.ts";

/** What stands in the way of some offers alike. */
export interface Hindrance {
  readonly obstacles: readonly Obstacle[];
  /** Index into OUTCOMES. */
  readonly outcome: number;
  readonly isWithdrawn: boolean;
}

/** A manifest, compiled, and what stands for what it says. */
export interface Opened {
  readonly source: Source;
  readonly segment: Segment;
  readonly support: Support;
}

/** The outcome of a component for the offers of one segment that are of its class. */
export class Scan {
  readonly source: Source;
  readonly segment: Segment;
  /** What the manifest says beside its offers, and what stands for it. */
  readonly around: Surroundings;
  /** Numbers of the offers in question: the candidates, in order. */
  readonly offers: Uint32Array;
  readonly prices: Prices;
  readonly eligible: Eligible;
  /** By requirement, musts first. */
  readonly reasons: readonly Reasons[];
  /** By candidate, how many musts are not satisfied. */
  readonly misses: Uint8Array;
  /** By candidate, an index into VERDICTS. */
  readonly verdicts: Uint8Array;
  /** By candidate, the weight of the shoulds that are satisfied, in millionths. */
  readonly scores: Float64Array;
  readonly #demand: Demand;
  readonly #statuses: Column;
  readonly #hindrances = new Map<number, Hindrance>();
  readonly #judged = new Map<Criterion, Judged>();
  readonly #bySet: Uint8Array;
  readonly #quick: QuickPrice[] = [];

  /** `classes` are the component's class and its subclasses. */
  constructor(
    demand: Demand,
    component: Component,
    { source, segment, support }: Opened,
    classes: ReadonlySet<string>,
  ) {
    this.source = source;
    this.segment = segment;
    this.around = { ...segment.around, support };
    this.#demand = demand;
    this.#bySet = new Uint8Array(segment.sets);
    this.#statuses = segment.column(mpli.offerStatus.value);
    this.offers = candidatesIn(segment, classes);
    this.eligible = new Eligible(component, segment);
    this.prices = new Prices(demand, component, segment, this.eligible);
    const { must, should } = component;
    const musts = must.map(({ condition }) => this.#judge(condition, component));
    const wishes = should.map(({ condition }) => this.#judge(condition, component));
    this.reasons = [...musts, ...wishes];
    this.misses = new Uint8Array(this.offers.length);
    this.verdicts = new Uint8Array(this.offers.length);
    this.scores = new Float64Array(this.offers.length);
    this.#weigh(musts);
    for (const [index, reasons] of wishes.entries()) this.#score(reasons, should[index]?.weight ?? 0);
  }

  price(candidate: number): QuickPrice {
    return (this.#quick[candidate] ??= this.prices.of(this.offers[candidate] ?? 0));
  }

  /** Equal for offers of this segment before which the same obstacles stand. */
  hindranceKey(candidate: number): number {
    const offer = this.offers[candidate] ?? 0;
    return (
      at(this.#statuses, offer) * this.segment.prerequisites.length + at(this.segment.prerequisitesOf, offer)
    );
  }

  hindrance(candidate: number): Hindrance {
    const key = this.hindranceKey(candidate);
    const known = this.#hindrances.get(key);
    if (known) return known;
    const { segment } = this;
    const offer = this.offers[candidate] ?? 0;
    const [status, list] = [at(this.#statuses, offer), at(segment.prerequisitesOf, offer)];
    const stated = segment.values(status)[0]?.value;
    const prerequisites = segment.prerequisites[list] ?? [];
    const obstacles = obstaclesOf(
      { ...(stated === undefined ? {} : { status: stated }), prerequisites },
      this.#demand.customer,
      segment.around,
    );
    const hindrance = {
      obstacles,
      outcome: OUTCOMES.indexOf(and(obstacles.map(({ outcome }) => outcome))),
      isWithdrawn: obstacles.some(({ on }) => on === "status"),
    };
    this.#hindrances.set(key, hindrance);
    return hindrance;
  }

  /** What a criterion of the component comes to; not of those on the price. */
  judged(criterion: Criterion): Judged {
    const known =
      this.#judged.get(criterion) ?? new Judged(criterion, this.segment, this.around, this.#bySet);
    this.#judged.set(criterion, known);
    return known;
  }

  #judge(condition: Condition, component: Component): Reasons {
    if (condition.kind !== "criterion")
      return join(
        condition.kind,
        condition.of.map((part) => this.#judge(part, component)),
        this.offers.length,
      );
    if (isPrice(condition.path)) return priceReasons(condition, component, this);
    return this.judged(condition).reasons(this.offers);
  }

  #weigh(musts: readonly Reasons[]): void {
    for (let candidate = 0; candidate < this.offers.length; candidate++) {
      let lowest = this.hindrance(candidate).outcome;
      let misses = 0;
      for (const reasons of musts) {
        const outcome = OUTCOME_OF[reasons[candidate] ?? 0] ?? 0;
        if (outcome !== SATISFIED) misses++;
        if (outcome < lowest) lowest = outcome;
      }
      this.misses[candidate] = misses;
      this.verdicts[candidate] = SATISFIED - lowest;
    }
  }

  #score(reasons: Reasons, weight: number): void {
    for (let candidate = 0; candidate < reasons.length; candidate++)
      if (isSatisfied(reasons[candidate] ?? 0))
        this.scores[candidate] = (this.scores[candidate] ?? 0) + weight;
  }
}

/** Offers with one of `classes`. */
function candidatesIn(segment: Segment, classes: ReadonlySet<string>): Uint32Array {
  const column = segment.column(mpli.serviceClass.value);
  const isIn: (boolean | undefined)[] = [];
  const found: number[] = [];
  for (let offer = 0; offer < segment.size; offer++) {
    const set = at(column, offer);
    if ((isIn[set] ??= segment.values(set).some(({ value }) => classes.has(value)))) found.push(offer);
  }
  return Uint32Array.from(found);
}

/** Joins the reasons of a compound's parts, candidate by candidate. */
function join(kind: Compound["kind"], parts: readonly Reasons[], length: number): Reasons {
  const byOutcome = OUTCOMES.map((outcome) => codeOf(joinReasons(kind, [outcome])));
  const joined = new Uint8Array(length);
  for (let candidate = 0; candidate < length; candidate++) {
    // Kleene's and is the least of its parts, his or the greatest, in the order of OUTCOMES.
    let outcome = OUTCOME_OF[parts[0]?.[candidate] ?? 0] ?? 0;
    for (let index = 1; index < parts.length; index++) {
      const next = OUTCOME_OF[parts[index]?.[candidate] ?? 0] ?? 0;
      if (kind === "anyOf" ? next > outcome : next < outcome) outcome = next;
    }
    joined[candidate] = byOutcome[outcome] ?? 0;
  }
  return joined;
}
