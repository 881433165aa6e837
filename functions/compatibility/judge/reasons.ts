// Why a requirement, or an offer as a whole, ended as it did: the closed table of reason codes, each with its outcome and its sentence.

import type { Outcome } from "./truth.ts";

interface ReasonRow {
  readonly outcome: Outcome;
  /** A sentence for people; `{on}`, `{expected}` and `{found}` are filled in. */
  readonly says: string;
}

/** In the order in which a reason is preferred when several stated values end with the same outcome. */
export const REASONS = {
  met: { outcome: "satisfied", says: "{on} is {found}; asked: {expected}." },
  "below-minimum": { outcome: "violated", says: "{on} is {found}, below what is asked: {expected}." },
  "above-maximum": { outcome: "violated", says: "{on} is {found}, above what is asked: {expected}." },
  "not-equal": { outcome: "violated", says: "{on} is {found}; asked: {expected}." },
  "not-in-list": { outcome: "violated", says: "{on} is {found}, none of those asked: {expected}." },
  "outside-area": { outcome: "violated", says: "{on} is {found}, not {expected}." },
  "pattern-not-matched": { outcome: "violated", says: "{on} is {found}, which does not match: {expected}." },
  "datatype-differs": {
    outcome: "violated",
    says: "{on} is {found}, of another datatype than asked: {expected}.",
  },
  "class-differs": { outcome: "violated", says: "{on} is {found}, of another class than asked: {expected}." },
  "too-few": { outcome: "violated", says: "{on} is {found}, too few that fit; asked: {expected}." },
  "no-alternative-met": { outcome: "violated", says: "None of the alternatives is met: {expected}." },
  "part-violated": { outcome: "violated", says: "Not all of this is met: {expected}." },
  excluded: { outcome: "violated", says: "What is ruled out is the case: {expected}." },
  "not-stated-closed": {
    outcome: "violated",
    says: "{on} is not stated, and what is not stated here counts as absent; asked: {expected}.",
  },
  "not-stated": { outcome: "unknown", says: "{on} is not stated; asked: {expected}." },
  "too-coarse": {
    outcome: "unknown",
    says: "{on} is stated only as {found}, too coarse to tell; asked: {expected}.",
  },
  "class-not-stated": {
    outcome: "unknown",
    says: "Of which class {found} is, is not stated; asked: {on} {expected}.",
  },
  "perhaps-too-few": {
    outcome: "unknown",
    says: "{on} is {found}, and whether enough of them fit is not known; asked: {expected}.",
  },
  "part-unknown": { outcome: "unknown", says: "Whether this is met cannot be told: {expected}." },
  "area-unknown": { outcome: "unknown", says: "Where {found} lies is not stated; asked: {on} {expected}." },
  "evidence-indeterminate": {
    outcome: "unknown",
    says: "{on} is {found}, as asked, but the evidence for it cannot be verified at present.",
  },
  "evidence-too-old": {
    outcome: "unknown",
    says: "{on} is {found}, as asked, but the evidence for it is older than asked.",
  },
  "evidence-anchor-differs": {
    outcome: "unknown",
    says: "{on} is {found}, as asked, but the evidence for it leads to another anchor than asked.",
  },
  "evidence-too-weak": {
    outcome: "unknown",
    says: "{on} is {found}, as asked, but the evidence for it is weaker than asked.",
  },
  "evidence-issuer-not-trusted": {
    outcome: "unknown",
    says: "{on} is {found}, as asked, but whoever attests it is not among those trusted with it.",
  },
  "evidence-of-another": {
    outcome: "unknown",
    says: "{on} is {found}, as asked, but the evidence for it is about somebody else.",
  },
  "evidence-missing": {
    outcome: "unknown",
    says: "{on} is {found}, as asked, but only the provider says so.",
  },
  "evidence-not-checked": {
    outcome: "unknown",
    says: "{on} is {found}, as asked, but evidence for it has not been checked.",
  },
  "evidence-revoked": {
    outcome: "violated",
    says: "{on} is {found}, as asked, but the evidence for it has been revoked.",
  },
  "evidence-expired": {
    outcome: "violated",
    says: "{on} is {found}, as asked, but the evidence for it is not valid now.",
  },
  "evidence-invalid": {
    outcome: "violated",
    says: "{on} is {found}, as asked, but the evidence for it does not hold.",
  },
  "incomparable-unit": {
    outcome: "unknown",
    says: "{on} is {found}, in a unit that cannot be compared with {expected}.",
  },
  "malformed-value": {
    outcome: "unknown",
    says: "{on} is stated as {found}, which cannot be read; asked: {expected}.",
  },
  "currency-differs": {
    outcome: "unknown",
    says: "{on} is stated in another currency only; asked: {expected}.",
  },
  "currency-not-stated": {
    outcome: "unknown",
    says: "{on} is stated without a currency; asked: {expected}.",
  },
  "usage-based": {
    outcome: "unknown",
    says: "{on} depends on usage that the demand does not state; asked: {expected}.",
  },
  withdrawn: { outcome: "violated", says: "The offer is no longer sold: its {on} is {found}." },
  "prerequisite-not-presented": {
    outcome: "unknown",
    says: "The provider asks for {found}, which the demand does not say it presents.",
  },
  "presentation-not-verified": {
    outcome: "unknown",
    says: "The provider asks for {found} to be shown, and the presentation of the demand does not stand.",
  },
  "presentation-not-satisfying": {
    outcome: "unknown",
    says: "The provider asks for {found} to be shown, which the presentation of the demand does not show.",
  },
  "terms-not-accepted": {
    outcome: "unknown",
    says: "The provider asks for its terms {found} to be accepted, which the demand does not say.",
  },
  "customer-elsewhere": {
    outcome: "violated",
    says: "The provider serves customers in {found}, not in {expected}.",
  },
  "customer-place-unknown": {
    outcome: "unknown",
    says: "The provider serves customers in {found}; whether this customer is there cannot be told.",
  },
  "not-priced-there": {
    outcome: "unknown",
    says: "{on} is not stated for the regions asked for; asked: {expected}.",
  },
} as const satisfies Record<string, ReasonRow>;

