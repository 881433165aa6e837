// Faults of judgement: another demand that is heard, other facts under the rules, other outcomes in the report.
import type { Row } from "../../functions/compatibility/ports.ts";
import { hearing, on, reporting } from "./faults.ts";
import { knowing } from "./knowing.ts";
import type { Spoil } from "./mutant.ts";

export { knowing };

export type Json = { [name: string]: unknown };

/** A requirement on an offer, as the report states it. */
export interface Finding {
  readonly strength: string;
  readonly on: string;
  readonly outcome: string;
  readonly reason: string;
  readonly expected: Readonly<Record<string, string | readonly string[]>>;
  readonly found: readonly string[];
}

/** A result of the report. */
export interface Result {
  verdict: string;
  requirements: Finding[];
  readonly offer: string;
  readonly obstacles: readonly { readonly reason: string; readonly outcome: string }[];
}

/** Reads the values of stated facts otherwise; undefined loses one. */
export function stating(change: (value: string, row: Row) => string | undefined): Spoil {
  return knowing({
    rows: (all) =>
      all.flatMap((row) => {
        if (!row["value"]) return [row];
        const value = change(row["value"].value, row);
        return value === undefined ? [] : [{ ...row, value: { ...row["value"], value } }];
      }),
  });
}

/** Hears another demand than was sent, where it was sent as sound JSON. */
export function hearingDemands(change: (demand: Json) => void): Spoil {
  return hearing(on("/matches", "POST"), (text) => {
    if (!text.startsWith("{") || text.includes("\ufffd")) return text;
    try {
      const demand = JSON.parse(text) as Json;
      const before = JSON.stringify(demand);
      change(demand);
      const after = JSON.stringify(demand);
      return after === before ? text : after;
    } catch {
      return text;
    }
  });
}

/** Hears other requirements. */
export function hearingRequirements(
  change: (requirement: Json, strength: "must" | "should", demand: Json) => Json,
): Spoil {
  return hearingDemands((demand) => {
    for (const component of [demand["component"] ?? []].flat() as Json[])
      for (const strength of ["must", "should"] as const)
        if (Array.isArray(component[strength]))
          component[strength] = (component[strength] as Json[]).map((one) => change(one, strength, demand));
  });
}

/** Gives a requirement the outcome that `judge` names, where it names one; the verdict follows. Compounds have no bounds. */
export function judging(judge: (finding: Finding, result: Result) => string | undefined): Spoil {
  return reportingResults((result) => {
    result.requirements = result.requirements.map((one) => ({
      ...one,
      outcome: judge({ ...one, expected: one.expected ?? {} }, result) ?? one.outcome,
    }));
    const musts = result.requirements.filter(({ strength }) => strength === "must");
    const outcomes = [...musts, ...result.obstacles].map(({ outcome }) => outcome);
    if (outcomes.includes("violated")) result.verdict = "incompatible";
    else if (outcomes.includes("unknown")) result.verdict = "undetermined";
    else result.verdict = "compatible";
  });
}

/** Changes each result of the report. */
export function reportingResults(change: (result: Result) => void): Spoil {
  return reporting((report) => {
    for (const component of report["component"] as { results: Result[] }[]) component.results.forEach(change);
  });
}

/** Takes what it should refuse with this code, where its problem document tells that it is this. */
export function takingWhere(code: string, where: (problem: Json) => boolean): Spoil {
  return {
    async answers(answer) {
      if (answer.headers.get("content-type") !== "application/problem+json") return answer;
      const problem = (await answer.clone().json()) as Json;
      return problem["code"] === code && where(problem) ? Response.json({}) : answer;
    },
  };
}
