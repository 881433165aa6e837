// Writes test/reports/mutants.json: every mutant with the cases that found it, for the site.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCases } from "../conformance/cases.ts";
import { citedBy, readStatements } from "../conformance/statements.ts";
import { loadMutants } from "./all.ts";
import { hunt, soundNode } from "./examine.ts";

const FILE = join(import.meta.dirname, "../reports/mutants.json");

const cases = await loadCases();
const statements = await readStatements();

const mutants = await loadMutants();
const sound = soundNode(mutants, cases, statements);
const rows: { breaks: string; fault: string; killers: readonly string[] }[] = [];
for (const mutant of mutants) {
  // Only those that cite the broken statement can find it; what else turns red is for the tests to see.
  const citing = cases.filter((one) => citedBy(one).includes(mutant.breaks));
  const { killers } = await hunt(mutant, citing, statements, sound, { thorough: true });
  rows.push({ breaks: mutant.breaks, fault: mutant.fault, killers: killers.toSorted() });
}
const key = ({ breaks, fault }: (typeof rows)[number]) => `${breaks} ${fault}`;
rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
writeFileSync(FILE, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`);
// A spoilt catalogue may go on harvesting for ever.
process.exit();
