// The worker as wrangler bundles it for Cloudflare, with the bindings that wrangler.toml declares.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runScript } from "./run.ts";
import { isStale } from "./stale.ts";

export interface WorkerBundle {
  /** Absolute path of the folder that holds the modules. */
  readonly folder: string;
  /** Named by their path in the folder, the entry first; `kind` is a field of workerd's `Worker.Module`. */
  readonly modules: readonly { readonly name: string; readonly kind: ModuleKind }[];
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  readonly vars: Readonly<Record<string, string>>;
  /** Names of the bindings. */
  readonly kv: readonly string[];
  readonly durableObjects: readonly { readonly binding: string; readonly className: string }[];
  readonly assets: string;
}

type Recorded = Omit<WorkerBundle, "folder">;
type ModuleKind = keyof typeof KINDS;

const KINDS = { esModule: /\.js$/, wasm: /\.wasm$/, text: /\.(txt|html|sql)$/, data: /\.bin$/ } as const;
const SOURCES = ["functions", "schemas", "wrangler.toml", "package-lock.json"];

/**
 * The bundle of the project at `root`, built again only when a source is newer. What wrangler.toml says is kept
 * beside it, because loading wrangler to read it takes longer than starting the node.
 */
export async function workerBundle(root: string, signal: AbortSignal): Promise<WorkerBundle> {
  const folder = join(root, "dist/worker");
  const record = join(folder, "bundle.json");
  if (
    await isStale(
      SOURCES.map((source) => join(root, source)),
      record,
    )
  ) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(root, "dist/site"), { recursive: true });
    await runScript("build", root, signal);
    await writeFile(record, JSON.stringify(await describe(root, folder), null, 2));
  }
  return { folder, ...(JSON.parse(await readFile(record, "utf8")) as Recorded) };
}

async function describe(root: string, folder: string): Promise<Recorded> {
  const { unstable_readConfig } = await import("wrangler");
  const config = unstable_readConfig({ config: join(root, "wrangler.toml") }, { hideWarnings: true });
  const entry = (config.main ?? "").replace(/^.*\//, "").replace(/\.ts$/, ".js");
  const files = (await readdir(folder)).filter((file) => file !== entry);
  const modules = [entry, ...files].flatMap((file) => {
    const kind = (Object.keys(KINDS) as ModuleKind[]).find((kind) => KINDS[kind].test(file));
    return kind ? [{ name: file === entry ? file : `./${file}`, kind }] : [];
  });
  return {
    modules,
    compatibilityDate: config.compatibility_date ?? "",
    compatibilityFlags: config.compatibility_flags,
    vars: Object.fromEntries(Object.entries(config.vars).map(([name, value]) => [name, String(value)])),
    kv: config.kv_namespaces.map(({ binding }: { binding: string }) => binding),
    durableObjects: config.durable_objects.bindings.map(durableObject),
    assets: config.assets?.binding ?? "ASSETS",
  };
}

const durableObject = (object: { name: string; class_name: string }) => ({
  binding: object.name,
  className: object.class_name,
});
