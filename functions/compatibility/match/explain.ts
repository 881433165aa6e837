// Why a requirement ended as it did: what was compared after conversion, and the statements that it rests on. Pure.
import { isWithin } from "../../kernel/place.ts";
import { places } from "../../kernel/generated/places.ts";
import { parseQuantity } from "../../kernel/quantity.ts";
import type { Ratio } from "../../kernel/ratio.ts";
import type { Bound, Criterion, Expected } from "../demand/demand.ts";
import { nameOf } from "../demand/names.ts";
import type { Backing } from "../evidence/support.ts";
import { OPERATORS, type Operator } from "../demand/operators.ts";
import { conditionName } from "../demand/path.ts";
import type { Finding } from "../judge/evaluate.ts";
import type { Judgement } from "../judge/judge.ts";
import { type Reason, sentence } from "../judge/reasons.ts";
import type { Surroundings } from "../judge/surroundings.ts";
import type { Outcome } from "../judge/truth.ts";
import type { Stated, Value } from "../judge/values.ts";

/** Some offers are sold in fifty regions; a sentence that names them all helps nobody. */
const MOST_FOUND = 12;

/** One statement that an outcome rests on: the value at the end of a path from a node. */
export interface Fact {
  /** IRI of the offer, of its provider, or of a place. */
  readonly subject: string;
  /** Names of the properties from the subject to the value. */
  readonly path: readonly string[];
  readonly value: string;
}

export interface ConditionReport {
  /** The property or path; for a compound its kind: "anyOf", "allOf" or "not". */
  readonly on: string;
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** The bounds as written, by operator. */
  readonly expected?: Criterion["expected"];
  readonly atLeastCount?: number;
  readonly found: readonly string[];
  /** Amounts in base units, exactly: those found, and those asked for by operator. */
  readonly compared?: {
    readonly found: readonly string[];
    readonly expected: Readonly<Record<string, string>>;
  };
  readonly facts: readonly Fact[];
  /** Where evidence is asked for: the credentials that stand for what was found, or would. */
  readonly evidence?: readonly EvidenceReport[];
  readonly message: string;
  /** The parts of a compound. */
  readonly parts?: readonly ConditionReport[];
}

/** One credential that states a value. */
export type EvidenceReport = Omit<Backing, "types"> & {
  readonly credentialType: readonly string[];
};

/** A fact as all offers share it that share its finding: one without a subject is the offer's own. */
type SharedFact = Omit<Fact, "subject"> & { readonly subject?: string };

type Shared = Omit<ConditionReport, "facts" | "parts"> & { readonly facts: readonly SharedFact[] };

/** Puts findings into words and figures. Many offers share a finding, and then all but the subject of its facts. */
export class Explainer {
  readonly #shared = new Map<Finding, Shared>();

  explain(finding: Finding, judgement: Judgement, provider: string): ConditionReport {
    const known = this.#shared.get(finding) ?? share(finding, judgement.around, provider);
    this.#shared.set(finding, known);
    const { facts, message, ...rest } = known;
    const parts = finding.parts.map((part) => this.explain(part, judgement, provider));
    return {
      ...rest,
      facts: facts.map(({ subject = judgement.offer.iri, path, value }) => ({ subject, path, value })),
      message,
      ...(finding.condition.kind === "criterion" ? {} : { parts }),
    };
  }
}

function share(finding: Finding, around: Surroundings, provider: string): Shared {
  const { condition, outcome, reason, found } = finding;
  const shown = found.map(({ type, value }) => (type === "uri" ? nameOf(value) : value));
  const common = { outcome, reason, found: shown.slice(0, MOST_FOUND) };
  const words = { on: conditionName(condition), expected: inWords(finding), found: enumerate(shown) };
  if (condition.kind !== "criterion") {
    const message = reason === "met" ? `This is met: ${words.expected}.` : sentence(reason, words);
    return { on: condition.kind, ...common, facts: [], message };
  }
  const { name, expected, atLeastCount } = condition;
  const compared = comparedOf(condition, found);
  return {
    on: name,
    ...common,
    expected,
    ...(atLeastCount > 1 ? { atLeastCount } : {}),
    ...(compared ? { compared } : {}),
    facts: factsOf(finding, around, provider),
    ...evidenceOf(condition, found, around),
    message: sentence(reason, words),
  };
}

function evidenceOf(
  criterion: Criterion,
  found: readonly Stated[],
  { support }: Surroundings,
): Pick<ConditionReport, "evidence"> {
  if (criterion.evidence.party === "asserted") return {};
  const stands = found.slice(0, MOST_FOUND).flatMap((term) => support.stands(criterion, term).by ?? []);
  const each = new Map(stands.map(({ types, ...by }) => [by.credential, { ...by, credentialType: types }]));
  return { evidence: [...each.values()] };
}

