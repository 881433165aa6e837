// One requirement of a demand: a property, bounds on it, and how much they matter.
import { mpli, properties, rdf as rdfTerms, sh } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, objects } from "../../kernel/graph.ts";
import { ratio } from "../../kernel/ratio.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { EVIDENCE_LEVELS, type Requirement, type Strength } from "./demand.ts";
import { nameOf } from "./names.ts";
import { OPERATORS, OPERATOR_NAMES } from "./operators.ts";
import { PERIODS } from "./periods.ts";
import { type BoundRefusal, readBound } from "./read-bound.ts";
import { type Where, decimal, excerpt, readAll, readTerm, word } from "./read-term.ts";

export type RequirementRefusal =
  | BoundRefusal
  | (Where & { code: "requirement-without-property" })
  | (Where & { code: "unknown-property"; property: string })
  | (Where & { code: "unknown-requirement-term"; term: string })
  | (Where & { code: "no-bound" });

const WEIGHT = decimal("a number above 0, at most 1000000", 0n, 1_000_000n);

/** Terms besides bounds, by their names in JSON. */
const SETTINGS = {
  on: sh.path,
  weight: mpli.weight,
  evidence: mpli.minimumEvidence,
  absent: mpli.absent,
  per: mpli.per,
} as const;

/** Reads the requirement at `node`; anything it says that is not understood is refused, since it may be a bound. */
export function readRequirement(
  graph: Store,
  node: Term,
  strength: Strength,
  { component }: Where,
): Result<Requirement, RequirementRefusal> {
  const at: Where = component === undefined ? {} : { component };
  const [path, ...others] = objects(graph, node, sh.path);
  if (!path || others.length > 0) return refused({ code: "requirement-without-property", ...at });
  const property = Object.hasOwn(properties, path.value) ? properties[path.value] : undefined;
  if (!property?.onOffer)
    return refused({ code: "unknown-property", ...at, property: excerpt(nameOf(path.value)) });
  const where = { ...at, on: property.name };
  const stray = strayTerm(graph, node, strength, path);
  if (stray) return refused({ code: "unknown-requirement-term", ...where, term: stray });
  const bounds = readBounds(graph, node, { ...property, iri: path.value }, where);
  if (!bounds.ok) return bounds;
  const settings = readSettings(graph, node, where);
  if (!settings.ok) return settings;
  const { comparison, name } = property;
  const { absent = property.absent, ...rest } = settings.value;
  return ok({ strength, on: path.value, name, comparison, absent, ...rest, ...bounds.value });
}

/** The first term that does not belong here; a weight belongs to preferences, a period to prices. */
function strayTerm(graph: Store, node: Term, strength: Strength, path: Term): string | undefined {
  const known = new Map<string, string>([
    [rdfTerms.type.value, "type"],
    ...OPERATOR_NAMES.map((name) => [OPERATORS[name].predicate.value, name] as const),
    ...Object.entries(SETTINGS).map(([name, { value }]) => [value, name] as const),
  ]);
  const misplaced = new Set([
    ...(strength === "must" ? ["weight"] : []),
    ...(path.equals(mpli.price) ? [] : ["per"]),
  ]);
  const used = graph
    .getPredicates(node, null, null)
    .map(({ value }) => known.get(value) ?? excerpt(nameOf(value)));
  const names = new Set(known.values());
  return used.filter((name) => !names.has(name) || misplaced.has(name)).sort()[0];
}

function readBounds(
  graph: Store,
  node: Term,
  property: Parameters<typeof readBound>[3],
  where: Where,
): Result<Pick<Requirement, "bounds" | "expected">, RequirementRefusal> {
  const used = OPERATOR_NAMES.map((operator) => ({
    operator,
    terms: objects(graph, node, OPERATORS[operator].predicate),
  }));
  const read = readAll(
    used.filter(({ terms }) => terms.length > 0),
    ({ operator, terms }) => readBound(graph, operator, terms, property, where),
  );
  if (!read.ok) return read;
  if (read.value.length === 0) return refused({ code: "no-bound", ...where });
  const expected = Object.fromEntries(read.value.map(({ bound, written }) => [bound.operator, written]));
  return ok({ bounds: read.value.map(({ bound }) => bound), expected });
}

function readSettings(graph: Store, node: Term, where: Where) {
  const weight = readTerm(graph, node, ["weight", mpli.weight], WEIGHT, where);
  if (!weight.ok) return weight;
  const evidence = readTerm(graph, node, ["evidence", mpli.minimumEvidence], word(EVIDENCE_LEVELS), where);
  if (!evidence.ok) return evidence;
  const absent = readTerm(graph, node, ["absent", mpli.absent], word(["unknown", "violated"]), where);
  if (!absent.ok) return absent;
  const per = readTerm(graph, node, ["per", mpli.per], word(PERIODS), where);
  if (!per.ok) return per;
  return ok({
    weight: weight.value ?? ratio(1n),
    evidence: evidence.value ?? "asserted",
    absent: absent.value,
    per: per.value ?? "month",
  });
}