export type Reason = keyof typeof REASONS;

export const REASON_CODES = Object.keys(REASONS) as Reason[];

const ORDER = new Map(REASON_CODES.map((reason, index) => [reason, index]));
const BEST: readonly Outcome[] = ["satisfied", "unknown", "violated"];

export function outcomeOf(reason: Reason): Outcome {
  return REASONS[reason].outcome;
}

/** Several bounds on one value: all must hold, so the worst speaks. */
export function worst(reasons: readonly Reason[]): Reason {
  return firstBy((a, b) => standing(b) - standing(a) || order(a) - order(b), reasons) ?? "met";
}

/** Several values to choose from: one that fits is enough, so the best speaks. */
export function best(reasons: readonly Reason[]): Reason | undefined {
  return firstBy((a, b) => standing(a) - standing(b) || order(a) - order(b), reasons);
}

function firstBy(
  compare: (a: Reason, b: Reason) => number,
  [first, ...others]: readonly Reason[],
): Reason | undefined {
  let chosen = first;
  for (const other of others) if (chosen === undefined || compare(other, chosen) < 0) chosen = other;
  return chosen;
}

const standing = (reason: Reason) => BEST.indexOf(outcomeOf(reason));
const order = (reason: Reason) => ORDER.get(reason) ?? 0;

/** The sentence of a reason, filled in. */
export function sentence(reason: Reason, words: { on: string; expected: string; found: string }): string {
  return REASONS[reason].says.replace(
    /\{(on|expected|found)\}/g,
    (_, name: keyof typeof words) => words[name],
  );
}
