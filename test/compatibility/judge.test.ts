// Verdicts: how the outcomes of requirements, prerequisites and the offer's status come together.
import { describe, expect, it } from "vitest";
import { type Offer, judge } from "../../functions/compatibility/judge/judge.ts";
import type { Stated } from "../../functions/compatibility/judge/values.ts";
import { ratio, rounded } from "../../functions/kernel/ratio.ts";
import { MPLI, PLACE, demand } from "./reading.ts";

const literal = (value: string): Stated => ({ type: "literal", value });
const iri = (value: string): Stated => ({ type: "uri", value });
const stated = (facts: Record<string, string | Stated[]>) =>
  new Map(
    Object.entries(facts).map(([name, value]) => [
      MPLI + name,
      typeof value === "string" ? [literal(value)] : value,
    ]),
  );
const plain: Offer = {
  iri: "https://cloud.example/offers/a",
  classes: [`${MPLI}RelationalDatabase`],
  stated: new Map(),
  prices: [],
  prerequisites: [],
};

async function judged(members: object, offer: Partial<Offer>, more: object = {}) {
  const read = await demand({ component: { class: "Database", ...members }, ...more });
  const [component] = read.components;
  if (!component) throw new Error("no component");
  return judge(
    read,
    component,
    { ...plain, ...offer },
    new Map([
      ["urn:fra", [`${PLACE}DE`]],
      ["urn:nyc", [`${PLACE}US`]],
    ]),
  );
}

describe("the verdict over two musts", () => {
  const must = [
    { on: "engine", is: "mysql" },
    { on: "memory", atLeast: "8 GiBy" },
  ];
  const engine = { satisfied: "mysql", violated: "redis", unknown: undefined };
  const memory = { satisfied: "8 GiBy", violated: "7 GiBy", unknown: "much" };
  it.each([
    ["satisfied", "satisfied", "compatible"],
    ["satisfied", "unknown", "undetermined"],
    ["unknown", "satisfied", "undetermined"],
    ["unknown", "unknown", "undetermined"],
    ["satisfied", "violated", "incompatible"],
    ["violated", "satisfied", "incompatible"],
    ["unknown", "violated", "incompatible"],
    ["violated", "unknown", "incompatible"],
    ["violated", "violated", "incompatible"],
  ] as const)("%s and %s is %s", async (first, second, verdict) => {
    const facts = { ...(engine[first] ? { engine: engine[first] } : {}), memory: memory[second] };
    expect((await judged({ must }, { stated: stated(facts) })).verdict).toBe(verdict);
  });
});

describe("the verdict", () => {
  it("is compatible where nothing is required", async () => {
    expect(await judged({}, {})).toMatchObject({ verdict: "compatible", score: ratio(1n) });
  });

  it.each([
    ["active", "compatible"],
    ["preview", "compatible"],
    ["deprecated", "compatible"],
    [undefined, "compatible"],
    ["endOfSale", "incompatible"],
    ["retired", "incompatible"],
  ])("of an offer whose status is %s is %s", async (status, verdict) => {
    expect((await judged({}, status ? { status } : {})).verdict).toBe(verdict);
  });

  it.each([
    [[], ["terms"], "compatible"],
    [[{ ask: "terms" }], ["terms"], "compatible"],
    [[{ ask: "terms" }], [], "undetermined"],
    [[{ ask: "terms" }, { ask: "legal-person" }], ["terms"], "undetermined"],
    [[{ page: "https://cloud.example/terms" }], ["terms"], "undetermined"],
  ])(
    "with the prerequisites %j and a customer that presents %j is %s",
    async (prerequisites, presents, verdict) => {
      expect((await judged({}, { prerequisites }, { presents })).verdict).toBe(verdict);
    },
  );

  it("is incompatible rather than undetermined when both a must and a prerequisite fail", async () => {
    const must = [{ on: "engine", is: "mysql" }];
    const offer = { stated: stated({ engine: "redis" }), prerequisites: [{ ask: "terms" }] };
    expect((await judged({ must }, offer)).verdict).toBe("incompatible");
  });

  it("does not depend on preferences", async () => {
    const should = [{ on: "engine", is: "mysql" }];
    expect((await judged({ should }, { stated: stated({ engine: "redis" }) })).verdict).toBe("compatible");
  });
});

describe("the score", () => {
  const should = [
    { on: "engine", is: "mysql", weight: 2 },
    { on: "memory", atLeast: "8 GiBy", weight: 0.5 },
    { on: "vcpus", atLeast: 4, weight: 0.5 },
  ];
  it.each([
    [{}, 0],
    [{ engine: "redis", memory: "1 GiBy" }, 0],
    [{ engine: "mysql" }, 0.666667],
    [{ memory: "8 GiBy" }, 0.166667],
    [{ memory: "8 GiBy", vcpus: "4" }, 0.333333],
    [{ engine: "mysql", memory: "8 GiBy", vcpus: "8" }, 1],
  ])("of an offer that states %j is %d", async (facts, score) => {
    expect(rounded((await judged({ should }, { stated: stated(facts) })).score)).toBe(score);
  });
});

describe("a requirement on price", () => {
  const hourly = (amount: bigint, more: object = {}) => ({
    amount: ratio(amount, 100n),
    currency: "EUR",
    per: "hour" as const,
    regions: [],
    ...more,
  });
  const reason = async (bounds: object, prices: Offer["prices"], members: object = {}) => {
    const must = [{ on: "price", ...bounds }];
    return (await judged({ must, ...members }, { prices }, { currency: "EUR" })).findings[0]?.reason;
  };

  it.each([
    [{ atMost: 299.3, per: "month" }, "met"],
    [{ atMost: 299.29 }, "above-maximum"],
    [{ lessThan: 299.3 }, "above-maximum"],
    [{ atMost: 0.41, per: "hour" }, "met"],
    [{ atMost: 0.4, per: "hour" }, "above-maximum"],
    [{ atMost: 3591.6, per: "year" }, "met"],
    [{ atMost: 3591.59, per: "year" }, "above-maximum"],
    [{ atLeast: 300 }, "below-minimum"],
  ])("%j on 0.41 an hour ends as %s", async (bounds, expected) => {
    expect(await reason(bounds, [hourly(41n)])).toBe(expected);
  });

  it("is unknown where the price is, and violated where the demand reads absence so", async () => {
    expect(await reason({ atMost: 1 }, [])).toBe("not-stated");
    expect(await reason({ atMost: 1, absent: "violated" }, [])).toBe("not-stated-closed");
    expect(await reason({ atMost: 1, absent: "violated" }, [hourly(1n, { currency: "USD" })])).toBe(
      "currency-differs",
    );
  });

  it("is about a region that the demand allows", async () => {
    const prices = [hourly(10n, { regions: ["urn:nyc"] }), hourly(20n, { regions: ["urn:fra"] })];
    const must = [{ on: "region", within: "EU" }];
    const facts = stated({ region: [iri("urn:nyc"), iri("urn:fra")] });
    const european = await judged({ must }, { prices, stated: facts }, { currency: "EUR" });
    expect(european.price).toMatchObject({ known: true, monthly: ratio(146n), region: "urn:fra" });
    const anywhere = await judged({}, { prices, stated: facts }, { currency: "EUR" });
    expect(anywhere.price).toMatchObject({ known: true, monthly: ratio(73n), region: "urn:nyc" });
    const swiss = await judged(
      { must: [{ on: "region", within: "CH" }] },
      { prices, stated: facts },
      { currency: "EUR" },
    );
    expect(swiss.price).toMatchObject({ known: false, reason: "not-priced-there" });
  });
});
