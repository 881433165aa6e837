// The traps of real price lists and catalogues, each with its smallest rows: imported, published and matched.
import { describe, expect, test } from "vitest";
import type { CloudRow } from "../../functions/cli/import-clouds/rows.ts";
import type { OfferReport } from "../../functions/compatibility/match/report.ts";
import { type Extra, imported, offerRow } from "../cli/rows.ts";
import { demandDocument } from "./oracle/demands.ts";
import { demandGraph, manifestOf } from "./oracle/documents.ts";
import { report } from "./oracle/engine.ts";
import type { Members } from "./oracle/topics.ts";

const BASE = "https://cloud.example/manifest";

/** The results for a component over what the importer makes of some rows, by SKU. */
async function results(
  rows: readonly CloudRow[],
  component: Members,
  extra: Extra = {},
): Promise<OfferReport[]> {
  const { manifest } = imported(rows.map(offerRow), extra);
  const graph = await demandGraph(demandDocument({ class: "Service", ...component }));
  const { component: answers } = await report(graph, [await manifestOf(manifest as Members, BASE)]);
  return [...(answers[0]?.results ?? [])];
}

const skus = (found: readonly OfferReport[]) => found.map(({ offer }) => offer.replace(/^.*-/, ""));
const verdicts = (found: readonly OfferReport[]) =>
  Object.fromEntries(found.map(({ offer, verdict }) => [offer.replace(/^.*-/, ""), verdict]));
const asking = (...must: Members[]): Members => ({ must });
const priced = (sku: string, amount: number, more: CloudRow = {}): CloudRow => ({
  sku,
  prices: { currency: "EUR", unit: "month", by_region: { "*": amount }, ...more },
});

describe("a price without a currency", () => {
  const rows = [{ sku: "bare", prices: { unit: "month", by_region: { "*": 1 } } }, priced("euro", 50)];

  test("is not the cheapest, whatever its number: it is unknown", async () => {
    const found = await results(rows, {});
    expect(skus(found)).toEqual(["euro", "bare"]);
    expect(found[1]?.price).toMatchObject({ reason: "currency-not-stated" });
    expect(found[1]?.price).not.toHaveProperty("monthly");
  });

  test("neither meets a bound on the price nor breaks it", async () => {
    expect(verdicts(await results(rows, asking({ on: "price", atMost: 60 })))).toEqual({
      bare: "undetermined",
      euro: "compatible",
    });
  });
});

describe("a price per hour beside one per month", () => {
  const rows = [priced("hourly", 0.05, { unit: "hour" }), priced("monthly", 30)];

  test("is what it costs in a month: 36.50 is more than 30", async () => {
    const found = await results(rows, {});
    expect(skus(found)).toEqual(["monthly", "hourly"]);
    expect(found.map(({ price }) => price.monthly)).toEqual([30, 36.5]);
  });

  test("is less when it runs for less", async () => {
    const found = await results(rows, { usage: { hoursPerMonth: 100 } });
    expect(found.map(({ price }) => price.monthly)).toEqual([5, 30]);
  });
});

describe("gigabytes beside gibibytes", () => {
  const rows = [{ sku: "s", memory_gib: 32, storage_gb: 100 }];

  test.each([
    ["memory", "32 GiBy", "compatible"],
    ["memory", "34 GBy", "compatible"],
    ["memory", "35 GBy", "incompatible"],
    ["storage", "100 GBy", "compatible"],
    ["storage", "93 GiBy", "compatible"],
    ["storage", "94 GiBy", "incompatible"],
  ])("%s of 32 GiB or 100 GB against %s is %s", async (on, atLeast, verdict) => {
    expect(verdicts(await results(rows, asking({ on, atLeast })))).toEqual({ s: verdict });
  });
});

describe("names of one engine", () => {
  const rows = ["postgresql", "PostgreSQL", "postgres", "pg"].map((engine, index) => ({
    sku: String(index),
    category: "managed-database",
    engine_family: engine,
    db_engine: engine,
  }));

  test("that differ in case are one name, and abbreviations are other names", async () => {
    const found = await results(rows, asking({ on: "engine", is: "postgresql" }));
    expect(verdicts(found)).toEqual({
      0: "compatible",
      1: "compatible",
      2: "incompatible",
      3: "incompatible",
    });
  });

  test("can be asked for together", async () => {
    const wanted = { on: "engine", isOneOf: ["postgresql", "postgres", "pg"] };
    expect(Object.values(verdicts(await results(rows, asking(wanted))))).toEqual(Array(4).fill("compatible"));
  });

  test("stay as the provider writes them in the edition", async () => {
    const found = await results(rows, asking({ on: "engineEdition", is: "PostgreSQL" }));
    expect(verdicts(found)).toMatchObject({ 0: "incompatible", 1: "compatible" });
  });
});

