// A criterion of a requirement: the path to a fact, bounds on it, and how it is read.
import { mpli, sh } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, objects } from "../../kernel/graph.ts";
import { type Quantity, parseQuantity } from "../../kernel/quantity.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type Bound, type Criterion, EVIDENCE_LEVELS, type Evidence, type Expected } from "./demand.ts";
import { OPERATORS, OPERATOR_NAMES, type Operator } from "./operators.ts";
import { isPrice } from "./path.ts";
import { PERIODS } from "./periods.ts";
import { type BoundRefusal, readBound } from "./read-bound.ts";
import { type PathRefusal, type ReadPath, readPath } from "./read-path.ts";
import {
  type Kind,
  type TermRefusal,
  type Where,
  readAll,
  readTerm,
  strayTerm,
  wholeNumber,
  word,
} from "./read-term.ts";

export type CriterionRefusal =
  | PathRefusal
  | BoundRefusal
  | (Where & { code: "unknown-requirement-term"; term: string })
  | (Where & { code: "no-bound" });

const BOUNDS = OPERATOR_NAMES.map((name) => OPERATORS[name].predicate);
const SETTINGS = [sh.path, mpli.minimumEvidence, mpli.absent, sh.qualifiedValueShape, sh.qualifiedMinCount];
const COUNT = wholeNumber(1000);

/** Reads the criterion at `node`; `beside` are terms of the requirement that may stand there as well. */
export function readCriterion(
  graph: Store,
  node: Term,
  beside: readonly NamedNode[],
  { component }: Where,
): Result<Criterion, CriterionRefusal> {
  const at: Where = component === undefined ? {} : { component };
  const path = readPath(graph, node, at);
  if (!path.ok) return path;
  const where = { ...at, on: path.value.name };
  const [having, ...others] = objects(graph, node, sh.qualifiedValueShape);
  if (others.length > 0) return refused({ code: "several-values", ...where, term: "having" });
  const known = [
    ...SETTINGS,
    ...beside,
    ...(isPrice(path.value.path) ? [mpli.per] : []),
    ...(having ? [] : BOUNDS),
  ];
  const stray = strayTerm(graph, node, known) ?? (having && strayTerm(graph, having, BOUNDS));
  if (stray !== undefined) return refused({ code: "unknown-requirement-term", ...where, term: stray });
  const count = readCount(graph, node, having !== undefined, path.value, where);
  if (!count.ok) return count;
  const bounds = readBounds(graph, having ?? node, path.value, where);
  if (!bounds.ok) return bounds;
  const settings = readSettings(graph, node, where);
  if (!settings.ok) return settings;
  const { absent = path.value.absent, ...rest } = settings.value;
  return ok({
    kind: "criterion",
    path: path.value.path,
    name: path.value.name,
    comparison: path.value.property.comparison,
    atLeastCount: count.value,
    absent,
    ...rest,
    ...bounds.value,
  });
}

/** A count belongs to bounds in `having` (sh:qualifiedValueShape), and they to it; prices are not counted. */
function readCount(
  graph: Store,
  node: Term,
  isQualified: boolean,
  { path }: ReadPath,
  where: Where,
): Result<number, CriterionRefusal> {
  const term = "atLeastCount";
  const count = readTerm(graph, node, [term, sh.qualifiedMinCount], COUNT, where);
  if (!count.ok) return count;
  if (isQualified && isPrice(path))
    return refused({ code: "unknown-requirement-term", ...where, term: "having" });
  if (!isQualified && count.value !== undefined)
    return refused({ code: "unknown-requirement-term", ...where, term });
  if (isQualified && count.value === undefined)
    return refused({ code: "value-does-not-fit", ...where, term, given: "", expected: COUNT.expected });
  return ok(count.value ?? 1);
}

