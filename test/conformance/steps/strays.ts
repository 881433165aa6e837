// Demands with a term where the tables of the chapter do not give it: refused, and the term is named (MPLI-COMP-011).
import { expectRefused } from "./demands.ts";
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";

/** A demand, and the names of its stray term: its key in JSON, or the end of its IRI where that differs. */
export type Stray = readonly [demand: JsonObject, ...names: string[]];

/** Keys whose term has another name. */
const TERMS: Readonly<Record<string, string>> = {
  on: "path",
  is: "hasValue",
  isOneOf: "in",
  atLeast: "minInclusive",
  moreThan: "minExclusive",
  atMost: "maxInclusive",
  lessThan: "maxExclusive",
  matches: "pattern",
  kind: "class",
  having: "qualifiedValueShape",
  atLeastCount: "qualifiedMinCount",
  anyOf: "or",
  allOf: "and",
  evidence: "minimumEvidence",
  currency: "priceCurrency",
};

/** Each of the demands is refused for a term that is named in `term`, where the sound one is taken. */
export async function expectStrays(t: Exam, sound: JsonObject, strays: readonly Stray[]): Promise<void> {
  const problems = await expectRefused(t, "unknown-requirement-term", {
    sound,
    broken: strays.map(([demand]) => demand),
  });
  for (const [index, [, ...keys]] of strays.entries()) {
    const names = keys.flatMap((key) => [key.replace(/^.*[:#]/, ""), TERMS[key] ?? []].flat());
    const term = String(problems[index]?.["term"]);
    const isNamed = names.some((name) => term.replace(/^.*[:#/]/, "") === name);
    t.that(isNamed, `the term ${names.join(" or ")} named in \`term\``, term);
  }
}
