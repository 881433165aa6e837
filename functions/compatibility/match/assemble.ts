// The judgement on one offer put together from what a scan knows already; the same as judging the offer by itself.
import { ratio } from "../../kernel/ratio.ts";
import type { Component, Condition } from "../demand/demand.ts";
import { isPrice } from "../demand/path.ts";
import { type Finding, finding, joinReasons } from "../judge/evaluate.ts";
import { type Judgement, VERDICTS, evaluatePrice } from "../judge/judge.ts";
import type { Price } from "../judge/price.ts";
import type { Entry } from "./rank.ts";
import type { Scan } from "./scan.ts";

/** Puts judgements on the offers of one scan together; what many offers state alike is evaluated once. */
export class Assembly {
  readonly #scan: Scan;
  readonly #component: Component;

  constructor(scan: Scan, component: Component) {
    this.#scan = scan;
    this.#component = component;
  }

  judgement(candidate: number): Judgement {
    const { segment, around, offers, eligible, prices, verdicts, scores } = this.#scan;
    const number = offers[candidate] ?? 0;
    const price = prices.exact(number, this.#scan.price(candidate));
    const { must, should } = this.#component;
    const weight = should.reduce((sum, wish) => sum + wish.weight, 0);
    const offer = segment.offer(number);
    return {
      offer,
      verdict: VERDICTS[verdicts[candidate] ?? 0] ?? "incompatible",
      findings: [...must, ...should].map((requirement) => ({
        requirement,
        finding: this.#find(requirement.condition, number, price),
      })),
      obstacles: this.#scan.hindrance(candidate).obstacles,
      score: weight === 0 ? ratio(1n) : ratio(BigInt(scores[candidate] ?? 0), BigInt(weight)),
      price,
      regions: eligible.of(number).regions.map((region) => segment.regions.iris[region] ?? ""),
      around: { ...around, support: around.support.about(offer.iri) },
    };
  }

  #find(condition: Condition, offer: number, price: Price): Finding {
    if (condition.kind !== "criterion") {
      const parts = condition.of.map((part) => this.#find(part, offer, price));
      const outcomes = parts.map(({ outcome }) => outcome);
      return finding(condition, joinReasons(condition.kind, outcomes), [], parts);
    }
    if (isPrice(condition.path)) return evaluatePrice(condition, price, this.#component.usage.hoursPerMonth);
    return this.#scan.judged(condition).finding(offer);
  }
}

/** The judgements on some entries, in their order. */
export function judgementsOn(entries: readonly Entry[], component: Component): Judgement[] {
  const assemblies = new Map<Scan, Assembly>();
  return entries.map(({ scan, candidate }) => {
    const assembly = assemblies.get(scan) ?? new Assembly(scan, component);
    assemblies.set(scan, assembly);
    return assembly.judgement(candidate);
  });
}
