// What benches publish: manifests of real providers, and a synthetic one of any size.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { importCloud, providersIn } from "../../functions/cli/import-clouds/import-cloud.ts";
import { type CloudRow, type CloudRows, KEYS, readRows } from "../../functions/cli/import-clouds/rows.ts";
import { didOf } from "../../functions/discovery/node-document.ts";
import { parse, serialize } from "../../functions/kernel/syntax.ts";

export interface Published {
  readonly text: string;
  readonly mediaType: string;
}

const read = new Map<string, Promise<CloudRows>>();

/** The providers of a data set, by identifier. */
export async function providersOf(data: string): Promise<string[]> {
  return providersIn(await rowsOf(data));
}

/** The manifest of one provider in Turtle, for the node at `origin`. */
export async function realManifests(data: string, provider: string, origin: string): Promise<Published> {
  const { manifest } = importCloud(await rowsOf(data), provider, didOf(origin));
  const graph = await parse(JSON.stringify(manifest), "application/ld+json", `${origin}/manifest`);
  if (!graph.ok) throw new Error(`${provider}: ${JSON.stringify(graph.refusal)}`);
  const turtle = await serialize(graph.value, "text/turtle");
  if (!turtle.ok) throw new Error(`${provider}: ${turtle.refusal.code}`);
  return { text: turtle.value, mediaType: "text/turtle" };
}

/** A manifest of `offers` virtual machines in the author's JSON-LD; `round` makes each differ from the last. */
export function syntheticManifest(origin: string, offers: number, round: number): string {
  const offer = Array.from({ length: offers }, (_, index) => ({
    id: `offers/vm-${index}`,
    type: "Offer",
    class: index % 5 === 0 ? "RelationalDatabase" : "VirtualMachine",
    name: `Machine ${index}`,
    sku: `vm-${index}`,
    status: "active",
    vcpus: (index % 64) + 1,
    memory: `${(index % 512) + 1} GiBy`,
    storage: `${(index % 40) * 20 + 20} GBy`,
    storageType: "nvme",
    architecture: index % 3 === 0 ? "arm64" : "x86_64",
    region: ["regions/nl-1", "regions/de-1", "regions/fr-1"].slice(0, (index % 3) + 1),
    price: [
      { amount: `${round}.${100 + index}`, currency: "EUR", per: "hour" },
      { amount: `${index + 1}.5`, currency: "EUR", per: "month", in: ["regions/nl-1"] },
    ],
  }));
  const place = ["nl", "de", "fr"].map((code) => ({
    id: `regions/${code}-1`,
    type: "Region",
    name: code,
    within: code.toUpperCase(),
  }));
  const provider = { id: didOf(origin), type: "Provider", name: "Synthetic" };
  return JSON.stringify({
    "@context": "https://w3id.org/mpli/context/v1",
    type: "Manifest",
    provider,
    place,
    offer,
  });
}

function rowsOf(data: string): Promise<CloudRows> {
  const known = read.get(data);
  if (known) return known;
  const rows = readAll(data);
  read.set(data, rows);
  return rows;
}

async function readAll(data: string): Promise<CloudRows> {
  const file = async (name: keyof CloudRows): Promise<CloudRow[]> => {
    const rows = readRows(await readFile(join(data, `${name}.jsonl`), "utf8"), KEYS[name]);
    if (!rows.ok) throw new Error(`${name}.jsonl, line ${rows.refusal.line}: ${rows.refusal.reason}`);
    return rows.value;
  };
  return { offers: await file("offers"), providers: await file("providers"), regions: await file("regions") };
}
