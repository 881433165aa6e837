// Fills the examples of the chapters from their files, and writes spec/requirements.ttl; with --check, only compares.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readChapters, readRetired } from "./chapters.ts";
import { withExamples } from "./examples.ts";
import { requirementsTurtle } from "./requirements.ts";
import { readStatements } from "./statements.ts";
import { lifecycleJson, withTables } from "./tables.ts";

const SPEC = join(import.meta.dirname, "..");
const isCheck = process.argv.includes("--check");

const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
const example = (file: string) =>
  read(join(SPEC, file)) ?? fail(`there is no spec/${file}, which a chapter shows`);

for (const { name, text } of readChapters()) write(`${name}.md`, withTables(withExamples(text, example)));
const { statements, faults } = readStatements(readChapters(), readRetired());
if (faults.length > 0) fail(faults.join("\n"));
write("lifecycle.json", lifecycleJson());
write("requirements.ttl", requirementsTurtle(statements));

function write(name: string, text: string): void {
  const file = join(SPEC, name);
  if (read(file) === text) return;
  if (isCheck) fail(`spec/${name} is out of date: run \`npm run generate\``);
  writeFileSync(file, text);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
