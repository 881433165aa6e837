// Random demands over what a segment really states: bounds at and around stated values, with every operator and compound.
import { nameOf } from "../../functions/compatibility/demand/names.ts";
import { suits } from "../../functions/compatibility/demand/operators.ts";
import { isPrice } from "../../functions/compatibility/demand/path.ts";
import type { Stated } from "../../functions/compatibility/judge/values.ts";
import { PATHS } from "../../functions/compatibility/market/paths.ts";
import type { Segment } from "../../functions/compatibility/segment/segment.ts";
import { type Comparison, properties } from "../../functions/kernel/generated/vocabulary.ts";

type Random = () => number;
type Json = Record<string, unknown>;

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Paths that some offer of the segment has values for, with all of these. */
function statedPaths(segment: Segment) {
  return PATHS.flatMap((path) => {
    const column = segment.column(path.join(" "));
    const sets = [...new Set(typeof column === "number" ? [column] : column)];
    const values = sets.flatMap((set) => segment.values(set));
    return values.length > 0 ? [{ path, values }] : [];
  });
}

/** The members of a random demand for offers of the segment; the same for the same numbers. */
export function randomDemand(random: Random, segment: Segment): Json {
  const paths = statedPaths(segment);
  const classes = paths.find(({ path }) => nameOf(path[0]) === "class")?.values ?? [];
  const requirement = () => randomRequirement(random, paths, 0);
  const list = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) }, requirement);
  const wishes = list(3).map((wish) =>
    random() < 0.5 ? { ...wish, weight: pick(random, [0.5, 2, 3.25]) } : wish,
  );
  const usage = pick(random, [
    {},
    { hoursPerMonth: 100 },
    { hoursPerMonth: 730, storage: "500 GBy", outboundTraffic: "2 TBy/mo", requestsPerMonth: 1_000_000 },
  ]);
  return {
    currency: pick(random, ["EUR", "USD"]),
    component: { class: nameOf(pick(random, classes).value), must: list(4), should: wishes, usage },
    ...randomPreferences(random),
    ...(random() < 0.5 ? { presents: ["legal-person", "terms"] } : {}),
    ...(random() < 0.5 ? { customer: { country: pick(random, ["NL", "US"]) } } : {}),
  };
}

function randomPreferences(random: Random): Json {
  const all = ["cheapest", "nearest", "greenest", "fewestProviders"].filter(() => random() < 0.5);
  const order = random() < 0.5 ? all : all.toReversed();
  const weigh = (criterion: string) => ({ criterion, weight: pick(random, [0.1, 1, 7]) });
  return {
    ...(order.length > 0 ? { prefer: random() < 0.5 ? order : order.map(weigh) } : {}),
    near: { latitude: 52.37, longitude: 4.9 },
  };
}

type StatedPath = ReturnType<typeof statedPaths>[number];

function randomRequirement(random: Random, paths: readonly StatedPath[], depth: number): Json {
  const chance = random();
  const inner = () => randomRequirement(random, paths, depth + 1);
  if (depth < 3 && chance < 0.1) return { not: inner() };
  if (depth < 3 && chance < 0.3)
    return {
      [chance < 0.2 ? "anyOf" : "allOf"]: Array.from({ length: 1 + Math.floor(random() * 3) }, inner),
    };
  if (chance < 0.4)
    return {
      on: "price",
      [pick(random, ORDERED)]: pick(random, [0, 5, 73, 292, 1000]),
      per: pick(random, ["month", "hour"]),
    };
  const { path, values } = pick(random, paths);
  const [first, detail] = path;
  const on =
    detail === undefined || properties[first]?.comparedBy === detail
      ? { on: nameOf(first) }
      : { path: path.map((step) => nameOf(step ?? "")) };
  const bounds = randomBounds(random, properties[detail ?? first]?.comparison ?? "text", values);
  const rest = {
    ...(random() < 0.1 ? { absent: "violated" } : {}),
    ...(random() < 0.1 ? { evidence: "attested" } : {}),
  };
  return random() < 0.2 && !isPrice(path)
    ? { ...on, ...rest, having: bounds, atLeastCount: 1 + Math.floor(random() * 3) }
    : { ...on, ...rest, ...bounds };
}

const ORDERED = ["atLeast", "moreThan", "atMost", "lessThan"] as const;

function randomBounds(random: Random, comparison: Comparison, values: readonly Stated[]): Json {
  const written = () => writtenAs(comparison, pick(random, values));
  const operator = pick(
    random,
    (["is", "isOneOf", "within", "matches", "datatype", "kind", ...ORDERED] as const).filter((each) =>
      suits(each, comparison),
    ),
  );
  switch (operator) {
    case "isOneOf":
      return { isOneOf: [written(), written()] };
    case "within":
      return { within: pick(random, ["EU", "EEA", "Europe", "DE", "US", written()]) };
    case "matches":
      return { matches: pick(random, ["^a", "[0-9]$", "e"]) };
    case "datatype":
      return { datatype: pick(random, ["string", "integer", "decimal", "ucum"]) };
    case "kind":
      return { kind: pick(random, ["Region", "Place", "CertificationScheme"]) };
    default:
      return { [operator]: written() };
  }
}

function writtenAs(comparison: Comparison, { type, value }: Stated): unknown {
  if (comparison === "number") return Number(value);
  if (comparison === "boolean") return value === "true";
  return type === "uri" ? nameOf(value) : value;
}
