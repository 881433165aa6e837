// anyOf, allOf and not: what becomes of a compound, why, and which regions it leaves open for the price.
import { describe, expect, it } from "vitest";
import { joinReasons } from "../../functions/compatibility/judge/evaluate.ts";
import { type Offer, regionMusts, regionOutcome } from "../../functions/compatibility/judge/judge.ts";
import type { Reason } from "../../functions/compatibility/judge/reasons.ts";
import { OUTCOMES, type Outcome } from "../../functions/compatibility/judge/truth.ts";
import { ratio } from "../../functions/kernel/ratio.ts";
import { AROUND, demand, iri, judged, stated } from "./reading.ts";

/** A requirement of each outcome on an offer that states FACTS. */
const PART = {
  satisfied: { on: "engine", is: "mysql" },
  violated: { on: "vcpus", is: 9 },
  unknown: { on: "memory", is: "1 GBy" },
} as const satisfies Record<Outcome, object>;
const FACTS = stated({ engine: "mysql", vcpus: "8" });

async function find(written: object, offer: Partial<Offer> = { stated: FACTS }) {
  const [first] = (await judged({ must: [written] }, offer, { currency: "EUR" })).findings;
  if (!first) throw new Error("nothing was found");
  return first.finding;
}

const REASON = {
  not: { satisfied: "met", unknown: "part-unknown", violated: "excluded" },
  anyOf: { satisfied: "met", unknown: "part-unknown", violated: "no-alternative-met" },
  allOf: { satisfied: "met", unknown: "part-unknown", violated: "part-violated" },
} as const satisfies Record<string, Record<Outcome, Reason>>;

describe("a compound", () => {
  /** Kleene's tables, by the worse and the better of two parts. */
  const rows: [first: Outcome, second: Outcome, anyOf: Outcome, allOf: Outcome][] = [
    ["satisfied", "satisfied", "satisfied", "satisfied"],
    ["satisfied", "unknown", "satisfied", "unknown"],
    ["satisfied", "violated", "satisfied", "violated"],
    ["unknown", "unknown", "unknown", "unknown"],
    ["unknown", "violated", "unknown", "violated"],
    ["violated", "violated", "violated", "violated"],
  ];
  it.each(rows)("of a part %s and a part %s is %s as anyOf, %s as allOf", async (first, second, any, all) => {
    for (const parts of [
      [PART[first], PART[second]],
      [PART[second], PART[first]],
    ]) {
      expect(await find({ anyOf: parts })).toMatchObject({ outcome: any, reason: REASON.anyOf[any] });
      expect(await find({ allOf: parts })).toMatchObject({ outcome: all, reason: REASON.allOf[all] });
    }
  });

  it.each([
    ["satisfied", "violated", "excluded"],
    ["unknown", "unknown", "part-unknown"],
    ["violated", "satisfied", "met"],
  ] as const)("not of a part %s is %s: %s", async (part, outcome, reason) => {
    expect(await find({ not: PART[part] })).toMatchObject({ outcome, reason });
  });

  it("of one part ends as that part", async () => {
    for (const outcome of OUTCOMES) {
      expect((await find({ anyOf: [PART[outcome]] })).outcome).toBe(outcome);
      expect((await find({ allOf: [PART[outcome]] })).outcome).toBe(outcome);
      expect((await find({ not: { not: PART[outcome] } })).outcome).toBe(outcome);
    }
  });

  it("has a reason for each way to end, and none other", () => {
    for (const kind of ["anyOf", "allOf"] as const)
      for (const outcome of OUTCOMES) expect(joinReasons(kind, [outcome])).toBe(REASON[kind][outcome]);
    expect(OUTCOMES.map((outcome) => joinReasons("not", [outcome]))).toEqual([
      "met",
      "part-unknown",
      "excluded",
    ]);
  });

  it("shows what became of its parts, in their order, at any depth", async () => {
    const finding = await find({
      anyOf: [{ not: PART.satisfied }, { allOf: [PART.unknown] }, PART.violated],
    });
    expect(finding).toMatchObject({
      reason: "part-unknown",
      found: [],
      parts: [
        { condition: { name: "vcpus" }, reason: "not-equal", parts: [] },
        { condition: { kind: "allOf" }, reason: "part-unknown", parts: [{ reason: "not-stated" }] },
        {
          condition: { kind: "not" },
          reason: "excluded",
          parts: [{ reason: "met", found: [{ value: "mysql" }] }],
        },
      ],
    });
  });

  it("does not turn what nobody stated into a yes", async () => {
    const silent = { stated: stated({}) };
    expect(await find({ not: { on: "engine", is: "mysql" } }, silent)).toMatchObject({ outcome: "unknown" });
    const closed = { on: "engine", is: "mysql", absent: "violated" };
    expect(await find({ not: closed }, silent)).toMatchObject({ outcome: "satisfied", reason: "met" });
  });

  it("rules out what is narrower, too", async () => {
    const code = { stated: stated({ "certification/scheme": [iri("https://w3id.org/mpli/ns#EUCloudCoC")] }) };
    expect(await find({ not: { on: "certification", is: "GDPRCoC" } }, code)).toMatchObject({
      reason: "excluded",
    });
  });

  it("can hold a requirement on the price", async () => {
    const monthly = (amount: bigint) => [
      { amount: ratio(amount), tariff: { currency: "EUR", per: "month" as const }, regions: [] },
    ];
    const cheapOrOurs = { anyOf: [{ on: "price", atMost: 10 }, PART.satisfied] };
    expect(await find(cheapOrOurs, { prices: monthly(9n) })).toMatchObject({ reason: "met" });
    expect(await find(cheapOrOurs, { prices: monthly(11n) })).toMatchObject({ reason: "part-unknown" });
    expect(await find({ not: { on: "price", atMost: 10 } }, { prices: monthly(9n) })).toMatchObject({
      reason: "excluded",
      parts: [{ found: [{ value: "9 EUR a month" }] }],
    });
    expect(await find({ not: { on: "price", atMost: 10 } }, {})).toMatchObject({ reason: "part-unknown" });
  });

  it("decides the verdict as a must, and the score as a wish", async () => {
    const must = [{ anyOf: [PART.violated, PART.unknown] }];
    expect(await judged({ must }, { stated: FACTS })).toMatchObject({ verdict: "undetermined" });
    expect(await judged({ must: [{ not: PART.satisfied }] }, { stated: FACTS })).toMatchObject({
      verdict: "incompatible",
    });
    const should = [
      { anyOf: [PART.violated, PART.satisfied], weight: 3 },
      { not: PART.unknown, weight: 1 },
    ];
    expect((await judged({ should }, { stated: FACTS })).score).toEqual(ratio(3n, 4n));
  });
});

