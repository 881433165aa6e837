// The sound reference node before the kit: it passes on every stage, and no case passes nowhere.
import { expect, test } from "vitest";
import { loadCases } from "../conformance/cases.ts";
import { readStatements } from "../conformance/statements.ts";
import { examine } from "./examine.ts";
import { STAGE_NAMES } from "./stages.ts";

const cases = await loadCases();
const statements = await readStatements();
const passed = new Set<string>();

test.concurrent.each(STAGE_NAMES)(
  "the reference node passes on the stage %s",
  async (stage) => {
    const results = await examine(stage, cases, statements);
    for (const { case: one, outcome } of results) if (outcome === "passed") passed.add(one.id);
    const wrong = results.filter(({ outcome }) => outcome === "failed" || outcome === "error");
    expect(wrong.map(({ case: { id }, expected, came, reason }) => ({ id, expected, came, reason }))).toEqual(
      [],
    );
  },
  60_000,
);

test("every case passes on some stage", () => {
  expect(cases.map(({ id }) => id).filter((id) => !passed.has(id))).toEqual([]);
});
