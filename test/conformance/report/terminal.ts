// The report for people at a terminal: progress while it runs, then what failed and a table.
import { OUTCOMES, type Outcome } from "../outcome.ts";
import type { CaseResult } from "../run.ts";
import { citedBy } from "../statements.ts";
import { type Report, count, roomsOf, untestedOf } from "./report.ts";
import { transcript } from "./transcript.ts";

/** Most cases fail at the last of their requests; the other reports have more of them. */
const LAST_EXCHANGES = 4;

/** A line that is overwritten on a terminal; elsewhere one line for every fifty cases. */
export function progress(stream: NodeJS.WriteStream) {
  return ({ case: { id } }: CaseResult, done: number, total: number): void => {
    const place = `${String(done).padStart(String(total).length)}/${total}`;
    if (stream.isTTY) stream.write(done === total ? "\r\u001b[K" : `\r\u001b[K${place} ${id.slice(0, 70)}`);
    else if (done % 50 === 0 || done === total) stream.write(`${place} cases\n`);
  };
}

/** Failures with all that is needed to mend them, then the counts of each room. */
export function summary(report: Report): string {
  const { results, target, declared, spec } = report;
  const told = results.filter(({ outcome }) => outcome === "failed" || outcome === "error");
  const advised = results.filter(({ outcome, expected }) => outcome === "cantTell" && expected !== undefined);
  const claims = declared.problem
    ? `its node document says nothing: ${declared.problem}`
    : `${[...declared.roles].join(", ")}; ${[...declared.features].join(", ")}`;
  return [
    ...told.map((result) => failure(result, report)),
    ...(advised.length > 0
      ? [`Recommendations that are not followed:\n${advised.map(advice).join("\n")}`]
      : []),
    ...undecided(results),
    table(results),
    `${target} (${claims}), MPLI ${spec}: ${verdict(report)}`,
  ].join("\n\n");
}

/** What decided nothing, by reason; a run that ends so throughout has shown nothing. */
function undecided(results: readonly CaseResult[]): string[] {
  const open = results.filter(({ outcome, expected }) => outcome === "cantTell" && expected === undefined);
  if (open.length === 0) return [];
  const reasons = [...new Set(open.map(({ reason = "" }) => reason))];
  const lines = reasons.map((reason) => {
    const ids = open.filter((one) => one.reason === reason).map(({ case: { id } }) => id);
    return `  ${ids.join(", ")}\n      ${reason}`;
  });
  return [`Undecided:\n${lines.join("\n")}`];
}

function verdict(report: Report): string {
  const { failed, error, passed } = count(report.results);
  const stopped = report.stopped ? ` The run was stopped: ${report.stopped}.` : "";
  return said() + stopped + untested(report);

  function said(): string {
    if (failed > 0 || error > 0)
      return `${cases(failed)} failed${error > 0 ? `, the kit broke in ${error}` : ""}.`;
    return passed > 0 ? `${cases(passed)} passed, none failed.` : "nothing could be examined.";
  }
}

const cases = (number: number) => `${number} ${number === 1 ? "case" : "cases"}`;

/** What is still to be examined, and how. */
function untested(report: Report): string {
  const reasons = untestedOf(report);
  const all = reasons.reduce((sum, [, number]) => sum + number, 0);
  const lines = reasons.map(([reason, number]) => `\n  ${number}: ${reason}`);
  return all > 0 ? ` ${all} untested because${lines.join("")}` : "";
}

function failure(
  { case: one, outcome, expected, came, reason, exchanges }: CaseResult,
  { statements }: Report,
): string {
  const cited = citedBy(one).map((id) => `  ${id}  ${plain(statements.get(id)?.text ?? "")}`);
  const evidence =
    outcome === "error" ? [`  the kit broke: ${reason}`] : [`  expected  ${expected}`, `  came      ${came}`];
  const wire = transcript(exchanges, LAST_EXCHANGES).replace(/^/gm, "    ");
  return [`${outcome.toUpperCase()}  ${one.id}: ${one.title}`, ...cited, ...evidence, "", wire].join("\n");
}

function advice({ case: one, expected, came }: CaseResult): string {
  return `  ${citedBy(one).join(", ")}  ${one.title}\n      expected ${expected}; came ${came}`;
}

/** Markdown marks are for pages. */
export function plain(text: string): string {
  return text.replace(/\*+/g, "");
}

function table(results: readonly CaseResult[]): string {
  const shown = OUTCOMES.filter((outcome) => results.some((result) => result.outcome === outcome));
  const row = (name: string, counts: Record<Outcome, number>) => [
    name,
    ...shown.map((outcome) => String(counts[outcome])),
  ];
  const rooms = roomsOf(results).map((room) =>
    row(room, count(results.filter((result) => result.case.room === room))),
  );
  const rows = [["", ...shown], ...rooms, row("all", count(results))];
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
