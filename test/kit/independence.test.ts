// The kit and the minimal parties stand on their own: nothing of the reference node, nothing of the repository's tests.
import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

const KIT = "test/conformance";
const IMPORT =
  /^\s*(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** Why a file must not import this, or undefined. */
function violation(file: string, imported: string, permitted: readonly string[]): string | undefined {
  if (imported.startsWith("node:")) return undefined;
  if (!imported.startsWith("."))
    return permitted.includes(imported) ? undefined : `${file} imports ${imported}`;
  const to = posix.join(posix.dirname(file), imported);
  if (!to.startsWith(`${KIT}/`)) return `${file} leaves the kit for ${to}`;
  const isMinimal = file.startsWith(`${KIT}/minimal/`);
  return to.startsWith(`${KIT}/minimal/`) === isMinimal ? undefined : `${file} and ${to} share code`;
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

const { dependencies } = JSON.parse(readFileSync(`${KIT}/package.json`, "utf8")) as { dependencies: object };

test("the kit imports its own files, Node's and its declared dependencies", () => {
  const files = globSync(`${KIT}/**/*.ts`).filter((file) => !file.endsWith("/pack.ts"));
  expect(files.length).toBeGreaterThan(30);
  const permitted = Object.keys(dependencies);
  expect(
    files.flatMap((file) => importsOf(file).flatMap((one) => violation(file, one, permitted) ?? [])),
  ).toEqual([]);
});

test("the minimal parties import libraries and each other, and have 400 lines in all", () => {
  const files = globSync(`${KIT}/minimal/*.mjs`);
  const libraries = ["n3", "jsonld", "rdf-canonize", "shacl-engine", "ipaddr.js", "negotiator"];
  expect(files.length).toBeGreaterThan(1);
  expect(
    files.flatMap((file) => importsOf(file).flatMap((one) => violation(file, one, libraries) ?? [])),
  ).toEqual([]);
  const lines = files.map((file) => readFileSync(file, "utf8").split("\n").length - 1);
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(400);
});

test.each([
  ["the node", "../../functions/kernel/graph.ts"],
  ["a test of the repository", "../support/clock.ts"],
  ["an undeclared package", "hono"],
  ["a minimal party", "./minimal/shared.mjs"],
])("an import of %s is found", (_, imported) => {
  expect(violation(`${KIT}/run.ts`, imported, ["n3"])).toBeDefined();
});
