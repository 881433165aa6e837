// All mutants: every table below this folder's rooms.
import { globSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./mutant.ts";

/** The tables are the default exports of `<room>/<topic>.ts`. */
export async function loadMutants(): Promise<Mutant[]> {
  const files = globSync("*/*.ts", { cwd: import.meta.dirname }).sort();
  const tables = files.map(async (file) => {
    const module = (await import(join(import.meta.dirname, file))) as { default?: readonly Mutant[] };
    if (!module.default) throw new Error(`${file} has no table of mutants as its default export`);
    return module.default;
  });
  return (await Promise.all(tables)).flat();
}
