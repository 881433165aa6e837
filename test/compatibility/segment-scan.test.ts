// The fast engine means what the plain rules mean: every reason, verdict, score, price and region, offer by offer.
import { type Support, UNCHECKED } from "../../functions/compatibility/evidence/support.ts";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { REASON_CODES } from "../../functions/compatibility/judge/reasons.ts";
import { subclassesOf } from "../../functions/compatibility/demand/names.ts";
import { judge } from "../../functions/compatibility/judge/judge.ts";
import type { Demand } from "../../functions/compatibility/demand/demand.ts";
import { Assembly } from "../../functions/compatibility/match/assemble.ts";
import { amountOf } from "../../functions/compatibility/match/rank.ts";
import { Scan } from "../../functions/compatibility/match/scan.ts";
import type { Source } from "../../functions/compatibility/ports.ts";
import type { Segment } from "../../functions/compatibility/segment/segment.ts";
import { oxigraphFactBase } from "../../functions/host/node/oxigraph.ts";
import { compareRatios } from "../../functions/kernel/ratio.ts";
import { realManifests, providersOf } from "../bench/manifests.ts";
import { random } from "../kernel/random-graph.ts";
import { TWO_PROVIDERS, stock } from "./markets.ts";
import { randomSupport } from "./random-evidence.ts";
import { randomDemand } from "./random-demands.ts";
import { randomStall } from "./random-offers.ts";
import { readJson } from "./reading.ts";

/** MPLI_DATA names a folder with another data set, MPLI_RUNS the number of demands for each manifest. */
const DATA = process.env["MPLI_DATA"] ?? join(import.meta.dirname, "../../schemas/examples/clouds");
const RUNS = Number(process.env["MPLI_RUNS"] ?? 20);

async function opened(manifests: Readonly<Record<string, string>>, perPage?: number) {
  const { market, graphs } = await stock(manifests, perPage);
  const facts = oxigraphFactBase({ get: async (digest) => graphs.get(digest) });
  const segments = await facts.open(market.sources);
  if (!segments.ok) throw new Error(segments.refusal.digest);
  return market.sources.map((source, index) => ({ source, segment: segments.value[index] as Segment }));
}

/** Compares a scan with the plain rules; gives the number of requirements compared. */
function compare(demand: Demand, source: Source, segment: Segment, support: Support = UNCHECKED): number {
  const [component] = demand.components;
  if (!component) throw new Error("no component");
  const scan = new Scan(
    demand,
    component,
    { source, segment, support },
    new Set(subclassesOf(component.serviceClass)),
  );
  const assembly = new Assembly(scan, component);
  let compared = 0;
  for (const [candidate, number] of scan.offers.entries()) {
    const offer = segment.offer(number);
    const judgement = judge(demand, component, offer, { ...segment.around, support });
    const reasons = scan.reasons.map((codes) => REASON_CODES[codes[candidate] ?? 0]);
    expect(reasons, offer.iri).toEqual(judgement.findings.map(({ finding }) => finding.reason));
    expect(assembly.judgement(candidate), offer.iri).toEqual(judgement);
    if (judgement.price.known)
      expect(compareRatios(amountOf({ scan, candidate }), judgement.price.monthly), offer.iri).toBe(0);
    compared += reasons.length;
  }
  return compared;
}

async function compareAll(source: Source, segment: Segment, seed: number): Promise<number> {
  const numbers = random(seed);
  let compared = 0;
  for (let run = 0; run < RUNS; run++) {
    const read = await readJson(randomDemand(numbers, segment));
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    compared += compare(read.value, source, segment, randomSupport(numbers, source, segment));
  }
  return compared;
}

describe("a scan ends as the rules for single offers do", () => {
  it.each([1, 250])("over two small providers, at most %i offers a page", async (perPage) => {
    for (const [index, { source, segment }] of (await opened(TWO_PROVIDERS, perPage)).entries())
      await compareAll(source, segment, index);
  });

  it("over price lists whose amounts differ in the twelfth digit, around bounds that differ as little", async () => {
    const { source, segment } = randomStall(random(3), "did:web:prices", "m", 250);
    for (const bound of [730, 729.999999999999, 730.000000000001, 2190, 0])
      for (const operator of ["atMost", "lessThan", "atLeast", "moreThan", "is"])
        for (const region of [{}, { on: "region", within: "EU" }]) {
          const must = [{ on: "price", [operator]: bound }, ...("on" in region ? [region] : [])];
          const usage = { storage: "1 GBy", outboundTraffic: "150 GBy/mo" };
          const read = await readJson({ currency: "EUR", component: { class: "Cache", must, usage } });
          if (!read.ok) throw new Error(JSON.stringify(read.refusal));
          compare(read.value, source, segment);
        }
  });

  it("over the manifests of real providers", { timeout: 600_000 }, async () => {
    let compared = 0;
    for (const [index, name] of (await providersOf(DATA)).entries()) {
      const address = `https://${name}.example/manifest`;
      const { text } = await realManifests(DATA, name, `https://${name}.example`);
      for (const { source, segment } of await opened({ [address]: text }))
        compared += await compareAll(source, segment, 1000 + index);
    }
    expect(compared).toBeGreaterThan(5_000);
  });
});
