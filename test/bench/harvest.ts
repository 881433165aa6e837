// A catalogue that harvests every provider of a data set, each a node of its own: time, and memory of its isolate.
import { setTimeout as pause } from "node:timers/promises";
import { type BenchOptions, type Figure, atMost, noted } from "./figures.ts";
import { watchIsolate } from "./isolate.ts";
import { providersOf, realManifests } from "./manifests.ts";
import { BASE_PORT, type Rig, type RigOptions, withNodes } from "./rig.ts";

interface Row {
  readonly node: string;
  readonly state: string;
  readonly offers?: number;
  readonly problem?: object;
}

export async function harvest({ data }: BenchOptions): Promise<Figure[]> {
  return harvestInto(data, async (_, { providers, offers, seconds, peak }) => [
    noted("providers harvested", providers, ""),
    noted("offers harvested", offers, ""),
    atMost("harvest of all manifests into the catalogue", seconds, "s", 60),
    atMost("peak memory of the catalogue's isolate", peak, "MB", 100),
  ]);
}

export interface Harvested {
  readonly providers: number;
  readonly offers: number;
  readonly seconds: number;
  /** Peak memory of the catalogue's isolate meanwhile, in MB. */
  readonly peak: number;
}

/** V8 may use no more than this in the catalogue's process: more than the bar, and less than the 128 of Cloudflare. */
const HEAP_MB = 110;

export const CATALOGUE = [{ name: "catalogue", roles: ["catalogue"] }];
export const LIKE_CLOUDFLARE = { basePort: BASE_PORT + 100, v8Flags: [`--max-heap-size=${HEAP_MB}`] };

/**
 * Publishes and harvests every provider of the data set, then measures on what stands. The catalogue runs in a
 * process of its own, whose heap is limited as Cloudflare limits it: without a limit V8 lets garbage lie.
 */
export async function harvestInto(
  data: string,
  measure: (rig: Rig, harvested: Harvested) => Promise<Figure[]>,
  options: Pick<RigOptions, "stateDir"> = {},
): Promise<Figure[]> {
  const names = await providersOf(data);
  const providers = names.map((name) => ({ name, roles: ["provider"] }));
  return withNodes(providers, async (sellers) => {
    await publishAll(sellers, names, data);
    return withNodes(CATALOGUE, async (rig) => measure(rig, await harvestAll(rig, sellers.origins)), {
      ...LIKE_CLOUDFLARE,
      ...options,
    });
  });
}

async function harvestAll(rig: Rig, providers: readonly string[]): Promise<Harvested> {
  const [catalogue = ""] = rig.origins;
  const stop = await watchIsolate(rig.inspector, "catalogue");
  const started = performance.now();
  for (const url of providers)
    await rig.asOperator(`${catalogue}/providers`, {
      method: "POST",
      body: JSON.stringify({ url }),
      headers: { "Content-Type": "application/json" },
    });
  const offers = await untilFresh(catalogue, providers.length);
  const seconds = (performance.now() - started) / 1000;
  return { providers: providers.length, offers, seconds, peak: await stop() };
}

async function publishAll(
  { origins, asOperator }: Rig,
  names: readonly string[],
  data: string,
): Promise<void> {
  for (const [index, name] of names.entries()) {
    const { text, mediaType } = await realManifests(data, name, origins[index] ?? "");
    await asOperator(`${origins[index]}/manifest`, {
      method: "PUT",
      body: text,
      headers: { "Content-Type": mediaType, "If-None-Match": "*" },
    });
  }
}

async function untilFresh(catalogue: string, expected: number): Promise<number> {
  for (let waited = 0; waited < 300_000; waited += 100) {
    const { provider } = (await (await fetch(`${catalogue}/providers`)).json()) as { provider: Row[] };
    const failed = provider.filter(({ problem }) => problem);
    if (failed.length > 0) throw new Error(`not harvested: ${JSON.stringify(failed)}`);
    const fresh = provider.filter(({ state }) => state === "fresh");
    if (fresh.length === expected) return fresh.reduce((sum, { offers = 0 }) => sum + offers, 0);
    await pause(100);
  }
  throw new Error("the catalogue was not done in five minutes");
}
