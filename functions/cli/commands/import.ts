// `mpli import`: manifests from rows of public data, one file a provider, with an account of what is left out.
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { didOf } from "../../discovery/node-document.ts";
import { SYNTAXES, type Syntax } from "../../kernel/media.ts";
import { parse, serialize } from "../../kernel/syntax.ts";
import { makeFolder, readTextFile, writeTextFile } from "../terminal/files.ts";
import { type ImportedManifest, importCloud, providersIn } from "../import-clouds/import-cloud.ts";
import { type CloudRow, type CloudRows, KEYS, readRows } from "../import-clouds/rows.ts";
import { type Written, account } from "../import-clouds/account.ts";
import { needed, only } from "../terminal/arguments.ts";
import { webAddress } from "../node-client/node.ts";
import { Stop } from "../terminal/stop.ts";
import { inJson, plain, progress, times } from "../terminal/print.ts";

const FORMATS = {
  jsonld: "application/ld+json",
  turtle: "text/turtle",
  ntriples: "application/n-triples",
} as const satisfies Record<string, Syntax>;

const DEFAULT_BASE = "https://{provider}.example";

export const usage = `Usage: mpli import OFFERS.jsonl --out DIR [--base URL] [--format jsonld|turtle|ntriples] [--only a,b]

Makes one manifest of each provider in OFFERS.jsonl; providers.jsonl and regions.jsonl are read from beside it.

  --out DIR     folder for the manifests; it is made if need be
  --base URL    origin of the node that will publish a manifest, {provider} standing for the provider's identifier
                (${DEFAULT_BASE})
  --format F    jsonld (relative addresses: any node can publish it), turtle or ntriples (jsonld)
  --only a,b    only these providers

Exit codes: 0 written; 1 a row is wrong; 2 the rows cannot be read.`;

interface Settings {
  readonly out: string;
  readonly base: string;
  readonly format: keyof typeof FORMATS;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: "string" },
      base: { type: "string", default: DEFAULT_BASE },
      format: { type: "string", default: "jsonld" },
      only: { type: "string" },
    },
  });
  const file = only(positionals, "Name one file with offers.");
  const { base, format } = values;
  const out = needed(values.out, "Name the folder for the manifests: --out manifests");
  if (!isFormat(format))
    throw new Stop(2, `--format ${plain(format)} is not known. Write jsonld, turtle or ntriples.`);
  const rows = await readAll(file);
  const providers = chosen(providersIn(rows), values.only);
  if (providers.length > 1 && !base.includes("{provider}"))
    throw new Stop(
      2,
      `${plain(base)} would be the node of ${providers.length} providers. Put {provider} into --base, or choose one with --only.`,
    );
  await makeFolder(out);
  console.log(account(await writeManifests(rows, providers, { out, base, format }), out));
  return 0;
}

const isFormat = (name: string): name is keyof typeof FORMATS => Object.hasOwn(FORMATS, name);

async function readAll(file: string): Promise<CloudRows> {
  const beside = (name: string) => join(dirname(file), `${name}.jsonl`);
  return {
    offers: await read(file, KEYS.offers),
    providers: await read(beside("providers"), KEYS.providers),
    regions: await read(beside("regions"), KEYS.regions),
  };
}

async function read(file: string, keys: readonly string[]): Promise<CloudRow[]> {
  const rows = readRows(await readTextFile(file), keys);
  if (rows.ok) return rows.value;
  const { line, reason } = rows.refusal;
  throw new Stop(
    1,
    `${file}, line ${line}: ${plain(reason)}. Every line is one JSON object that states ${keys.join(", ")}.`,
  );
}

function chosen(known: readonly string[], only: string | undefined): string[] {
  if (only === undefined) return [...known];
  const wanted = only
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const missing = wanted.find((name) => !known.includes(name));
  if (missing !== undefined || wanted.length === 0)
    throw new Stop(
      2,
      `There are no offers of "${plain(missing ?? "")}". There are offers of: ${plain(known.join(", "))}.`,
    );
  return known.filter((name) => wanted.includes(name));
}

async function writeManifests(
  rows: CloudRows,
  providers: readonly string[],
  settings: Settings,
): Promise<Written[]> {
  const tell = progress();
  const written: Written[] = [];
  for (const provider of providers) {
    const origin = originOf(settings.base, provider);
    const imported = importCloud(rows, provider, didOf(origin));
    const text = await textOf(imported, origin, settings.format);
    const file = `${encodeURIComponent(provider)}.${SYNTAXES[FORMATS[settings.format]].extension}`;
    await writeTextFile(join(settings.out, file), text);
    written.push({ ...imported, file, bytes: Buffer.byteLength(text) });
    tell(
      `${written.length} of ${providers.length} manifests; the last is ${plain(provider)} with ${times(imported.offers, "offer")}`,
    );
  }
  return written;
}

function originOf(base: string, provider: string): string {
  const address = base.replaceAll("{provider}", provider);
  const url = webAddress(address);
  if (url && url.pathname === "/" && !url.search && !url.hash) return url.origin;
  throw new Stop(
    2,
    `${plain(address)} is not the origin of a node. Write a scheme and a host alone, such as https://cloud.example`,
  );
}

/** JSON-LD stays as authors write it; the other syntaxes have no relative addresses, so the manifest gets its own. */
async function textOf(
  { manifest, provider }: ImportedManifest,
  origin: string,
  format: keyof typeof FORMATS,
): Promise<string> {
  if (format === "jsonld") return `${inJson(manifest)}\n`;
  const id = `${origin}/manifest`;
  const graph = await parse(JSON.stringify({ ...manifest, id }), FORMATS.jsonld, id);
  const text = graph.ok ? await serialize(graph.value, FORMATS[format], id) : graph;
  if (text.ok) return text.value;
  throw new Stop(
    1,
    `The manifest of ${plain(provider)} cannot be written as ${format}: ${JSON.stringify(text.refusal)}`,
  );
}
