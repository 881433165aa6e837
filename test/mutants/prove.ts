// The proof that the kit bites, a room at a time, so that rooms can be proven side by side.
import { expect, test } from "vitest";
import { loadCases } from "../conformance/cases.ts";
import { citedBy, readStatements } from "../conformance/statements.ts";
import { loadMutants } from "./all.ts";
import { hunt, soundNode, stageOf } from "./examine.ts";
import { type Mutant, type Room, roomOf } from "./mutant.ts";

const NAME = "%s: a node that %s is found, and by no unrelated room";
const WITHIN_MS = 60_000;

/** Every mutant of this room is found by a case that cites what it breaks, and by no case of an unrelated room. */
export async function prove(room: Room): Promise<void> {
  const statements = await readStatements();
  const mutants = (await loadMutants()).filter(({ breaks }) => roomOf(breaks) === room);
  const broken = new Set(mutants.map(({ breaks }) => breaks));
  const cases = (await loadCases()).filter(
    (one) => (!one.writes && !one.slow) || citedBy(one).some((id) => broken.has(id)),
  );
  const sound = soundNode(cases, statements);
  const row = (mutant: Mutant) => [mutant.breaks, mutant.fault, mutant] as const;
  const found = async (_: string, __: string, mutant: Mutant) => {
    const { killers, noise } = await hunt(mutant, cases, statements, sound);
    expect(killers).not.toEqual([]);
    expect(noise).toEqual([]);
  };
  // Catalogues are waited for, so three at a time use the machine better; but nothing may disturb a clock.
  const isTimed = (mutant: Mutant) => stageOf(mutant) === "impatient";
  const isWaitedFor = room === "catalogue" || room === "testing";
  const [beside, alone] = isWaitedFor
    ? [mutants.filter((mutant) => !isTimed(mutant)), mutants.filter(isTimed)]
    : [[], mutants];
  test.concurrent.each(beside.map(row))(NAME, found, WITHIN_MS);
  test.each(alone.map(row))(NAME, found, WITHIN_MS);
}
