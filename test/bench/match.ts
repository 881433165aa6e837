// Demands over the whole harvested market: the first one loads what it needs, the next ones find it loaded.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BenchOptions, type Figure, median, noted } from "./figures.ts";
import { harvestInto } from "./harvest.ts";

const DEMANDS = join(import.meta.dirname, "../../schemas/examples/demands");
const TIMES = 5;

export async function match({ data }: BenchOptions): Promise<Figure[]> {
  return harvestInto(data, async ({ origins: [catalogue = ""] }) => {
    const figures: Figure[] = [];
    for (const name of ["kubernetes-in-the-eu", "postgresql-in-de-or-fr"]) {
      const body = await readFile(join(DEMANDS, `${name}.jsonld`), "utf8");
      const times: number[] = [];
      for (let round = 0; round <= TIMES; round++) times.push(await ask(catalogue, body));
      figures.push(
        noted(`${name}, first`, times[0] ?? Number.NaN, "ms"),
        noted(`${name}, then`, median(times.slice(1)), "ms"),
      );
    }
    return figures;
  });
}

async function ask(catalogue: string, body: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${catalogue}/matches`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/ld+json" },
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
  return performance.now() - started;
}
