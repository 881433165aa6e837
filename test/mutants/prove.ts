// The proof that the kit bites, a room at a time, so that rooms can be proven side by side.
import { expect, test } from "vitest";
import mutants from "../reports/mutants.json" with { type: "json" };
import { loadCases } from "../conformance/cases.ts";
import { citedBy, readStatements } from "../conformance/statements.ts";
import { loadMutants } from "./all.ts";
import { hunt, soundNode, stageOf } from "./examine.ts";
import { type Mutant, type Room, roomOf } from "./mutant.ts";
import { isTimed } from "./stages.ts";

const NAME = "%s: a node that %s is found, and by no unrelated room";
const WITHIN_MS = 120_000;

/** Who has found each mutant before (`npm run reports`); what it lacks or has wrong costs time, and nothing else. */
const record = new Map(
  (mutants as { breaks: string; fault: string; killers: string[] }[]).map(({ breaks, fault, killers }) => [
    `${breaks} ${fault}`,
    killers.slice(0, 1),
  ]),
);

/** Every mutant of this room is found by a case that cites what it breaks, and by no case of an unrelated room. */
export async function prove(room: Room): Promise<void> {
  const statements = await readStatements();
  const ours = (await loadMutants()).filter(({ breaks }) => roomOf(breaks) === room);
  const broken = new Set(ours.map(({ breaks }) => breaks));
  const cases = (await loadCases()).filter(
    (one) => (!one.writes && !one.slow) || citedBy(one).some((id) => broken.has(id)),
  );
  const sound = soundNode(ours, cases, statements);
  const row = (mutant: Mutant) => [mutant.breaks, mutant.fault, mutant] as const;
  const found = async (_: string, __: string, mutant: Mutant) => {
    const likely = record.get(`${mutant.breaks} ${mutant.fault}`) ?? [];
    const { killers, noise } = await hunt(mutant, cases, statements, sound, { likely });
    expect(killers).not.toEqual([]);
    expect(noise).toEqual([]);
  };
  // What is waited for uses the machine better side by side; but nothing may disturb a clock.
  const isClocked = (mutant: Mutant) => isTimed(stageOf(mutant));
  const isWaitedFor = ["catalogue", "delivery", "evidence", "ordering", "testing"].includes(room);
  const [beside, alone] = isWaitedFor
    ? [ours.filter((mutant) => !isClocked(mutant)), ours.filter(isClocked)]
    : [[], ours];
  test.concurrent.each(beside.map(row))(NAME, found, WITHIN_MS);
  test.each(alone.map(row))(NAME, found, WITHIN_MS);
}