describe("a region under two names", () => {
  const regions = [
    { region: "nbg1-dc3", aliases: ["nbg1"], country: "DE" },
    { region: "ash-dc1", aliases: ["ash"], country: "US" },
  ];
  const rows = [
    { sku: "short", regions: ["nbg1"], prices: { currency: "EUR", unit: "month", by_region: { nbg1: 7 } } },
    {
      sku: "long",
      regions: ["nbg1-dc3"],
      prices: { currency: "EUR", unit: "month", by_region: { nbg1: 8 } },
    },
    { sku: "far", regions: ["ash"], prices: { currency: "EUR", unit: "month", by_region: { "ash-dc1": 1 } } },
  ];

  test("is one region: nbg1 is nbg1-dc3, and lies where that lies", async () => {
    const found = await results(rows, asking({ on: "region", within: "DE" }), { regions });
    expect(verdicts(found)).toEqual({ short: "compatible", long: "compatible", far: "incompatible" });
  });

  test("can be asked for by its address", async () => {
    const is = "https://cloud.example/regions/nbg1-dc3";
    const found = await results(rows, asking({ on: "region", is }), { regions });
    expect(verdicts(found)).toMatchObject({ short: "compatible", long: "compatible" });
  });

  test("can be asked for by its other name", async () => {
    const found = await results(rows, asking({ path: ["region", "alias"], is: "nbg1" }), { regions });
    expect(verdicts(found)).toMatchObject({ short: "compatible", long: "compatible", far: "incompatible" });
  });

  test("has the prices that are stated under either name", async () => {
    const found = await results(rows, asking({ on: "region", within: "DE" }), { regions });
    expect(found.slice(0, 2).map(({ price }) => [price.monthly, price.region])).toEqual([
      [7, "https://cloud.example/regions/nbg1-dc3"],
      [8, "https://cloud.example/regions/nbg1-dc3"],
    ]);
  });
});

describe("a SKU that is no longer sold", () => {
  const rows = [
    { ...priced("cheap", 1), status: "inactive" },
    { ...priced("ending", 2), status: "end_of_sale" },
    { ...priced("sold", 50), status: "active" },
    priced("silent", 60),
  ];

  test("is incompatible although it meets everything, and last although it is the cheapest", async () => {
    const found = await results(rows, asking({ on: "price", atMost: 100 }));
    expect(skus(found)).toEqual(["sold", "silent", "cheap", "ending"]);
    expect(found.map(({ verdict }) => verdict)).toEqual([
      "compatible",
      "compatible",
      "incompatible",
      "incompatible",
    ]);
    expect(found[2]?.requirements.map(({ outcome }) => outcome)).toEqual(["satisfied"]);
    expect(found[2]?.obstacles).toMatchObject([{ on: "status", reason: "withdrawn", found: ["retired"] }]);
    expect(found[3]?.obstacles).toMatchObject([{ reason: "withdrawn", found: ["endOfSale"] }]);
  });
});

describe("a default price with exceptions", () => {
  const regions = [
    { region: "fra", country: "DE" },
    { region: "sao", country: "BR" },
    { region: "sin", country: "SG" },
  ];
  const by_region = { "*": 10, sao: 14, sin: 8 };
  const row = {
    sku: "s",
    regions: ["fra", "sao", "sin"],
    prices: { currency: "EUR", unit: "month", by_region },
  };
  const priceIn = async (within?: string) => {
    const asked = within === undefined ? {} : asking({ on: "region", within });
    return (await results([row], asked, { regions }))[0]?.price;
  };

  test("holds where there is no exception", async () => {
    expect(await priceIn("DE")).toMatchObject({ monthly: 10 });
  });

  test("does not hold where there is one, be it dearer or cheaper", async () => {
    expect(await priceIn("BR")).toMatchObject({ monthly: 14, region: "https://cloud.example/regions/sao" });
    expect(await priceIn("SG")).toMatchObject({ monthly: 8, region: "https://cloud.example/regions/sin" });
  });

  test("is the lowest of all where no region is asked for", async () => {
    expect(await priceIn()).toMatchObject({ monthly: 8 });
  });

  test("is no price where the offer is not to be had", async () => {
    expect(await priceIn("FR")).toMatchObject({ reason: "not-priced-there" });
  });
});
