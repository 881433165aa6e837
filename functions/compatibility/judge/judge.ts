// One offer against one component of a demand: every requirement, the provider's prerequisites, price and verdict. Pure.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import type { Parents } from "../../kernel/place.ts";
import { pureNumber } from "../../kernel/quantity.ts";
import { type Ratio, add, divide, ratio, rounded } from "../../kernel/ratio.ts";
import type { Component, Demand, Requirement } from "../demand/demand.ts";
import { type Finding, evaluate, finding, judgeValue } from "./evaluate.ts";
import { perPeriod } from "../demand/periods.ts";
import { type Price, type PriceComponent, type PriceReason, priceOf } from "./price.ts";
import type { Reason } from "./reasons.ts";
import type { Stated } from "./values.ts";

export interface Prerequisite {
  /** Token of what the provider asks for; absent when it names only a page. */
  readonly ask?: string;
  readonly page?: string;
}

/** What one offer states, its provider's inherited facts included. */
export interface Offer {
  readonly iri: string;
  readonly name?: string;
  readonly status?: string;
  /** IRIs of its service classes. */
  readonly classes: readonly string[];
  /** Values by property IRI, in a fixed order. */
  readonly stated: ReadonlyMap<string, readonly Stated[]>;
  readonly prices: readonly PriceComponent[];
  readonly prerequisites: readonly Prerequisite[];
}

export const VERDICTS = ["compatible", "undetermined", "incompatible"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  readonly offer: Offer;
  readonly verdict: Verdict;
  /** The offer is no longer sold, whatever it states. */
  readonly isWithdrawn: boolean;
  /** In the order of the component's requirements, musts first. */
  readonly findings: readonly Finding[];
  readonly prerequisites: readonly (Prerequisite & { readonly isMet: boolean })[];
  /** Share of the preferences' weight that is satisfied, 0 to 1; 1 where there are none. */
  readonly score: Ratio;
  readonly price: Price;
}

const WITHDRAWN: ReadonlySet<string> = new Set(["endOfSale", "retired"]);
const NOTHING: readonly Stated[] = [];
const NO_PLACES: Parents = new Map();

/** Judges `offer` for `component`; `parents` says where the provider's regions lie. */
export function judge(demand: Demand, component: Component, offer: Offer, parents: Parents): Judgement {
  const price = priceOf(offer.prices, {
    currency: demand.currency,
    hoursPerMonth: component.hoursPerMonth,
    regions: eligibleRegions(component, offer, parents),
  });
  const findings = [...component.must, ...component.should].map((requirement) =>
    requirement.on === mpli.price.value
      ? evaluatePrice(requirement, price, component.hoursPerMonth)
      : evaluate(requirement, offer.stated.get(requirement.on) ?? NOTHING, parents),
  );
  const prerequisites = offer.prerequisites.map((each) => ({
    ...each,
    isMet: each.ask !== undefined && demand.presents.has(each.ask),
  }));
  const isWithdrawn = WITHDRAWN.has(offer.status ?? "");
  const verdict = verdictOf(
    findings,
    isWithdrawn,
    prerequisites.every(({ isMet }) => isMet),
  );
  return { offer, verdict, isWithdrawn, findings, prerequisites, score: scoreOf(findings), price };
}

function verdictOf(findings: readonly Finding[], isWithdrawn: boolean, isAdmitted: boolean): Verdict {
  const musts = findings.filter(({ requirement }) => requirement.strength === "must");
  if (isWithdrawn || musts.some(({ outcome }) => outcome === "violated")) return "incompatible";
  return isAdmitted && musts.every(({ outcome }) => outcome === "satisfied") ? "compatible" : "undetermined";
}

function scoreOf(findings: readonly Finding[]): Ratio {
  const wishes = findings.filter(({ requirement }) => requirement.strength === "should");
  if (wishes.length === 0) return ratio(1n);
  const weigh = (list: readonly Finding[]) =>
    list.reduce((sum, { requirement }) => add(sum, requirement.weight), ratio(0n));
  return divide(weigh(wishes.filter(({ outcome }) => outcome === "satisfied")), weigh(wishes));
}

/**
 * The regions that a price may be taken for: those stated (or priced, where none is stated) that no must on the region
 * rules out, those known to fit before those that may.
 */
function eligibleRegions(component: Component, offer: Offer, parents: Parents): (string | undefined)[] {
  const musts = component.must.filter(({ on }) => on === mpli.region.value);
  const stated = (offer.stated.get(mpli.region.value) ?? NOTHING).map(({ value }) => value);
  if (stated.length === 0 && musts.length === 0)
    return [...new Set([undefined, ...offer.prices.flatMap(({ regions }) => regions)])];
  const candidates =
    stated.length > 0 ? stated : [...new Set(offer.prices.flatMap(({ regions }) => regions))];
  const judged = candidates.map((region) => ({ region, outcomes: outcomesOf(musts, region, parents) }));
  const fitting = judged.filter(({ outcomes }) => outcomes.every((outcome) => outcome === "satisfied"));
  const possible = judged.filter(({ outcomes }) => !outcomes.includes("violated"));
  const eligible = (fitting.length > 0 ? fitting : possible).map(({ region }) => region);
  return stated.length > 0 ? eligible : [undefined, ...eligible];
}

function outcomesOf(musts: readonly Requirement[], region: string, parents: Parents) {
  return musts.map((requirement) => evaluate(requirement, [{ type: "uri", value: region }], parents).outcome);
}

function evaluatePrice(requirement: Requirement, price: Price, hoursPerMonth: Ratio): Finding {
  if (!price.known) return finding(requirement, unpriced(requirement, price.reason), []);
  const amount = pureNumber(perPeriod(price.monthly, requirement.per, hoursPerMonth));
  const shown = `${rounded(amount.exact)} ${price.currency} a ${requirement.per}`;
  const reason = judgeValue(requirement.bounds, { kind: "quantity", quantity: amount }, NO_PLACES);
  return finding(requirement, reason, [{ type: "literal", value: shown }]);
}

function unpriced({ absent }: Requirement, reason: PriceReason): Reason {
  if (reason === "no-currency-asked") return "currency-differs";
  return reason === "not-stated" && absent === "violated" ? "not-stated-closed" : reason;
}
