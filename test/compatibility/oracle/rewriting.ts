// Requirements written in another way: such as mean the same, and such as ask for less.
import fc from "fast-check";
import { conditionOn } from "./demands.ts";
import { type Members, TOPICS, type Topic, bound } from "./topics.ts";

export type Pair = readonly [Members, Members];

/** Conditions on stated facts alone: what a price is depends on the other requirements. */
export const factual = conditionOn(TOPICS, { withPrice: false });

const not = (part: Members): Members => ({ not: part });
const anyOf = (...parts: Members[]): Members => ({ anyOf: parts });
const allOf = (...parts: Members[]): Members => ({ allOf: parts });

const [a, b, c] = [factual, factual, factual];
const topicWith = (operator: string) =>
  fc.constantFrom(...TOPICS.filter(({ operators }) => operators.includes(operator)));
const on = ({ on: property }: Topic): Members =>
  typeof property === "string" ? { on: property } : { path: property };
const bounded = (operator: string) =>
  topicWith(operator).chain((topic) => bound(topic, operator).map((limits) => ({ topic, limits })));
const membersOf = (value: unknown) => (Array.isArray(value) ? value : [value]);

/** Quantities that are equal, written in different units. */
const EQUAL = [
  ["memory", "32 GiBy", "32768 MiBy"],
  ["memory", "34359738368 By", "274877906944 bit"],
  ["memory", "0.064 TBy", "64 GBy"],
  ["networkBandwidth", "1 Gbit/s", "125 MBy/s"],
  ["networkBandwidth", "0.5 Gbit/s", "500 Mbit/s"],
  ["outboundTraffic", "1 TBy/mo", "12 TBy/a"],
] as const;

/** Two ways to ask for the same. */
export const same: fc.Arbitrary<Pair> = fc.oneof(
  a.map((x): Pair => [x, not(not(x))]),
  a.map((x): Pair => [x, anyOf(x)]),
  a.map((x): Pair => [x, allOf(x, x)]),
  fc.tuple(a, b).map(([x, y]): Pair => [not(anyOf(x, y)), allOf(not(x), not(y))]),
  fc.tuple(a, b).map(([x, y]): Pair => [not(allOf(x, y)), anyOf(not(x), not(y))]),
  fc.tuple(a, b).map(([x, y]): Pair => [allOf(x, y), allOf(y, x)]),
  fc.tuple(a, b).map(([x, y]): Pair => [x, anyOf(x, allOf(x, y))]),
  fc.tuple(a, b, c).map(([x, y, z]): Pair => [allOf(x, anyOf(y, z)), anyOf(allOf(x, y), allOf(x, z))]),
  bounded("is").map(
    ({ topic, limits }): Pair => [
      { ...on(topic), ...limits },
      { ...on(topic), having: limits, atLeastCount: 1 },
    ],
  ),
  bounded("isOneOf").map(
    ({ topic, limits }): Pair => [
      { ...on(topic), ...limits },
      anyOf(...membersOf(limits.isOneOf).map((is) => ({ ...on(topic), is }))),
    ],
  ),
  bounded("within").map(
    ({ topic, limits }): Pair => [
      { ...on(topic), ...limits },
      anyOf(...membersOf(limits.within).map((within) => ({ ...on(topic), within }))),
    ],
  ),
  fc.constantFrom("EU", "NL", "US", "Europe").map(
    (is): Pair => [
      { on: "region", within: is },
      { path: ["region", { zeroOrMore: "within" }], is },
    ],
  ),
  fc.constantFrom(...EQUAL).map(
    ([property, one, other]): Pair => [
      { on: property, atLeast: one },
      { on: property, atLeast: other },
    ],
  ),
);

/** Bounds by size, the smallest first. */
const ASCENDING: Readonly<Record<string, readonly (string | number)[]>> = {
  memory: ["16 GiBy", "32 GBy", "32 GiBy", "0.064 TBy", "64 GiBy"],
  networkBandwidth: ["0.5 Gbit/s", "1 Gbit/s", "10 Gbit/s"],
  vcpus: [2, 3.5, 4, 8],
  engineVersion: ["1.9", "1.30", "9.6", "15.8", "16.0", "16.4", "17"],
};

const moved = (operator: "atLeast" | "moreThan" | "atMost" | "lessThan") =>
  fc.constantFrom(...Object.keys(ASCENDING)).chain((property) =>
    fc.subarray([...(ASCENDING[property] ?? [])], { minLength: 2, maxLength: 2 }).map((values): Pair => {
      const [low = "", high = ""] = values;
      const [strict, loose] = operator === "atLeast" || operator === "moreThan" ? [high, low] : [low, high];
      return [
        { on: property, [operator]: strict },
        { on: property, [operator]: loose },
      ];
    }),
  );

/** A requirement, and one that asks for less. */
export const relaxed: fc.Arbitrary<Pair> = fc.oneof(
  moved("atLeast"),
  moved("moreThan"),
  moved("atMost"),
  moved("lessThan"),
  fc.tuple(a, b).map(([x, y]): Pair => [x, anyOf(x, y)]),
  fc.tuple(a, b).map(([x, y]): Pair => [allOf(x, y), x]),
  fc.tuple(a, b).map(([x, y]): Pair => [not(anyOf(x, y)), not(x)]),
  bounded("isOneOf").map(
    ({ topic, limits }): Pair => [
      { ...on(topic), isOneOf: membersOf(limits.isOneOf).slice(0, 1) },
      { ...on(topic), ...limits },
    ],
  ),
  bounded("is").map(
    ({ topic, limits }): Pair => [
      { ...on(topic), ...limits, evidence: "attested" },
      { ...on(topic), ...limits },
    ],
  ),
  fc.tuple(bounded("within"), fc.integer({ min: 2, max: 4 })).map(
    ([{ topic, limits }, count]): Pair => [
      { ...on(topic), having: limits, atLeastCount: count },
      { ...on(topic), having: limits, atLeastCount: count - 1 },
    ],
  ),
);
