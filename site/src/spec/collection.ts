// What content.config.ts loads of the statements: each with its place in its chapter, and who names it elsewhere.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readChapters, readRetired, readUnobservable } from "../../../spec/tools/chapters.ts";
import { type Statement, readStatements } from "../../../spec/tools/statements.ts";

/** A line of the reference node's program that names a statement. */
export interface Citation {
  readonly file: string;
  readonly line: number;
}

/** A statement as the site shows it. */
export interface StatementEntry extends Statement {
  /** The list item as it stands in its chapter, with its links. */
  readonly item: string;
  /** Title of the section that it stands in. */
  readonly section: string;
  /** Names of the examples that the section shows. */
  readonly examples: readonly string[];
  /** Why no test from outside can observe it; absent where one can. */
  readonly unobservable?: string;
  readonly citations: readonly Citation[];
}

interface Place {
  readonly item: string;
  readonly section: string;
  readonly examples: readonly string[];
}

const ROOT = join(import.meta.dirname, "../../..");
const PROGRAM = "functions/**/*.ts";
const ID = /MPLI-[A-Z]+-\d{3}/g;

/** All statements in the order of their chapters' names; a fault in the chapters stops the build. */
export function statementEntries(): StatementEntry[] {
  const chapters = readChapters();
  const { statements, faults } = readStatements(chapters, readRetired());
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const unobservable = readUnobservable();
  const citations = readCitations();
  const sections = new Map(chapters.map(({ name, text }) => [name, `\n${text}`.split("\n## ").slice(1)]));
  return statements.map((statement) => {
    const reason = unobservable.get(statement.id);
    return {
      ...statement,
      ...placeOf(statement, sections.get(statement.chapter) ?? []),
      ...(reason === undefined ? {} : { unobservable: reason }),
      citations: citations.get(statement.id) ?? [],
    };
  });
}

/** Where a statement stands among the sections of its chapter. */
function placeOf({ id }: Statement, sections: readonly string[]): Place {
  const start = `- **${id}** `;
  const home = sections.find((section) => section.includes(`\n${start}`));
  const [title = "", ...lines] = home?.split("\n") ?? [];
  const item = lines.find((line) => line.startsWith(start));
  if (!item) throw new Error(`${id} stands in no section of its chapter`);
  const examples = lines.flatMap((line) => /^```.* file=examples\/(\S+)/.exec(line)?.[1] ?? []);
  return { item, section: title, examples };
}

function readCitations(): Map<string, Citation[]> {
  const found = new Map<string, Citation[]>();
  for (const file of globSync(PROGRAM, { cwd: ROOT, exclude: ["functions/**/generated/**"] }).sort())
    for (const [index, line] of readFileSync(join(ROOT, file), "utf8").split("\n").entries())
      for (const id of new Set(line.match(ID)))
        found.set(id, [...(found.get(id) ?? []), { file, line: index + 1 }]);
  return found;
}
