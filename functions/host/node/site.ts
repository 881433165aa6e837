// The built site, which a node serves at the addresses that are not the protocol's.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runScript } from "./run.ts";
import { isStale } from "./stale.ts";

const SOURCES = ["site", "spec", "schemas", "package-lock.json"];

/** Folder of the site of the project at `root`, built again only when a source is newer. */
export async function builtSite(root: string, signal: AbortSignal): Promise<string> {
  const folder = join(root, "dist/site");
  const record = join(root, "dist/site.built");
  if (
    await isStale(
      SOURCES.map((source) => join(root, source)),
      record,
    )
  ) {
    await mkdir(folder, { recursive: true });
    await runScript("site", root, signal);
    await writeFile(record, "");
  }
  return folder;
}
