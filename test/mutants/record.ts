// Writes test/reports/mutants.json: every mutant with the cases that found it, for the site. `--new` hunts only those that
// it does not have.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCases } from "../conformance/cases.ts";
import { citedBy, readStatements } from "../conformance/statements.ts";
import { loadMutants } from "./all.ts";
import { hunt, soundNode } from "./examine.ts";

interface Row {
  readonly breaks: string;
  readonly fault: string;
  readonly killers: readonly string[];
}

const FILE = join(import.meta.dirname, "../reports/mutants.json");
const nameOf = ({ breaks, fault }: Pick<Row, "breaks" | "fault">) => `${breaks} ${fault}`;

const cases = await loadCases();
const statements = await readStatements();
const mutants = await loadMutants();

const before = process.argv.includes("--new") ? (JSON.parse(readFileSync(FILE, "utf8")) as Row[]) : [];
const known = new Map(before.map((row) => [nameOf(row), row]));
const hunted = mutants.filter((mutant) => !known.has(nameOf(mutant)));
const sound = soundNode(hunted, cases, statements);
for (const [index, mutant] of hunted.entries()) {
  // Only those that cite the broken statement can find it; what else turns red is for the tests to see.
  const citing = cases.filter((one) => citedBy(one).includes(mutant.breaks));
  const { killers } = await hunt(mutant, citing, statements, sound, { thorough: true });
  const { breaks, fault } = mutant;
  known.set(nameOf(mutant), { breaks, fault, killers: killers.toSorted() });
  if ((index + 1) % 50 === 0) console.error(`${index + 1}/${hunted.length} mutants`);
}
const rows = mutants
  .flatMap((mutant) => known.get(nameOf(mutant)) ?? [])
  .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
writeFileSync(FILE, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`);
// A spoilt catalogue may go on harvesting for ever.
process.exit();