/** What is asked, in words: "at least 16 GiBy", "engine postgresql or engine mysql". */
function inWords({ condition, parts }: Finding): string {
  if (condition.kind === "criterion") return criterionInWords(condition);
  const inner = parts.map((part) =>
    `${part.condition.kind === "criterion" ? part.condition.name : ""} ${inWords(part)}`.trim(),
  );
  return { not: `not ${inner[0] ?? ""}`, anyOf: inner.join(", or "), allOf: inner.join(", and ") }[
    condition.kind
  ];
}

function criterionInWords({ expected, per, name, atLeastCount }: Criterion): string {
  const times = atLeastCount > 1 ? `${atLeastCount} times ` : "";
  return times + boundsInWords(expected) + (name === "price" ? ` a ${per}` : "");
}

/** Bounds in words, without what they are on: "at least 16 GiBy and less than 64 GiBy". */
export function boundsInWords(expected: Expected): string {
  const bounds = Object.entries(expected).map(([operator, written]) => {
    const values = typeof written === "string" ? written : enumerate(written);
    return `${OPERATORS[operator as Operator].words} ${values}`.trim();
  });
  return bounds.join(" and ");
}

function enumerate(values: readonly string[]): string {
  const rest = values.length - MOST_FOUND;
  return values.slice(0, MOST_FOUND).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** Conversion matters to quantities alone: everything else is compared as it is written. */
function comparedOf(
  { comparison, bounds }: Criterion,
  found: readonly Stated[],
): ConditionReport["compared"] {
  if (comparison !== "quantity") return undefined;
  const inBase = found.slice(0, MOST_FOUND).map(({ value }) => {
    const read = parseQuantity(value);
    return read.ok ? spell(read.value.exact, read.value.dimension) : value;
  });
  const expected = bounds.flatMap((bound) => boundInBase(bound));
  return { found: inBase, expected: Object.fromEntries(expected) };
}

function boundInBase(bound: Bound): [string, string][] {
  const values = "values" in bound ? bound.values : "value" in bound ? [bound.value] : [];
  const spelt = values.flatMap((value: Value) =>
    value.kind === "quantity" ? spell(value.quantity.exact, value.quantity.dimension) : [],
  );
  return spelt.length > 0 ? [[bound.operator, spelt.join(", ")]] : [];
}

const BASE_UNITS: Readonly<Record<string, string>> = {
  information: "By",
  time: "s",
  energy: "J",
  "information.time-1": "By/s",
  "information.time": "By.s",
  "time-1": "/s",
  "energy.time-1": "J/s",
};

/** An exact amount in base units; as a fraction where it has no end as a decimal. */
function spell(exact: Ratio, dimension: string): string {
  const { numerator, denominator } = exact;
  const amount = denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
  return `${amount} ${BASE_UNITS[dimension] ?? dimension}`.replace(/ 1$/, "");
}

function factsOf(
  { condition, found, outcome }: Finding,
  around: Surroundings,
  provider: string,
): SharedFact[] {
  if (condition.kind !== "criterion" || condition.path[0] === undefined) return [];
  const path = condition.path.flatMap((step) => (step === undefined ? [] : nameOf(step)));
  const isComputed = condition.name === "price";
  const stated = isComputed
    ? []
    : found.slice(0, MOST_FOUND).map(({ value, type, inherited }) => ({
        ...(inherited ? { subject: provider } : {}),
        path,
        value: type === "uri" ? nameOf(value) : value,
      }));
  return [...stated, ...(outcome === "satisfied" ? containments(condition.bounds, found, around) : [])];
}

/** For a place within an area: the steps by which it lies there. */
function containments(bounds: readonly Bound[], found: readonly Stated[], around: Surroundings): Fact[] {
  const areas = bounds.flatMap((bound) => (bound.operator === "within" ? bound.areas : []));
  const steps = found
    .slice(0, MOST_FOUND)
    .flatMap(({ value }) => areas.flatMap((area) => stepsWithin(value, area, around)));
  return [...new Map(steps.map((step) => [`${step.subject} ${step.value}`, step])).values()];
}

function stepsWithin(place: string, area: string, around: Surroundings): Fact[] {
  const { parents } = around;
  const steps: Fact[] = [];
  const seen = new Set<string>();
  for (let at = place; at !== area && !seen.has(at); ) {
    seen.add(at);
    const published = Object.hasOwn(places, at) ? (places[at]?.within ?? []) : [];
    const next = [...(parents.get(at) ?? []), ...published]
      .sort()
      .find((above) => isWithin(above, area, parents));
    if (next === undefined) return steps.length > 0 && at !== area ? [] : steps;
    steps.push({ subject: at, path: ["within"], value: nameOf(next) });
    at = next;
  }
  return steps;
}
