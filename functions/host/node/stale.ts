// Whether something built is older than what it was built from.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Caches that tools keep among the sources. */
const HIDDEN = /(^|\/)(\.|node_modules\/)/;

/** True when `product` is missing, or older than `sources`: files, or folders with all that is in them. */
export async function isStale(sources: readonly string[], product: string): Promise<boolean> {
  const built = await modified(product);
  const newest = await Promise.all(sources.map(newestWithin));
  return built === 0 || Math.max(...newest) > built;
}

/** Milliseconds since the epoch; folders count too, so that a removed file is noticed. */
async function newestWithin(path: string): Promise<number> {
  const within = await readdir(path, { recursive: true }).catch(() => []);
  const visible = within.filter((name) => !HIDDEN.test(name));
  const times = await Promise.all([path, ...visible.map((name) => join(path, name))].map(modified));
  return Math.max(...times);
}

const modified = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
