// Random demands as customers write them: every operator on every kind of property, alone and joined.
import fc from "fast-check";
import { type Json, type Members, TERMS, TOKENS, TOPICS, type Topic, bound } from "./topics.ts";

const written = ({ on }: Topic): Members => (typeof on === "string" ? { on } : { path: on });

const settings: fc.Arbitrary<Members> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom<Members>({ absent: "violated" }, { absent: "unknown" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Members>(
      { evidence: "asserted" },
      { evidence: "attested" },
      { evidence: { party: "declared", anchor: "eidas" } },
      { evidence: { notOlderThan: "90 d" } },
    ),
  },
);

function bounds(topic: Topic): fc.Arbitrary<Members> {
  const one = fc.constantFrom(...topic.operators).chain((operator) => bound(topic, operator));
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => ({ ...a, ...b })) },
  );
}

/** A bound on a fact, or a number of values that meet it. */
function criterionOn(topics: readonly Topic[]): fc.Arbitrary<Members> {
  const plain = (topic: Topic) =>
    fc.tuple(bounds(topic), settings).map(([limits, how]) => ({ ...written(topic), ...limits, ...how }));
  const counted = (topic: Topic) =>
    fc
      .tuple(bounds(topic), fc.integer({ min: 1, max: 3 }), settings)
      .map(([having, atLeastCount, how]) => ({ ...written(topic), having, atLeastCount, ...how }));
  return fc
    .constantFrom(...topics)
    .chain((topic) =>
      fc.oneof({ weight: 6, arbitrary: plain(topic) }, { weight: 1, arbitrary: counted(topic) }),
    );
}

/** A bound on the price. */
export const priced: fc.Arbitrary<Members> = fc
  .tuple(
    fc.constantFrom("atMost", "lessThan", "atLeast", "moreThan"),
    fc.constantFrom<Json>(0.1, 50, 73, "197.465", 1000),
    fc.constantFrom<Members>({}, { per: "hour" }, { per: "year" }, { per: "month", absent: "violated" }),
  )
  .map(([operator, amount, how]) => ({ on: "price", [operator]: amount, ...how }));

/** A criterion, or up to three levels of anyOf, allOf and not around some. */
export function conditionOn(
  topics: readonly Topic[],
  { withPrice } = { withPrice: true },
): fc.Arbitrary<Members> {
  const criterion = criterionOn(topics);
  return fc.letrec<{ any: Members; joined: Members }>((tie) => ({
    joined: fc.oneof(
      tie("any").map((not) => ({ not })),
      fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((allOf) => ({ allOf })),
    ),
    any: fc.oneof(
      { maxDepth: 3 },
      { weight: 6, arbitrary: criterion },
      { weight: withPrice ? 1 : 0, arbitrary: priced },
      { weight: 3, arbitrary: tie("joined") },
    ),
  })).any;
}

export const condition = conditionOn(TOPICS);

const usage: fc.Arbitrary<Members> = fc
  .tuple(
    fc.constantFrom<Members>({}, { hoursPerMonth: 100 }, { hoursPerMonth: "12.5" }),
    fc.constantFrom<Members>({}, { storage: "500 GBy" }, { storage: "0.1 TiBy" }),
    fc.constantFrom<Members>({}, { outboundTraffic: "2 TBy/mo" }, { outboundTraffic: "100 GBy/h" }),
    fc.constantFrom<Members>({}, { requestsPerMonth: 1000000 }),
  )
  .map((parts) => Object.assign({}, ...parts) as Members)
  .filter((parts) => Object.keys(parts).length > 0);

/** What a demand says of its customer. */
export const customer: fc.Arbitrary<Members> = fc
  .tuple(fc.subarray([...TOKENS]), fc.subarray([...TERMS]), fc.constantFrom("NL", "DE", "US", undefined))
  .map(([presents, accepts, country]) => ({
    presents,
    accepts,
    ...(country ? { customer: { country } } : {}),
  }));

const CRITERIA = ["cheapest", "nearest", "greenest", "fewestProviders"] as const;
const near = fc.constantFrom({ latitude: 52.37, longitude: 4.9 }, { latitude: "-18", longitude: "-179.9" });

/** What a demand prefers: nothing, some criteria in order, or some with weights. */
export const preferences: fc.Arbitrary<Members> = fc.oneof(
  fc.constant({}),
  fc.tuple(fc.shuffledSubarray([...CRITERIA], { minLength: 1 }), near).map(([prefer, point]) => ({
    prefer,
    near: point,
  })),
  fc
    .tuple(
      fc.shuffledSubarray([...CRITERIA], { minLength: 1 }),
      fc.array(fc.constantFrom<Json>(1, 2, 0.125, "0.5"), { minLength: 4, maxLength: 4 }),
      near,
    )
    .map(([prefer, weights, point]) => ({
      prefer: prefer.map((criterion, index) => ({ criterion, weight: weights[index] ?? 1 })),
      near: point,
    })),
);

export function demandDocument(component: Json, more: Members = {}): Members {
  const context = "https://w3id.org/mpli/context/v1";
  return { "@context": context, type: "Demand", currency: "EUR", ...more, component };
}

/** A component for each requirement, so that each outcome can be told in a report. */
export function oneByOne(requirements: readonly Members[], more: Members = {}): Members {
  return demandDocument(
    requirements.map((must, index) => ({ name: `r${index}`, class: "Service", must: [must] })),
    more,
  );
}

/** A component with several musts and shoulds. */
function componentOn(topics: readonly Topic[]): fc.Arbitrary<Members> {
  const asked = fc.oneof({ weight: 3, arbitrary: conditionOn(topics) }, { weight: 1, arbitrary: priced });
  const wish = fc
    .tuple(asked, fc.constantFrom<Members>({}, { weight: 2 }, { weight: 0.5 }, { weight: "0.333333" }))
    .map(([what, weight]) => ({ ...what, ...weight }));
  return fc
    .tuple(
      fc.constantFrom("Service", "Database", "Compute", "RelationalDatabase"),
      fc.array(asked, { maxLength: 3 }),
      fc.array(wish, { maxLength: 3 }),
      fc.option(usage, { nil: undefined }),
    )
    .map(([name, must, should, used]) => ({
      class: name,
      ...(must.length > 0 ? { must } : {}),
      ...(should.length > 0 ? { should } : {}),
      ...(used ? { usage: used } : {}),
    }));
}

/** A whole demand of one to three components. */
export function demandOn(topics: readonly Topic[]): fc.Arbitrary<Members> {
  const components = fc.array(componentOn(topics), { minLength: 1, maxLength: 3 });
  return fc.tuple(components, customer, preferences).map(([drawn, says, prefers]) =>
    demandDocument(
      drawn.map((component, index) => ({ name: `c${index}`, ...component })),
      { ...says, ...prefers },
    ),
  );
}

export const demand = demandOn(TOPICS);
