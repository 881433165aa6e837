// How the engine grows with the market: synthetic offers in the shape of the real ones, a few giants and a long tail.
import { UNCHECKED } from "../../functions/compatibility/evidence/support.ts";
import { NOWHERE } from "../../functions/compatibility/judge/surroundings.ts";
import { readDemand } from "../../functions/compatibility/demand/read-demand.ts";
import { subclassesOf } from "../../functions/compatibility/demand/names.ts";
import type { Demand } from "../../functions/compatibility/demand/demand.ts";
import type { Offer } from "../../functions/compatibility/judge/judge.ts";
import { Scan } from "../../functions/compatibility/match/scan.ts";
import { Tally } from "../../functions/compatibility/match/tally.ts";
import type { Stated } from "../../functions/compatibility/judge/values.ts";
import type { Source } from "../../functions/compatibility/ports.ts";
import { SegmentBuilder } from "../../functions/compatibility/segment/builder.ts";
import { segmentOf } from "../../functions/compatibility/segment/check.ts";
import { encode } from "../../functions/compatibility/segment/container.ts";
import type { Segment } from "../../functions/compatibility/segment/segment.ts";
import { mpli, schema } from "../../functions/kernel/generated/vocabulary.ts";
import { ratio } from "../../functions/kernel/ratio.ts";
import { parse } from "../../functions/kernel/syntax.ts";
import { type Figure, median, noted } from "./figures.ts";
import { DEMAND } from "./match-demand.ts";

const ROWS = [10_000, 100_000, 1_000_000];
/** As in the real data. */
const ROWS_AN_OFFER = 20;
/** The share of a provider in all offers: three have two thirds. */
const SHARES = [0.35, 0.2, 0.12, 0.06, ...Array<number>(40).fill(0.27 / 40)];
const ISOLATE_MB = 128;
const TIMES = 9;

export async function growth(): Promise<Figure[]> {
  const graph = await parse(JSON.stringify(DEMAND), "application/ld+json", "https://demand.invalid/");
  const demand = graph.ok ? readDemand(graph.value) : graph;
  if (!demand.ok) throw new Error("the demand cannot be read");
  const figures: Figure[] = [];
  let largest = 0;
  for (const rows of ROWS) {
    const { segments, bytes } = await market(Math.round(rows / ROWS_AN_OFFER));
    largest = bytes;
    const name = `${rows.toLocaleString("en")} synthetic rows`;
    figures.push(
      noted(`${name}: segments`, bytes / 1e6, "MB"),
      noted(`${name}: the engine alone`, time(demand.value, segments), "ms"),
    );
  }
  // Half of an isolate is for its code and for what a request takes.
  return [
    ...figures,
    noted("isolates that a million rows need by memory", Math.ceil(largest / 1e6 / (ISOLATE_MB / 2)), ""),
  ];
}

function time(demand: Demand, segments: readonly Segment[]): number {
  const [component] = demand.components;
  if (!component) throw new Error("no component");
  const classes = new Set(subclassesOf(component.serviceClass));
  const times: number[] = [];
  for (let round = 0; round < 2 * TIMES; round++) {
    const started = performance.now();
    const scans = segments.map(
      (segment, index) =>
        new Scan(demand, component, { source: sourceOf(index), segment, support: UNCHECKED }, classes),
    );
    new Tally(demand, component, scans, 100).best();
    times.push(performance.now() - started);
  }
  return median(times.slice(TIMES));
}

function sourceOf(index: number): Source {
  const manifest = `m${index}`;
  return {
    provider: `did:web:${index}.example`,
    manifest,
    stale: false,
    head: { digest: manifest },
    documents: [],
  };
}

async function market(offers: number): Promise<{ segments: Segment[]; bytes: number }> {
  const segments: Segment[] = [];
  let bytes = 0;
  for (const [provider, share] of SHARES.entries()) {
    const builder = new SegmentBuilder();
    for (let index = 0; index < Math.max(1, Math.round(offers * share)); index++)
      builder.add(offer(provider, index));
    const regions = Array.from(
      { length: 40 },
      (_, index) => [`urn:${index}`, [`https://w3id.org/mpli/place/${index % 2 ? "DE" : "US"}`]] as const,
    );
    const contents = builder.finish({ ...NOWHERE, parents: new Map(regions) });
    const segment = segmentOf(contents);
    if (!segment.ok) throw new Error(segment.refusal.problem);
    segments.push(segment.value);
    bytes += (await encode(contents)).length;
  }
  return { segments, bytes };
}

const literal = (value: string) => [{ type: "literal", value } as const];
const HOURLY = { per: "hour", currency: "USD" } as const;

/** A virtual machine with a name and an address of its own, and prices in a third of its regions. */
function offer(provider: number, index: number): Offer {
  const first = index % 20;
  const regions = Array.from({ length: ROWS_AN_OFFER }, (_, step) => `urn:${first + step}`);
  const size = 2 ** (index % 8);
  const stated = new Map<string, readonly Stated[]>([
    [schema.name.value, literal(`Machine ${index} of provider ${provider}, general purpose`)],
    [schema.description.value, literal(`Machine ${index}, of the ${index % 300}th series`)],
    [mpli.serviceClass.value, [{ type: "uri", value: mpli.VirtualMachine.value } as const]],
    [mpli.offerStatus.value, literal(index % 30 === 0 ? "retired" : "active")],
    [mpli.vcpus.value, literal(String(size))],
    [mpli.memory.value, literal(`${size * (2 + (index % 5))} GiBy`)],
    [mpli.architecture.value, literal(index % 4 === 0 ? "arm64" : "x86_64")],
    [mpli.cpuModel.value, literal(`${index % 2 === 0 ? "AMD EPYC" : "Intel Xeon"} ${index % 40}`)],
    [mpli.networkBandwidth.value, literal(`${(index % 25) + 1} Gbit/s`)],
    [mpli.region.value, regions.map((value) => ({ type: "uri", value }) as const)],
  ]);
  return {
    iri: `https://${provider}.example/offers/machine-${index}`,
    classes: [mpli.VirtualMachine.value],
    stated,
    prices: regions
      .filter((_, step) => step % 3 === 0)
      .map((region, step) => ({
        amount: ratio(BigInt(size * 4000 + index + step), 100_000n),
        tariff: HOURLY,
        regions: [region],
      })),
    prerequisites: [],
  };
}
