// Writes manifest.ttl, the list of all cases as data, from the cases; with --check, only compares.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NamedCase } from "./case.ts";
import { loadCases } from "./cases.ts";
import { citedBy } from "./statements.ts";

const FILE = join(import.meta.dirname, "manifest.ttl");
const HEAD = `# Generated from the cases by \`npm run generate\`; edit those.
@prefix : <https://w3id.org/mpli/conformance/> .
@prefix kit: <https://w3id.org/mpli/conformance/ns#> .
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix spec: <http://www.w3.org/ns/spec#> .
@prefix st: <https://w3id.org/mpli/statements/> .
`;

const cases = await loadCases();
const text = `${HEAD}
: a mf:Manifest ;
  mf:entries (
${cases.map(({ id }) => `    <https://w3id.org/mpli/conformance/${id}>`).join("\n")}
  ) .
${cases.map(entry).join("")}`;
if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== text) {
  console.error("test/conformance/manifest.ttl is not what the cases say: run `npm run generate`");
  process.exitCode = 1;
}

function entry(one: NamedCase): string {
  const { id, title, role, feature, expects, hunts, since, writes, sequence, requirements } = one;
  const lines = [
    `<https://w3id.org/mpli/conformance/${id}> a mf:ManifestEntry, kit:Case`,
    `mf:name ${quote(title)}`,
    `spec:requirementReference ${citedBy(one)
      .map((statement) => `st:${statement}`)
      .join(", ")}`,
    `kit:reviewed ${requirements.map(quote).join(", ")}`,
    `mpli:role ${quote(role)}`,
    `mpli:feature ${quote(feature)}`,
    `kit:expects ${quote(expects)}`,
    `kit:hunts ${quote(hunts)}`,
    `kit:since ${quote(since)}`,
    ...(writes ? ["kit:writes true"] : []),
    ...(sequence ? [`kit:sequence ${quote(sequence.join("\n"))}`] : []),
  ];
  return `\n${lines.join(" ;\n  ")} .\n`;
}

/** Escapes of JSON strings are escapes of Turtle strings (Turtle §2.5.1). */
function quote(text: string): string {
  return JSON.stringify(text);
}
