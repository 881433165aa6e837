// The report of a composition: what to take where, what it costs, and what stands in the way where there is none.
import { CONTEXT } from "../../kernel/json-ld.ts";
import { rounded } from "../../kernel/ratio.ts";
import type { Demand, Joint } from "../demand/demand.ts";
import { nameOf } from "../demand/names.ts";
import type { Verdict } from "../judge/judge.ts";
import { type PriceReport, priceReport } from "../match/price-report.ts";
import type { SourceReport, Warning } from "../match/report.ts";
import { type Asked, type ReportHead, reportHead } from "../match/report-head.ts";
import { LEVELS } from "./choices.ts";
import type { Composed, Choices } from "./compose.ts";
import type { Assignment, Solution } from "./problem.ts";

export interface CompositionReport extends ReportHead {
  readonly "@context": typeof CONTEXT;
  readonly type: "CompositionReport";
  readonly sources: readonly SourceReport[];
  readonly warnings: readonly Warning[];
  /** "feasible": the best that was found; "undecided": nothing was found, and not all was tried. */
  readonly outcome: "optimal" | "feasible" | "infeasible" | "undecided";
  /** Partial compositions that were looked at. */
  readonly explored: number;
  /** On a feasible outcome: how much less, in the currency a month, the optimum may cost. */
  readonly gap?: number;
  readonly component: readonly ComponentChoices[];
  /** The best, and the next best in order. */
  readonly compositions: readonly CompositionEntry[];
  /** Components that no offer is compatible with, or none with a price where there is a budget. */
  readonly missing: readonly string[];
  /** Where nothing holds all joint requirements: the smallest sets of them that leave a composition when dropped. */
  readonly removals: readonly (readonly JointReport[])[];
}

export interface ComponentChoices {
  readonly name: string;
  readonly class: string;
  readonly count: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Compatible offers, each counted in each of its regions. */
  readonly choices: number;
}

export interface CompositionEntry {
  /** For all copies of all components; absent where one has no price. */
  readonly monthly?: number;
  readonly currency?: string;
  readonly providers: number;
  readonly choices: readonly ChoiceReport[];
}

export interface ChoiceReport {
  readonly component: string;
  readonly offer: string;
  readonly name?: string;
  readonly provider: string;
  readonly providerName?: string;
  readonly manifest: string;
  readonly region?: string;
  readonly count: number;
  /** For all copies. */
  readonly monthly?: number;
  /** Of one copy. */
  readonly price: PriceReport;
}

/** A joint requirement as it is written in JSON. */
export type JointReport = Readonly<Record<string, string | number | readonly string[]>>;

interface Input extends Asked {
  readonly sources: readonly SourceReport[];
  readonly warnings: readonly Warning[];
  /** By component, in the demand's order. */
  readonly counts: readonly Readonly<Record<Verdict, number>>[];
  readonly composed: Composed;
}

const MILLION = 1_000_000;
const OUTCOMES = {
  optimal: "optimal",
  feasible: "feasible",
  infeasible: "infeasible",
  unknown: "undecided",
} as const;

/** Writes the report of a finished composition. */
export function writeComposition(input: Input): CompositionReport {
  const { demand, sources, warnings, counts, composed } = input;
  const { components, missing, solution } = composed;
  return {
    "@context": CONTEXT,
    type: "CompositionReport",
    ...reportHead(input),
    sources: sources.map(({ provider, manifest }) => ({ provider, manifest })),
    warnings,
    outcome: solution ? OUTCOMES[solution.status] : "infeasible",
    explored: solution?.nodes ?? 0,
    ...gapOf(solution),
    component: components.map(({ component: { name, serviceClass, count }, choices }, index) => ({
      name,
      class: nameOf(serviceClass),
      count,
      counts: counts[index] ?? { compatible: 0, undetermined: 0, incompatible: 0 },
      choices: choices.length,
    })),
    compositions: assignmentsOf(solution).map((assignment) => entry(demand, components, assignment)),
    missing,
    removals: removalsOf(demand, solution),
  };
}

function gapOf(solution: Solution | undefined): { gap?: number } {
  if (solution?.status !== "feasible") return {};
  return { gap: (solution.gap.at(-1) ?? 0) / MILLION };
}

function assignmentsOf(solution: Solution | undefined): readonly Assignment[] {
  return solution && "best" in solution ? [solution.best, ...solution.runnersUp] : [];
}

function removalsOf({ together }: Demand, solution: Solution | undefined): JointReport[][] {
  if (solution?.status !== "infeasible") return [];
  return solution.removable.map((set) => set.flatMap((index) => jointReport(together[index])));
}

const PRICE = LEVELS.indexOf("price");

function entry(
  { currency }: Demand,
  components: readonly Choices[],
  { options }: Assignment,
): CompositionEntry {
  const taken = components.flatMap(({ component, choices }, index) => {
    const choice = choices[options[index] ?? -1];
    return choice ? [{ component, choice }] : [];
  });
  const isPriced = taken.every(({ choice }) => choice.price.known);
  const total = taken.reduce((sum, { choice }) => sum + (choice.costs[PRICE] ?? 0), 0);
  return {
    ...(isPriced && currency ? { monthly: total / MILLION, currency } : {}),
    providers: new Set(taken.map(({ choice }) => choice.candidate.source.provider)).size,
    choices: taken.map(({ component: { name, count }, choice }) => {
      const { candidate, region, price, costs } = choice;
      const { source, judgement } = candidate;
      return {
        component: name,
        offer: judgement.offer.iri,
        ...(judgement.offer.name === undefined ? {} : { name: judgement.offer.name }),
        provider: source.provider,
        ...(source.name === undefined ? {} : { providerName: source.name }),
        manifest: source.manifest,
        ...(region === undefined ? {} : { region }),
        count,
        ...(price.known ? { monthly: (costs[PRICE] ?? 0) / MILLION } : {}),
        price: priceReport(price),
      };
    }),
  };
}

function jointReport(joint: Joint | undefined): JointReport[] {
  if (!joint) return [];
  switch (joint.kind) {
    case "maxProviders":
      return [{ maxProviders: joint.count }];
    case "budget":
      return [{ budget: rounded(joint.atMost), per: joint.per }];
    case "closeTogether": {
      const { value, unit } = joint.latency;
      return [{ closeTogether: joint.components, latency: `${value} ${unit}` }];
    }
    default:
      return [{ [joint.kind]: joint.components }];
  }
}
