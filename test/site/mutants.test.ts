// What the site says of the mutants is what the tables and the cases say today.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadCases } from "../conformance/cases.ts";
import { loadMutants } from "../mutants/all.ts";

interface Row {
  readonly breaks: string;
  readonly fault: string;
  readonly killers: readonly string[];
}

const rows = JSON.parse(readFileSync("test/reports/mutants.json", "utf8")) as readonly Row[];

test("the record of the mutants has every mutant, and `npm run reports` brings it up to date", async () => {
  const names = (all: readonly { breaks: string; fault: string }[]) =>
    all.map(({ breaks, fault }) => `${breaks} ${fault}`).sort();
  expect(names(rows)).toEqual(names(await loadMutants()));
});

test("each was found, and by cases that there are", async () => {
  const cases = new Set((await loadCases()).map(({ id }) => id));
  expect(rows.filter(({ killers }) => killers.length === 0 || killers.some((id) => !cases.has(id)))).toEqual(
    [],
  );
});
