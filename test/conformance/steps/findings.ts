// What a report states of requirements, in a few words that can be compared: outcomes of parts, facts, amounts.
import type { Exam } from "../exam.ts";
import { NS } from "../graph.ts";
import { type JsonObject, isObject } from "../http.ts";
import { requirementsOf, resultsOf } from "./demands.ts";
import type { Shelf } from "../shelf.ts";

/** What the only requirement of a demand comes to on an offer of the shelf, by the requirement. */
export async function findings(
  t: Exam,
  shelf: Shelf,
  offer: string,
  requirements: readonly JsonObject[],
  more: JsonObject = {},
): Promise<JsonObject[]> {
  const components = requirements.map((one) => ({ must: [one] }));
  const result = await resultsOf(t, shelf, components, more);
  return requirements.map((one, index) => {
    const [found, ...others] = requirementsOf(result(index, offer));
    if (!found || others.length > 0)
      t.fail(`one requirement for ${JSON.stringify(one)}`, `${others.length + 1}`);
    return found;
  });
}

/** The parts of a requirement that joins others. */
export function partsOf({ parts }: JsonObject): JsonObject[] {
  return [parts ?? []].flat().filter(isObject);
}

/** A requirement and all of its parts with their outcomes, on one line: `not violated (memory satisfied)`. */
export function outcomesIn(finding: JsonObject): string {
  const parts = partsOf(finding).map(outcomesIn).sort();
  return `${finding["on"]} ${finding["outcome"]}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`;
}

/** A statement that a finding rests on: subject, the names of the properties, value. */
export type Fact = readonly [subject: string, path: string, value: string];

/** The facts of a finding in order; places of the vocabulary by their names, each fact once. */
export function factsOf({ facts }: JsonObject): Fact[] {
  const told = [facts ?? []].flat().filter(isObject);
  const read = told.map(
    ({ subject, path, value }): Fact => [named(subject), [path].flat().join("/"), named(value)],
  );
  return [...new Map(read.map((fact) => [fact.join(" "), fact])).values()].sort(byText);
}

const named = (term: unknown): string => String(term).replace(NS.place, "");

export const byText = (a: unknown, b: unknown): number => {
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** A price as a report states it. */
export interface PriceLine {
  readonly by: unknown;
  readonly unit?: unknown;
  readonly tier?: unknown;
  readonly amount: unknown;
  readonly times: unknown;
  readonly monthly: unknown;
}

/** The lines of the price of a result, by their period or meter and then by amount. */
export function linesOf(result: JsonObject): JsonObject[] {
  const { price } = result;
  const lines = isObject(price) ? [price["lines"] ?? []].flat().filter(isObject) : [];
  return lines.toSorted((a, b) => byText(a["by"], b["by"]) || Number(a["amount"]) - Number(b["amount"]));
}
