// Verdicts: how the outcomes of requirements, prerequisites and the offer's status come together.
import { describe, expect, it } from "vitest";
import type { Offer } from "../../functions/compatibility/judge/judge.ts";
import { ratio, rounded } from "../../functions/kernel/ratio.ts";
import { iri, judged, stated } from "./reading.ts";

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

describe("a judgement", () => {
  it("has a finding for each requirement, musts first, each in the order of what it says", async () => {
    const members = {
      must: [
        { on: "vcpus", atLeast: 4 },
        { on: "engine", is: "mysql" },
      ],
      should: [{ on: "memory", atLeast: "1 GBy" }],
    };
    const { findings, obstacles, regions } = await judged(members, { stated: stated({ engine: "mysql" }) });
    expect(findings).toMatchObject([
      { requirement: { strength: "must", condition: { name: "engine" } }, finding: { reason: "met" } },
      { requirement: { strength: "must", condition: { name: "vcpus" } }, finding: { reason: "not-stated" } },
      { requirement: { strength: "should" }, finding: { reason: "not-stated", parts: [] } },
    ]);
    expect([obstacles, regions]).toEqual([[], []]);
  });

  it("takes what is stated of the provider for its offers", async () => {
    const must = [{ on: "country", within: "EU" }];
    const country = (code: string) => ({
      stated: stated({ country: [{ ...iri(`https://w3id.org/mpli/place/${code}`), inherited: true }] }),
    });
    expect((await judged({ must }, country("NL"))).verdict).toBe("compatible");
    expect((await judged({ must }, country("US"))).verdict).toBe("incompatible");
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
  const hourly = (amount: bigint, regions: readonly string[] = [], currency = "EUR") => ({
    amount: ratio(amount, 100n),
    tariff: { currency, per: "hour" as const },
    regions,
  });
  const reason = async (bounds: object, prices: Offer["prices"], members: object = {}) => {
    const must = [{ on: "price", ...bounds }];
    return (await judged({ must, ...members }, { prices }, { currency: "EUR" })).findings[0]?.finding.reason;
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
    [{ is: 299.3 }, "met"],
    [{ isOneOf: [299, 300] }, "not-in-list"],
  ])("%j on 0.41 an hour ends as %s", async (bounds, expected) => {
    expect(await reason(bounds, [hourly(41n)])).toBe(expected);
  });

  it("is unknown where the price is, and violated where the demand reads absence so", async () => {
    expect(await reason({ atMost: 1 }, [])).toBe("not-stated");
    expect(await reason({ atMost: 1, absent: "violated" }, [])).toBe("not-stated-closed");
    expect(await reason({ atMost: 1, absent: "violated" }, [hourly(1n, [], "USD")])).toBe("currency-differs");
  });

  it("is unknown where it depends on usage that the demand does not state, and known where it does", async () => {
    const stored = {
      amount: ratio(1n, 10n),
      tariff: { currency: "EUR", per: "unit" as const, unit: "GBy.mo" },
    };
    const prices = [{ ...stored, regions: [] }];
    expect(await reason({ atMost: 50 }, prices)).toBe("usage-based");
    expect(await reason({ atMost: 50 }, prices, { usage: { storage: "500 GBy" } })).toBe("met");
    expect(await reason({ atMost: 50 }, prices, { usage: { storage: "501 GBy" } })).toBe("above-maximum");
  });

  it("shows the amount for the period that it is asked for", async () => {
    const must = [{ on: "price", atMost: 1, per: "year" }];
    const { findings } = await judged({ must }, { prices: [hourly(41n)] }, { currency: "EUR" });
    expect(findings[0]?.finding.found).toEqual([{ type: "literal", value: "3591.6 EUR a year" }]);
  });

  it("is about a region that the demand allows", async () => {
    const prices = [hourly(10n, ["urn:nyc"]), hourly(20n, ["urn:fra"])];
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