function readBounds(
  graph: Store,
  node: Term,
  { path, property, isUpward }: ReadPath,
  where: Where,
): Result<Pick<Criterion, "bounds" | "expected">, CriterionRefusal> {
  const used = OPERATOR_NAMES.map((operator) => ({
    operator,
    terms: objects(graph, node, OPERATORS[operator].predicate),
  })).filter(({ terms }) => terms.length > 0);
  const misfit = used.find(
    // An amount is computed for the demand; no provider states it, and so nobody gave it a datatype.
    ({ operator }) => (isUpward && !UPWARD.has(operator)) || (isPrice(path) && operator === "datatype"),
  );
  if (misfit) return refused({ code: "operator-does-not-fit", ...where, term: misfit.operator });
  const read = readAll(used, ({ operator, terms }) => readBound(graph, operator, terms, property, where));
  if (!read.ok) return read;
  if (read.value.length === 0) return refused({ code: "no-bound", ...where });
  const expected: Expected = Object.fromEntries(
    read.value.map(({ bound, written }) => [bound.operator, written]),
  );
  const bounds = read.value.map(({ bound }) => (isUpward ? upward(bound) : bound));
  return ok({ bounds, expected });
}

/** One of all places that a place lies in is X: that is what `within X` asks, and it has three values. */
const UPWARD: ReadonlySet<Operator> = new Set<Operator>(["is", "isOneOf"]);

function upward(bound: Bound): Bound {
  const values = bound.operator === "isOneOf" ? bound.values : bound.operator === "is" ? [bound.value] : [];
  return {
    operator: "within",
    areas: values.flatMap((value) => (value.kind === "token" ? value.token : [])),
  };
}

function readSettings(graph: Store, node: Term, where: Where) {
  const evidence = readEvidence(graph, node, where);
  if (!evidence.ok) return evidence;
  const absent = readTerm(graph, node, ["absent", mpli.absent], word(["unknown", "violated"]), where);
  if (!absent.ok) return absent;
  const per = readTerm(graph, node, ["per", mpli.per], word(PERIODS), where);
  if (!per.ok) return per;
  return ok({ evidence: evidence.value, absent: absent.value, per: per.value ?? ("month" as const) });
}

const ANCHOR: Kind<string> = {
  expected: "the name or IRI of a trust anchor",
  read: (value) => (value.length > 0 && value.length <= 200 ? value : undefined),
};
const AGE: Kind<Quantity> = {
  expected: 'a length of time such as "90 d"',
  read: (value) => {
    const read = parseQuantity(value);
    return read.ok && read.value.dimension === "time" && read.value.base > 0 ? read.value : undefined;
  },
};

/** The least evidence: a word for the party alone, or a node that says more. */
function readEvidence(
  graph: Store,
  node: Term,
  where: Where,
): Result<Evidence, TermRefusal | { code: "unknown-requirement-term"; term: string }> {
  const [said, ...others] = objects(graph, node, mpli.minimumEvidence);
  if (others.length > 0) return refused({ code: "several-values", ...where, term: "evidence" });
  if (!said || said.termType !== "BlankNode") {
    const party = readTerm(graph, node, ["evidence", mpli.minimumEvidence], word(EVIDENCE_LEVELS), where);
    return party.ok ? ok({ party: party.value ?? "asserted" }) : party;
  }
  const stray = strayTerm(graph, said, [mpli.party, mpli.anchor, mpli.notOlderThan]);
  if (stray !== undefined) return refused({ code: "unknown-requirement-term", ...where, term: stray });
  const party = readTerm(graph, said, ["party", mpli.party], word(EVIDENCE_LEVELS), where);
  if (!party.ok) return party;
  const anchor = readTerm(graph, said, ["anchor", mpli.anchor], ANCHOR, where);
  if (!anchor.ok) return anchor;
  const age = readTerm(graph, said, ["notOlderThan", mpli.notOlderThan], AGE, where);
  if (!age.ok) return age;
  if (!party.value && !anchor.value && !age.value)
    return refused({
      code: "value-does-not-fit",
      ...where,
      term: "evidence",
      given: "",
      expected: "a party, an anchor or an age",
    });
  return ok({
    // Whoever asks for an anchor or for freshness asks for a credential.
    party: party.value ?? (anchor.value || age.value ? "attested" : "asserted"),
    ...(anchor.value ? { anchor: anchor.value } : {}),
    ...(age.value ? { notOlderThan: age.value } : {}),
  });
}
