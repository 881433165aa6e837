// A requirement of a demand: a criterion, or criteria joined by and, or, not; and how much it matters.
import { mpli, sh } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, list, objects } from "../../kernel/graph.ts";
import { toNumber } from "../../kernel/ratio.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Compound, Condition, Requirement, Strength } from "./demand.ts";
import { inOrder } from "./order.ts";
import { conditionName } from "./path.ts";
import { type CriterionRefusal, readCriterion } from "./read-criterion.ts";
import { type Where, decimal, excerpt, readAll, readTerm, strayTerm } from "./read-term.ts";

export type RequirementRefusal =
  | CriterionRefusal
  | (Where & { code: "requirement-too-deep"; limit: number })
  | (Where & { code: "too-many-requirements"; limit: number });

/** Musts and shoulds of one component together, with all that stand in anyOf, allOf and not. */
export const MAX_REQUIREMENTS = 64;
/** How deep anyOf, allOf and not may stand in each other. */
export const MAX_DEPTH = 8;

const MILLION = 1_000_000;
const WEIGHT = decimal("a number above 0, at most 1000000, with at most six decimals", 0n, 1_000_000n, 6);

const COMPOUNDS = { not: sh.not, anyOf: sh.or, allOf: sh.and } as const satisfies Record<
  Compound["kind"],
  NamedNode
>;

/** What is left of the number of requirements that a component may have; a graph may say one thing many times. */
export interface Allowance {
  left: number;
}

/** Reads the requirement at `node`; anything it says that is not understood is refused, since it may be a bound. */
export function readRequirement(
  graph: Store,
  node: Term,
  strength: Strength,
  where: Where,
  allowance: Allowance,
): Result<Requirement, RequirementRefusal> {
  const outermost = strength === "should" ? [mpli.weight] : [];
  const condition = readCondition({ graph, where, allowance }, node, outermost, 0);
  if (!condition.ok) return condition;
  const weight = readTerm(graph, node, ["weight", mpli.weight], WEIGHT, {
    ...where,
    on: conditionName(condition.value),
  });
  if (!weight.ok) return weight;
  return ok({
    strength,
    weight: weight.value ? Math.round(toNumber(weight.value) * MILLION) : MILLION,
    condition: condition.value,
  });
}

interface Reading {
  readonly graph: Store;
  readonly where: Where;
  readonly allowance: Allowance;
}

function readCondition(
  reading: Reading,
  node: Term,
  beside: readonly NamedNode[],
  depth: number,
): Result<Condition, RequirementRefusal> {
  const { graph, where, allowance } = reading;
  if (depth > MAX_DEPTH) return refused({ code: "requirement-too-deep", ...where, limit: MAX_DEPTH });
  if (--allowance.left < 0)
    return refused({ code: "too-many-requirements", ...where, limit: MAX_REQUIREMENTS });
  const kind = (Object.keys(COMPOUNDS) as Compound["kind"][]).find(
    (each) => objects(graph, node, COMPOUNDS[each]).length > 0,
  );
  if (!kind) return readCriterion(graph, node, beside, where);
  const stray = strayTerm(graph, node, [COMPOUNDS[kind], ...beside]);
  if (stray !== undefined) return refused({ code: "unknown-requirement-term", ...where, term: stray });
  const members = readMembers(reading, node, kind);
  if (!members.ok) return members;
  const read = readAll(members.value, (member) => readCondition(reading, member, [], depth + 1));
  return read.ok ? ok({ kind, of: inOrder(read.value) }) : read;
}

function readMembers(
  { graph, where }: Reading,
  node: Term,
  kind: Compound["kind"],
): Result<readonly Term[], RequirementRefusal> {
  const [head, ...others] = objects(graph, node, COMPOUNDS[kind]);
  if (!head || others.length > 0) return refused({ code: "several-values", ...where, term: kind });
  const members = kind === "not" ? [head] : list(graph, head);
  if (members && members.length > 0) return ok(members);
  const expected = "a list of at least one requirement";
  return refused({ code: "value-does-not-fit", ...where, term: kind, given: excerpt(head.value), expected });
}
