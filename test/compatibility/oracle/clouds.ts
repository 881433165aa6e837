// The public data on clouds as manifests, and what to ask about them: values that stand in them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importCloud, providersIn } from "../../../functions/cli/import-clouds/import-cloud.ts";
import { type CloudRows, KEYS, readRows } from "../../../functions/cli/import-clouds/rows.ts";
import { type Document, manifestOf } from "./documents.ts";
import type { Graphs } from "./graphs.ts";
import { type Members, type Topic, number, place, quantity, term, text, version } from "./topics.ts";

const FOLDER = join(import.meta.dirname, "../../../schemas/examples/clouds");

function rowsOf(name: keyof CloudRows): CloudRows[keyof CloudRows] {
  const read = readRows(readFileSync(join(FOLDER, `${name}.jsonl`), "utf8"), KEYS[name]);
  if (!read.ok) throw new Error(`${name}, line ${read.refusal.line}`);
  return read.value;
}

/** A manifest for each provider of the data set, at an origin of its own. */
export async function clouds(): Promise<readonly Document[]> {
  const rows = { offers: rowsOf("offers"), providers: rowsOf("providers"), regions: rowsOf("regions") };
  return Promise.all(
    providersIn(rows).map((provider) => {
      const host = `${provider}.example`;
      const { manifest } = importCloud(rows, provider, `did:web:${host}`);
      return manifestOf(manifest as Members, `https://${host}/manifest`);
    }),
  );
}

/** Up to thirty different values of each property over all manifests, evenly spread. */
function valuesIn(manifests: readonly Graphs[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const rows = manifests.flatMap((graphs) =>
    graphs.select(
      "SELECT DISTINCT ?property ?value { ?manifest mpli:offer ?offer . ?offer ?property ?value }",
    ),
  );
  for (const { property, value } of rows) {
    const name = property?.value.replace(/^.*[#/]/, "") ?? "";
    found.set(name, (found.get(name) ?? new Set()).add(value?.value ?? ""));
  }
  return new Map(Array.from(found, ([name, values]) => [name, spread([...values].sort())]));
}

function spread(values: readonly string[], most = 30): readonly string[] {
  const step = Math.max(1, values.length / most);
  return values.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

const QUANTITIES = ["memory", "storage", "networkBandwidth", "outboundTraffic", "gpuMemory"] as const;
const NUMBERS = ["vcpus", "cores", "gpuCount", "nodeCount"] as const;
const VERSIONS = ["engineVersion", "kubernetesVersion", "conformantVersion"] as const;
const TEXTS = ["engine", "architecture", "storageType", "cpuAllocation", "cpuModel", "name"] as const;

/** What can be asked about these manifests. */
export function topicsOf(manifests: readonly Graphs[]): readonly Topic[] {
  const values = valuesIn(manifests);
  const of = (name: string) => values.get(name) ?? [];
  const topics = [
    ...QUANTITIES.map((name) => quantity(name, of(name))),
    ...NUMBERS.map((name) => number(name, of(name))),
    ...VERSIONS.map((name) => version(name, of(name))),
    ...TEXTS.map((name) => text(name, of(name), ["a", "^[A-M]", "[0-9]$"])),
    place("region", of("region")),
    place("region", of("region")),
    place("country", ["DE", "FR", "EU", "US"]),
    text(["region", "city"], ["Falkenstein", "Paris", "Warsaw"], ["a"]),
    { on: ["region", "renewableEnergy"], values: [true, false], operators: ["is"] },
    term("certification", ["ISO27001", "C5", "SOC2", "HDS"]),
    term("class", ["VirtualMachine", "Database", "Compute", "KubernetesCluster"]),
  ];
  return topics.filter(({ values: some }) => some.length > 0);
}
