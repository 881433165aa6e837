// The proof that the kit bites, a room at a time, so that rooms can be proven side by side.
import { expect, test } from "vitest";
import { loadCases } from "../conformance/cases.ts";
import { citedBy, readStatements } from "../conformance/statements.ts";
import { loadMutants } from "./all.ts";
import { killers, noise, soundNode } from "./examine.ts";
import { type Room, roomOf } from "./mutant.ts";

/** Every mutant of this room is found by a case that cites what it breaks, and by no case of an unrelated room. */
export async function prove(room: Room): Promise<void> {
  const statements = await readStatements();
  const mutants = (await loadMutants()).filter(({ breaks }) => roomOf(breaks) === room);
  const broken = new Set(mutants.map(({ breaks }) => breaks));
  const cases = (await loadCases()).filter(
    (one) => (!one.writes && !one.slow) || citedBy(one).some((id) => broken.has(id)),
  );
  const sound = soundNode(cases, statements);
  test.each(mutants.map((mutant) => [mutant.breaks, mutant.fault, mutant] as const))(
    "%s: a node that %s is found, and by no unrelated room",
    async (_, __, mutant) => {
      expect(await killers(mutant, cases, statements, sound)).not.toEqual([]);
      expect(await noise(mutant, cases, statements, sound)).toEqual([]);
    },
    60_000,
  );
}
