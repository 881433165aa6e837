// Demands over the whole harvested market, through the door of a catalogue on workerd: warm, cold, and next to other engines.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchOptions, type Figure, atMost, median, noted, quantile } from "./figures.ts";
import { CATALOGUE, LIKE_CLOUDFLARE, harvestInto } from "./harvest.ts";
import { watchIsolate } from "./isolate.ts";
import { DEMAND } from "./match-demand.ts";
import { enginesCompared } from "./match-engines.ts";
import { growth } from "./match-growth.ts";
import { type Rig, withNodes } from "./rig.ts";

const DEMANDS = join(import.meta.dirname, "../../schemas/examples/demands");
const TIMES = 200;
const WARM_UP = 30;
const COLD_STARTS = 5;

export async function match({ data }: BenchOptions): Promise<Figure[]> {
  const stateDir = await mkdtemp(join(tmpdir(), "mpli-match-"));
  try {
    const warm = await harvestInto(data, warmAnswers, { stateDir });
    const cold: number[] = [];
    for (let round = 0; round < COLD_STARTS; round++)
      cold.push(
        await withNodes(
          CATALOGUE,
          async ({ origins: [catalogue = ""] }) => ask(catalogue, JSON.stringify(DEMAND)),
          {
            ...LIKE_CLOUDFLARE,
            stateDir,
          },
        ),
      );
    return [
      ...warm,
      atMost("the same of a cold isolate, segments in KV", median(cold), "ms", 400),
      ...(await enginesCompared(data)),
      ...(await growth()),
    ];
  } finally {
    await rm(stateDir, { recursive: true, force: true });
  }
}

async function warmAnswers({ origins: [catalogue = ""], inspector }: Rig): Promise<Figure[]> {
  const body = JSON.stringify(DEMAND);
  const times = await asked(catalogue, body, TIMES);
  // Only now, so that nobody asks the isolate for its memory while it is timed.
  const stop = await watchIsolate(inspector, "catalogue");
  const ten = await asked(catalogue, body, 50, 10);
  const examples: Figure[] = [];
  for (const name of ["kubernetes-in-the-eu", "postgresql-in-de-or-fr"]) {
    const text = await readFile(join(DEMANDS, `${name}.jsonld`), "utf8");
    examples.push(noted(`${name}, warm, median`, median(await asked(catalogue, text, 20)), "ms"));
  }
  return [
    atMost("POST /matches, eight requirements, warm, p50", quantile(times, 0.5), "ms", 25),
    atMost("POST /matches, eight requirements, warm, p99", quantile(times, 0.99), "ms", 60),
    noted("the same with limit=10, p50", quantile(ten, 0.5), "ms"),
    ...examples,
    atMost("peak memory of the catalogue's isolate meanwhile", await stop(), "MB", 100),
  ];
}

async function asked(catalogue: string, body: string, times: number, limit = 100): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < WARM_UP + times; round++) taken.push(await ask(catalogue, body, limit));
  return taken.slice(WARM_UP);
}

/** Milliseconds from the request to the last byte of the answer. */
async function ask(catalogue: string, body: string, limit = 100): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${catalogue}/matches?limit=${limit}`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/ld+json" },
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
  return performance.now() - started;
}