describe("musts on the region", () => {
  const priced = (amount: bigint, ...regions: string[]) => ({
    amount: ratio(amount),
    tariff: { currency: "EUR", per: "month" as const },
    regions,
  });
  const offer = {
    prices: [priced(1n, "urn:nyc"), priced(2n, "urn:fra"), priced(3n, "urn:europe")],
    stated: stated({
      engine: "mysql",
      region: ["urn:nyc", "urn:fra", "urn:europe"].map((name) => iri(name)),
    }),
  };
  const inside = (area: string) => ({ on: "region", within: area });
  const cases: [must: object[], regions: string[], price: bigint][] = [
    [[], ["urn:nyc", "urn:fra", "urn:europe"], 1n],
    [[inside("EU")], ["urn:fra"], 2n],
    [[{ not: inside("US") }], ["urn:fra"], 2n],
    [[{ not: { not: inside("US") } }], ["urn:nyc"], 1n],
    [[{ anyOf: [inside("US"), inside("DE")] }], ["urn:nyc", "urn:fra"], 1n],
    [[{ allOf: [inside("Europe"), { not: inside("DE") }] }], ["urn:europe"], 3n],
    [[{ path: ["region", { zeroOrMore: "within" }], is: "EU" }], ["urn:fra"], 2n],
    [[{ on: "region", having: { within: "EU" }, atLeastCount: 2 }], ["urn:fra"], 2n],
    [[inside("EU"), { not: inside("US") }], ["urn:fra"], 2n],
    // Alternatives to a region are no must on the region.
    [[{ anyOf: [inside("EU"), PART.satisfied] }], ["urn:nyc", "urn:fra", "urn:europe"], 1n],
    [[{ path: ["region", "city"], is: "Ghent" }], ["urn:nyc", "urn:fra", "urn:europe"], 1n],
  ];
  it.each(cases)("%j leave %j open, at %d a month", async (must, regions, price) => {
    const judgement = await judged({ must }, offer, { currency: "EUR" });
    expect(judgement.regions).toEqual(regions);
    expect(judgement.price).toMatchObject({ known: true, monthly: ratio(price) });
  });

  it("leave open those that may fit where none is known to", async () => {
    const judgement = await judged({ must: [inside("FR")] }, offer, { currency: "EUR" });
    expect(judgement).toMatchObject({ regions: ["urn:europe"], price: { monthly: ratio(3n) } });
  });

  it("leave none open where each is ruled out", async () => {
    const nowhere = { allOf: [inside("US"), { not: inside("US") }] };
    const facts = { ...offer, stated: stated({ region: [iri("urn:nyc"), iri("urn:fra")] }) };
    const judgement = await judged({ must: [nowhere] }, facts, { currency: "EUR" });
    expect(judgement).toMatchObject({ regions: [], price: { known: false, reason: "not-priced-there" } });
  });

  it("are those about nothing else, and wishes are none of them", async () => {
    const { components } = await demand({
      component: {
        class: "Database",
        must: [inside("EU"), PART.satisfied, { anyOf: [inside("EU"), PART.satisfied] }],
        should: [inside("US")],
      },
    });
    const musts = components[0] ? regionMusts(components[0]) : [];
    expect(musts).toMatchObject([{ kind: "criterion", name: "region" }]);
    expect(regionOutcome(musts, ["urn:fra"], AROUND)).toBe("satisfied");
    expect(regionOutcome(musts, ["urn:nyc"], AROUND)).toBe("violated");
    expect(regionOutcome(musts, ["urn:europe"], AROUND)).toBe("unknown");
    expect(regionOutcome([], ["urn:moon"], AROUND)).toBe("satisfied");
  });
});
