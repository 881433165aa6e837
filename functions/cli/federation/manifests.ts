// The providers of the local federation, and what each publishes: real offers from schemas/examples/clouds, and two whose
// offers are delivered on this machine.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type JsonObject, isObject } from "../../trust/token/jws.ts";
import type { RunnerSetup } from "./runner.ts";
import { importCloud } from "../import-clouds/import-cloud.ts";
import { type CloudRow, type CloudRows, KEYS, readRows } from "../import-clouds/rows.ts";

export interface FederationManifest {
  /** Letters, digits, `-`; also the name of the node. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly mediaType: string;
  /** The scheme under which the local certification body certifies it, by its name in our vocabulary. */
  readonly certifiedUnder?: string;
  /** The runner that delivers what is ordered of it. */
  readonly runner?: RunnerSetup;
  /**
   * The manifest's text for the node that answers to this DID, with the address of its certificate; relative IRIs are
   * resolved at the node.
   */
  readonly manifest: (did: string, certificate?: string) => string;
}

const EXAMPLES = join(import.meta.dirname, "../../../schemas/examples");
const CLOUDS = join(EXAMPLES, "clouds");
const DELIVERY = join(EXAMPLES, "delivery");

/** Those that sell most, and two that state little: honest gaps are part of the picture. */
const PROVIDERS = ["linode", "scaleway", "ovh", "hetzner", "upsun", "nrec", "exoscale", "plusserver-gmbh"];

/** Two of them say that they are certified under ISO 27001; here, the word of one is attested, that of the other is not. */
const CERTIFIED = { provider: "hetzner", scheme: "ISO27001" };

/** What the federation's providers publish. */
export async function manifestsOfTheFederation(): Promise<readonly FederationManifest[]> {
  const rows: CloudRows = {
    offers: await read("offers"),
    providers: await read("providers"),
    regions: await read("regions"),
  };
  const clouds = PROVIDERS.map(
    (name): FederationManifest => ({
      name,
      roles: ["provider"],
      mediaType: "application/ld+json",
      ...(name === CERTIFIED.provider ? { certifiedUnder: CERTIFIED.scheme } : {}),
      manifest: (did, certificate) =>
        JSON.stringify(withCertificate(importCloud(rows, name, did).manifest, certificate)),
    }),
  );
  return [...clouds, await delivering(VOLUMES), await delivering(RESELLER)];
}

interface Delivering {
  readonly name: string;
  /** Path of what is ordered. */
  readonly offer: string;
  /** Folder of its manifest and of its runner's configuration. */
  readonly folder: string;
  readonly suppliers: RunnerSetup["suppliers"];
}

/** A small provider whose playbook makes real volumes. */
export const VOLUMES: Delivering = {
  name: "volumes",
  offer: "/offers/volume",
  folder: join(DELIVERY, "volume"),
  suppliers: {},
};

/** One that has no volumes of its own: it sells two of these, one a copy of the other, under its own name. */
export const RESELLER: Delivering = {
  name: "reseller",
  offer: "/offers/safe-volume",
  folder: join(DELIVERY, "white-label"),
  suppliers: { "http://localhost:8796": VOLUMES.name },
};

/** Of all that is delivered here: without these, nothing is. */
const PROGRAMS = { "ansible-playbook": "ansible-core", mke2fs: "e2fsprogs" };

async function delivering({ name, folder, suppliers }: Delivering): Promise<FederationManifest> {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.jsonld"), "utf8")) as JsonObject;
  return {
    name,
    roles: ["provider"],
    mediaType: "application/ld+json",
    runner: { example: join(folder, "runner.json"), programs: PROGRAMS, suppliers },
    manifest: (did) =>
      JSON.stringify({ ...manifest, provider: { ...(manifest["provider"] as JsonObject), id: did } }),
  };
}

/** The manifest with a link to a certificate from the certification that it proves. */
function withCertificate(manifest: JsonObject, credential: string | undefined): JsonObject {
  const { provider } = manifest;
  if (credential === undefined || !isObject(provider)) return manifest;
  const certification = [provider["certification"] ?? []]
    .flat()
    .map((one) => (isObject(one) && one["scheme"] === CERTIFIED.scheme ? { ...one, credential } : one));
  return { ...manifest, provider: { ...provider, certification } };
}

async function read(name: keyof CloudRows): Promise<CloudRow[]> {
  const rows = readRows(await readFile(join(CLOUDS, `${name}.jsonl`), "utf8"), KEYS[name]);
  if (!rows.ok) throw new Error(`${name}.jsonl, line ${rows.refusal.line}: ${rows.refusal.reason}`);
  return rows.value;
}
