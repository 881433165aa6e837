// Writes openapi.json and errors.json beside itself; with --check, only compares. An operation without a description ends it, and so
// does a description without an operation.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROTOCOL_VERSION } from "../../functions/discovery/node-document.ts";
import { openApi } from "./document.ts";
import { errorCodes } from "./errors.ts";
import { DESCRIBED, faultsOf, nodeRoutes } from "./routes.ts";

const ROOT = join(import.meta.dirname, "../..");
const FILES = { "openapi.json": () => openApi(PROTOCOL_VERSION, chapterOf), "errors.json": errorCodes };

const faults = faultsOf(nodeRoutes(), DESCRIBED);
if (faults.length > 0) fail(faults.join("\n"));
for (const [name, make] of Object.entries(FILES)) {
  const file = `schemas/openapi/${name}`;
  const text = formatted(file, JSON.stringify(make()));
  if (!process.argv.includes("--check")) writeFileSync(join(ROOT, file), text);
  else if (!existsSync(join(ROOT, file)) || readFileSync(join(ROOT, file), "utf8") !== text)
    fail(`${file} is not what the operations say: run \`npm run generate\``);
}

/** The chapter that holds a statement; one that no chapter holds ends the generation. */
function chapterOf(statement: string): string {
  const chapters = readdirSync(join(ROOT, "spec")).filter((file) => file.endsWith(".md"));
  const holder = chapters.find((file) =>
    readFileSync(join(ROOT, "spec", file), "utf8").includes(`\n- **${statement}** `),
  );
  return holder?.slice(0, -".md".length) ?? fail(`no chapter has the statement ${statement}`);
}

function formatted(file: string, json: string): string {
  const biome = spawnSync("node_modules/.bin/biome", ["format", `--stdin-file-path=${file}`], {
    cwd: ROOT,
    input: json,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (biome.status !== 0) fail(`biome could not format ${file}: ${biome.stderr}`);
  return biome.stdout;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
