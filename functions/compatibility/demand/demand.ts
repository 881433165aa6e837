// What a customer asks for, as the rest of the room sees it: everything here has been read and fits.
import type { Comparison } from "../../kernel/generated/vocabulary.ts";
import type { Ratio } from "../../kernel/ratio.ts";
import type { ComparingOperator } from "./operators.ts";
import type { Pattern } from "./pattern.ts";
import type { Period } from "./periods.ts";
import type { Value } from "../judge/values.ts";

export interface Demand {
  /** In code-unit order of their names. */
  readonly components: readonly Component[];
  /** ISO 4217. */
  readonly currency?: string;
  /** Tokens of the prerequisites that the customer can meet, such as "legal-person". */
  readonly presents: ReadonlySet<string>;
  /** Terms of the demand that this version of the rules does not evaluate, named in the report. */
  readonly notEvaluated: readonly string[];
}

export interface Component {
  readonly name: string;
  /** IRI of a service class. */
  readonly serviceClass: string;
  readonly count: number;
  readonly hoursPerMonth: Ratio;
  readonly must: readonly Requirement[];
  readonly should: readonly Requirement[];
}

export type Strength = "must" | "should";

export const EVIDENCE_LEVELS = ["asserted", "declared", "attested", "certified", "accredited"] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

export interface Requirement {
  readonly strength: Strength;
  /** IRI of the property. */
  readonly on: string;
  /** The property's name in JSON. */
  readonly name: string;
  readonly comparison: Comparison;
  /** All hold of one and the same value. */
  readonly bounds: readonly Bound[];
  /** What to make of an offer that does not state the property. */
  readonly absent: "unknown" | "violated";
  readonly evidence: EvidenceLevel;
  /** Share in the preference score; 1 unless said. */
  readonly weight: Ratio;
  /** On price only: the period that the bounds are amounts for. */
  readonly per: Period;
  /** The bounds as written, by operator: for the report. */
  readonly expected: Expected;
}

export type Expected = Readonly<Record<string, string | readonly string[]>>;

export type Bound =
  | { readonly operator: ComparingOperator; readonly value: Value }
  | { readonly operator: "isOneOf"; readonly values: readonly Value[] }
  | { readonly operator: "within"; readonly areas: readonly string[] }
  | { readonly operator: "matches"; readonly pattern: Pattern };
