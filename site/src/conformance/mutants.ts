// The mutants of the reference node, and which cases found each, as test/reports/mutants.json records it.
import text from "../../../test/reports/mutants.json?raw";

export interface Mutant {
  /** The statement that it breaks. */
  readonly breaks: string;
  /** What the spoiled node does: "sends a weak entity tag". */
  readonly fault: string;
  /** Cases that failed on it. */
  readonly killers: readonly string[];
}

/** The text of the record itself. */
export const mutantsText: string = text;

export const mutants: readonly Mutant[] = JSON.parse(text) as Mutant[];

const byStatement = Map.groupBy(mutants, ({ breaks }) => breaks);

export function mutantsOf(statement: string): readonly Mutant[] {
  return byStatement.get(statement) ?? [];
}

/** Mutants that a case found. */
export function mutantsFoundBy(id: string): Mutant[] {
  return mutants.filter(({ killers }) => killers.includes(id));
}
