// The sound reference node before the kit: it passes on every stage, and no case passes nowhere.
import { describe, expect, test } from "vitest";
import { loadCases } from "../conformance/cases.ts";
import { readStatements } from "../conformance/statements.ts";
import { examine } from "./examine.ts";
import { STAGE_NAMES, type StageName, isTimed } from "./stages.ts";

const cases = await loadCases();
const statements = await readStatements();
const passed = new Set<string>();

const NAME = "the reference node passes on the stage %s";
const WITHIN_MS = 300_000;

async function passes(stage: StageName): Promise<void> {
  // What is waited for is the same on all stages of a role; where a clock runs, what has passed nowhere else is left.
  const isPatient = stage === "provider" || stage === "catalogue";
  const isAwaited = (id: string) => isPatient || (isTimed(stage) && !passed.has(id));
  const asked = cases.filter(({ slow, id }) => !slow || isAwaited(id));
  const results = await examine(stage, asked, statements);
  for (const { case: one, outcome } of results) if (outcome === "passed") passed.add(one.id);
  const wrong = results.filter(({ outcome }) => outcome === "failed" || outcome === "error");
  const told = wrong.map(
    ({ case: { id }, expected, came, reason }) => `${id}: ${reason ?? expected}; ${came}`,
  );
  expect(told.join("\n")).toBe("");
}

// Most of the time is waiting; but nothing else may disturb a clock.
describe("where no clock runs", () => {
  test.concurrent.each(STAGE_NAMES.filter((stage) => !isTimed(stage)))(NAME, passes, WITHIN_MS);
});
describe("where a clock runs", () => {
  test.each(STAGE_NAMES.filter(isTimed))(NAME, passes, WITHIN_MS);
});

test("every case passes on some stage", () => {
  expect(cases.map(({ id }) => id).filter((id) => !passed.has(id))).toEqual([]);
});
