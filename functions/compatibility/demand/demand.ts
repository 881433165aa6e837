// What a customer asks for, as the rest of the room sees it: everything here has been read and fits.
import type { TrustPolicy } from "../../trust/policy/policy.ts";
import type { Showing, Shown } from "../../trust/presentation/shown.ts";
import type { Comparison } from "../../kernel/generated/vocabulary.ts";
import type { Quantity } from "../../kernel/quantity.ts";
import type { Ratio } from "../../kernel/ratio.ts";
import type { ComparingOperator } from "./operators.ts";
import type { Pattern } from "./pattern.ts";
import type { Period } from "./periods.ts";
import type { Value } from "../judge/values.ts";

export interface Demand {
  /** In code-unit order of their names. */
  readonly components: readonly Component[];
  /** What is asked of several components together; only a composition can meet it. */
  readonly together: readonly Joint[];
  /** Delays between places, as the demand declares them. */
  readonly latencies: readonly Latency[];
  /** In the order of their importance, unless they have weights. */
  readonly preferences: readonly Preference[];
  /** Where the customer would like the service to be. */
  readonly near?: Coordinates;
  /** ISO 4217. */
  readonly currency?: string;
  readonly customer: Customer;
  /** What the customer shows, as it came; `customer.shown` has what came of its verification. */
  readonly presentation?: Showing;
  /** Whose credentials the customer believes: a policy, or the name of one of the node's. */
  readonly trustPolicy?: TrustPolicy | { readonly named: string };
  /** Terms of the demand that this version of the rules does not evaluate, named in the report. */
  readonly notEvaluated: readonly string[];
}

/** What the customer brings to meet a provider's prerequisites. */
export interface Customer {
  /** Tokens such as "legal-person". */
  readonly presents: ReadonlySet<string>;
  /** IRIs of terms that the customer accepts. */
  readonly accepts: ReadonlySet<string>;
  /** IRI of the customer's country. */
  readonly country?: string;
  /** The presentation, verified; absent where there is none or nobody has looked at it. */
  readonly shown?: Shown;
  /** Queries, as `spellQuery` writes them, that count as answered: what a relaxation has the customer show. */
  readonly answers?: ReadonlySet<string>;
}

export interface Component {
  readonly name: string;
  /** IRI of a service class. */
  readonly serviceClass: string;
  readonly count: number;
  readonly usage: Usage;
  readonly must: readonly Requirement[];
  readonly should: readonly Requirement[];
}

/** What one of a component is used for in a month. */
export interface Usage {
  readonly hoursPerMonth: Ratio;
  /** Data held, in bytes. */
  readonly storage?: Ratio;
  /** Data sent out, in bytes a month of UCUM. */
  readonly outboundTraffic?: Ratio;
  readonly requestsPerMonth?: Ratio;
}

export type Strength = "must" | "should";

export interface Requirement {
  readonly strength: Strength;
  /** Share in the preference score, in millionths; 1,000,000 unless said. */
  readonly weight: number;
  readonly condition: Condition;
}

/** What an offer is asked: a bound on one of its facts, or conditions joined by and, or, not. */
export type Condition = Criterion | Compound;

export interface Compound {
  readonly kind: "not" | "anyOf" | "allOf";
  /** One for `not`, at least one otherwise; in the order of what they say. */
  readonly of: readonly Condition[];
}

export interface Criterion {
  readonly kind: "criterion";
  /** From the offer to what is compared; see `path.ts`. On the price, the price alone. */
  readonly path: Path;
  /** As it is written: "memory", "portability/importFormat". */
  readonly name: string;
  readonly comparison: Comparison;
  /** All hold of one and the same value. */
  readonly bounds: readonly Bound[];
  /** How many of the stated values must meet the bounds. */
  readonly atLeastCount: number;
  /** What to make of an offer that states no value. */
  readonly absent: "unknown" | "violated";
  readonly evidence: Evidence;
  /** On price only: the period that the bounds are amounts for. */
  readonly per: Period;
  /** The bounds as written, by operator: for the report. */
  readonly expected: Expected;
}

/** IRIs of the properties that lead from an offer to what is compared: the property, and one of its value's node. */
export type Path = readonly [property: string, detail?: string];

export type Expected = Readonly<Record<string, string | readonly string[]>>;

export type Bound =
  | { readonly operator: ComparingOperator; readonly value: Value }
  | { readonly operator: "isOneOf"; readonly values: readonly Value[] }
  | { readonly operator: "within"; readonly areas: readonly string[] }
  | { readonly operator: "matches"; readonly pattern: Pattern }
  /** IRI of the datatype of a literal. */
  | { readonly operator: "datatype"; readonly datatype: string }
  /** IRI of a class that the value is stated to be of. */
  | { readonly operator: "kind"; readonly class: string };

export const EVIDENCE_LEVELS = ["asserted", "declared", "attested", "certified", "accredited"] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** The least evidence that a stated value needs in order to count. */
export interface Evidence {
  /** Who stands for it, at least. */
  readonly party: EvidenceLevel;
  /** Name or IRI of the trust anchor that it must lead to. */
  readonly anchor?: string;
  /** In seconds. */
  readonly notOlderThan?: Quantity;
}

export const PREFERENCES = ["cheapest", "nearest", "greenest", "fewestProviders"] as const;

export interface Preference {
  readonly criterion: (typeof PREFERENCES)[number];
  /** In thousandths; all preferences of a demand have one, or none has. */
  readonly weight?: number;
}

/** Degrees of WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** A bound on several components together, by their names. */
export type Joint =
  | {
      readonly kind: "sameRegion" | "sameProvider" | "differentProvider";
      readonly components: readonly string[];
    }
  | { readonly kind: "maxProviders"; readonly count: number }
  | { readonly kind: "budget"; readonly atMost: Ratio; readonly per: Period }
  /** Every two of them, by the demand's own table. */
  | { readonly kind: "closeTogether"; readonly components: readonly string[]; readonly latency: Quantity };

export interface Latency {
  /** IRIs of two places, in code-unit order. */
  readonly between: readonly [string, string];
  readonly latency: Quantity;
}

/** The criteria of a condition, outermost first. */
export function criteriaOf(condition: Condition): readonly Criterion[] {
  return condition.kind === "criterion" ? [condition] : condition.of.flatMap(criteriaOf);
}
