// The providers of the local federation, and what each publishes: real offers from schemas/examples/clouds.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CloudRow, type CloudRows, KEYS, importCloud, readRows } from "./import-clouds.ts";

export interface FederationManifest {
  /** Letters, digits, `-`; also the name of the node. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly mediaType: string;
  /** The manifest's text for the node that answers to this DID; relative IRIs are resolved at the node. */
  readonly manifest: (did: string) => string;
}

const CLOUDS = join(import.meta.dirname, "../../schemas/examples/clouds");

/** Those that sell most, and two that state little: honest gaps are part of the picture. */
const PROVIDERS = ["linode", "scaleway", "ovh", "hetzner", "upsun", "nrec", "exoscale", "plusserver-gmbh"];

/** What the federation's providers publish. */
export async function manifestsOfTheFederation(): Promise<readonly FederationManifest[]> {
  const rows: CloudRows = {
    offers: await read("offers"),
    providers: await read("providers"),
    regions: await read("regions"),
  };
  return PROVIDERS.map((name) => ({
    name,
    roles: ["provider"],
    mediaType: "application/ld+json",
    manifest: (did) => JSON.stringify(importCloud(rows, name, did).manifest),
  }));
}

async function read(name: keyof CloudRows): Promise<CloudRow[]> {
  const rows = readRows(await readFile(join(CLOUDS, `${name}.jsonl`), "utf8"), KEYS[name]);
  if (!rows.ok) throw new Error(`${name}.jsonl, line ${rows.refusal.line}: ${rows.refusal.reason}`);
  return rows.value;
}
