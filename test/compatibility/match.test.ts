// A small real market, read through Oxigraph: verdicts, reasons, prices, order, and the same bytes from any order.
import { OPEN } from "../../functions/trust/policy/stock/open.ts";
import { describe, expect, it } from "vitest";
import { match } from "../../functions/compatibility/match/match.ts";
import type { Market } from "../../functions/compatibility/ports.ts";
import type { OfferReport } from "../../functions/compatibility/match/report.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { TWO_PROVIDERS, type Stocked, stock } from "./markets.ts";
import { demand } from "./reading.ts";

const { market, graphs } = await stock(TWO_PROVIDERS);
const facts = oxigraphFactBase({ get: async (digest) => graphs.get(digest) });

const postgres = {
  name: "db",
  class: "RelationalDatabase",
  must: [
    { on: "engine", is: "postgresql" },
    { on: "engineVersion", atLeast: "16" },
    { on: "memory", atLeast: "8 GiBy" },
    { on: "region", within: "EU" },
    { on: "certification", is: "ISO27001" },
  ],
  should: [{ on: "memory", atLeast: "32 GiBy" }],
};

async function report(members: object, from: Stocked["market"] = market, limit = 100) {
  const result = await match(await demand(members), from, facts, { demand: "demand", limit, policy: OPEN });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const whole = { currency: "EUR", presents: ["terms"], component: postgres };
const first = async (members: object, from?: Market) => (await report(members, from)).component[0];

/** Paging gives a manifest another digest; all else stays. */
const withoutManifest = (result: OfferReport) => ({ ...result, manifest: "" });

describe("a demand against two providers", () => {
  it("ends with a verdict for every offer of the class, in order", async () => {
    const component = await first(whole);
    expect(component?.counts).toEqual({ compatible: 2, undetermined: 0, incompatible: 3 });
    expect(component?.results.map(({ offer, verdict }) => `${verdict} ${offer}`)).toEqual([
      "compatible https://north.example/offers/pg-m",
      "compatible https://north.example/offers/pg-s",
      "incompatible https://north.example/offers/my-m",
      "incompatible https://north.example/offers/old",
      "incompatible https://west.example/offers/db",
    ]);
  });

  it("says what it read, from whom and in which version", async () => {
    const { component, ...rest } = await report(whole);
    expect(rest).toEqual({
      "@context": "https://w3id.org/mpli/context/v1",
      type: "MatchReport",
      demand: "demand",
      snapshot: "snapshot",
      credentials: [],
      ruleVersion: "mpli-match-3",
      currency: "EUR",
      limit: 100,
      sources: market.sources.map(({ provider, manifest }) => ({ provider, manifest })),
      warnings: [],
    });
    expect(component[0]?.results[0]).toMatchObject({
      name: "Postgres M",
      provider: "did:web:north.example",
      providerName: "North",
      manifest: market.sources[0]?.manifest,
      score: 1,
    });
  });

  it("explains every requirement by a code and a sentence", async () => {
    const component = await first(whole);
    const [, , mysql] = component?.results ?? [];
    expect(mysql?.requirements.map(({ on, outcome, reason }) => [on, outcome, reason])).toEqual([
      ["certification", "satisfied", "met"],
      ["engine", "violated", "not-equal"],
      ["engineVersion", "violated", "below-minimum"],
      ["memory", "satisfied", "met"],
      ["region", "satisfied", "met"],
      ["memory", "satisfied", "met"],
    ]);
    expect(mysql?.requirements[2]).toMatchObject({
      strength: "must",
      on: "engineVersion",
      outcome: "violated",
      reason: "below-minimum",
      expected: { atLeast: "16" },
      found: ["8.0.41"],
      message: "engineVersion is 8.0.41, below what is asked: at least 16.",
    });
  });

  it("lets offers have the certifications of their provider beside their own", async () => {
    const certified = (scheme: string) =>
      first({ ...whole, component: { ...postgres, must: [{ on: "certification", is: scheme }] } });
    expect((await certified("ISO27001"))?.counts.compatible).toBe(3);
    expect((await certified("C5"))?.counts.compatible).toBe(1);
    expect((await certified("HDS"))?.counts).toEqual({ compatible: 0, undetermined: 0, incompatible: 5 });
  });

  it("holds the provider's prerequisites against a customer that does not meet them", async () => {
    const component = await first({ currency: "EUR", component: postgres });
    expect(component?.counts).toEqual({ compatible: 0, undetermined: 2, incompatible: 3 });
    expect(component?.results[0]?.obstacles).toEqual([
      {
        on: "prerequisite",
        outcome: "unknown",
        reason: "prerequisite-not-presented",
        found: ["terms"],
        page: "https://north.example/terms",
        bring: { kind: "presentation", of: "terms" },
        message: "The provider asks for terms, which the demand does not say it presents.",
      },
    ]);
  });

  it("rules out what is no longer sold, whatever it states", async () => {
    const component = await first({ ...whole, component: { ...postgres, must: [] } });
    const old = component?.results.find(({ offer }) => offer.endsWith("/old"));
    expect(old).toMatchObject({
      verdict: "incompatible",
      obstacles: [{ reason: "withdrawn", on: "status" }],
    });
  });

  it("prices the demanded hours in a region that the demand allows", async () => {
    const price = async (must: object[], usage = {}) => {
      const component = await first({ ...whole, component: { ...postgres, must, usage } });
      return component?.results.find(({ offer }) => offer.endsWith("/pg-s"))?.price;
    };
    expect(await price([{ on: "region", within: "EU" }])).toEqual({
      monthly: 73,
      currency: "EUR",
      lines: [{ by: "hour", amount: 0.1, times: 730, monthly: 73 }],
      partial: false,
      leftOut: [],
    });
    expect(await price([])).toMatchObject({ monthly: 36.5, region: "https://north.example/regions/zrh" });
    expect(await price([], { hoursPerMonth: 100 })).toMatchObject({ monthly: 5 });
    expect(await price([{ on: "region", within: "FR" }])).toMatchObject({ reason: "not-priced-there" });
  });

  it("marks a price from which charges were left out, and says why there is none", async () => {
    const results = (await first(whole))?.results ?? [];
    const price = (name: string) => results.find(({ offer }) => offer.endsWith(name))?.price;
    expect(price("/pg-m")).toMatchObject({ monthly: 292, partial: true, leftOut: ["per-unit"] });
    expect(price("/my-m")).toEqual({ lines: [], reason: "not-stated", partial: false, leftOut: [] });
    expect(price("/db")).toMatchObject({ reason: "currency-differs" });
  });

  it("counts, for each must, the reasons that kept offers out", async () => {
    expect((await first(whole))?.shortfalls).toEqual([
      { on: "certification", expected: { is: "ISO27001" }, reasons: { "not-stated-closed": 1 }, alone: 0 },
      { on: "engine", expected: { is: "postgresql" }, reasons: { "not-equal": 1 }, alone: 0 },
      { on: "engineVersion", expected: { atLeast: "16" }, reasons: { "below-minimum": 1 }, alone: 0 },
      { on: "region", expected: { within: ["EU"] }, reasons: { "area-unknown": 1 }, alone: 0 },
      { on: "status", reasons: { withdrawn: 1 }, alone: 1 },
    ]);
  });

  it("matches a class with its subclasses, and several components each by itself", async () => {
    const { component } = await report({
      component: [
        { name: "any", class: "Database" },
        { name: "cluster", class: "KubernetesCluster", must: [{ on: "kubernetesVersion", atLeast: "1.30" }] },
        { name: "vm", class: "VirtualMachine" },
      ],
      presents: ["terms"],
    });
    expect(component.map(({ name, counts }) => [name, counts.compatible, counts.incompatible])).toEqual([
      ["any", 5, 1],
      ["cluster", 1, 0],
      ["vm", 0, 0],
    ]);
  });
});

describe("a report", () => {
  it("is the same bytes whatever the order of sources, documents and pages", async () => {
    const expected = (await first(whole))?.results;
    const reversed: Market = { ...market, sources: market.sources.toReversed() };
    expect(JSON.stringify(await report(whole, reversed))).toBe(JSON.stringify(await report(whole)));
    const paged = await stock(TWO_PROVIDERS, 1);
    const pagedFacts = oxigraphFactBase({ get: async (digest) => paged.graphs.get(digest) });
    for (const turn of [0, 1, 2]) {
      const sources = paged.market.sources.map((source) => ({
        ...source,
        documents: [...source.documents.slice(turn), ...source.documents.slice(0, turn)],
      }));
      const result = await match(await demand(whole), { digest: "snapshot", sources }, pagedFacts, {
        demand: "demand",
        limit: 100,
        policy: OPEN,
      });
      const results = result.ok ? result.value.component[0]?.results : undefined;
      expect(results?.map(withoutManifest)).toEqual(expected?.map(withoutManifest));
    }
  });

  it("holds at most as many results as asked for, and counts them all", async () => {
    const component = (await report(whole, market, 2)).component[0];
    expect(component?.results.map(({ offer }) => offer.slice(-5))).toEqual(["/pg-m", "/pg-s"]);
    expect(component?.counts.incompatible).toBe(3);
  });

  it("holds fewer when the demand is so long that they would not fit", async () => {
    const must = Array.from({ length: 64 }, (_, index) => ({ on: "iops", atLeast: index }));
    const component = Array.from({ length: 32 }, (_, index) => ({ name: `c${index}`, class: "Cache", must }));
    expect((await report({ component }, market, 1_000)).limit).toBe(24);
  });

  it("warns of stale sources, of areas that nobody knows and of what was not evaluated", async () => {
    const sources = market.sources.map((source) => ({
      ...source,
      stale: source.provider === "did:web:west.example",
    }));
    const members = {
      component: {
        class: "Database",
        must: [{ on: "region", within: ["https://south.example/r", "https://north.example/regions/ams"] }],
      },
      "https://w3id.org/mpli/ns#colour": "green",
    };
    const { warnings } = await report(members, { ...market, sources });
    expect(warnings).toEqual([
      { code: "not-evaluated", term: "https://w3id.org/mpli/ns#colour" },
      { code: "stale-source", provider: "did:web:west.example", manifest: market.sources[1]?.manifest },
      { code: "unknown-area", area: "https://south.example/r" },
    ]);
  });

  it("is refused whole while a document of the market is not at hand", async () => {
    const empty = oxigraphFactBase({ get: async () => undefined });
    const sources = market.sources.map((source) => ({ ...source, head: { digest: "gone" } }));
    const result = await match(await demand(whole), { digest: "s", sources }, empty, {
      demand: "d",
      limit: 1,
      policy: OPEN,
    });
    expect(result).toEqual({ ok: false, refusal: { code: "document-not-at-hand", digest: "gone" } });
  });

  it("does not load documents that hold no offer of the class", async () => {
    const sources = market.sources.map((source) => ({ ...source, head: { digest: "gone" } }));
    const { component } = await report({ component: { class: "Cache" } }, { digest: "s", sources });
    expect(component[0]?.counts).toEqual({ compatible: 0, undetermined: 0, incompatible: 0 });
  });
});
