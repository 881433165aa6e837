// The report for programs.
import { citedBy } from "../statements.ts";
import { type Report, count, isClean } from "./report.ts";
import { transcript } from "./transcript.ts";

/** One JSON object: what was examined, the counts, and every case with its outcome. */
export function json(report: Report): string {
  const { target, started, declared, results, kit, spec } = report;
  const body = {
    target,
    started: started.toISOString(),
    kit,
    spec,
    roles: [...declared.roles],
    features: [...declared.features],
    ...(declared.problem ? { problem: declared.problem } : {}),
    ...(report.stopped ? { stopped: report.stopped } : {}),
    clean: isClean(report),
    counts: count(results),
    cases: results.map(({ case: one, outcome, expected, came, reason, milliseconds, exchanges }) => ({
      case: one.id,
      title: one.title,
      statements: citedBy(one),
      outcome,
      expected,
      came,
      reason,
      milliseconds,
      ...(outcome === "failed" || outcome === "error" ? { transcript: transcript(exchanges) } : {}),
    })),
  };
  return JSON.stringify(body, null, 2);
}
