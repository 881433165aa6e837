// The cases, one file each below cases/; the path of a file is the name of its case.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Case, NamedCase } from "./case.ts";

const FOLDER = join(import.meta.dirname, "cases");

/** All cases, in the order of their names. */
export async function loadCases(folder = FOLDER): Promise<NamedCase[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.[jt]s$/.test(file),
  );
  const cases = files.sort().map(async (file): Promise<NamedCase> => {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { default?: Case };
    const id = file.replace(/\.[jt]s$/, "");
    if (!module.default) throw new Error(`${file} has no default export made with defineCase`);
    return { ...module.default, id, room: id.split("/")[0] ?? "" };
  });
  return Promise.all(cases);
}
