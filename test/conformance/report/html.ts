// The report as pages that need nothing else: one file, every case folded away under its title.
import type { CaseResult } from "../run.ts";
import { OUTCOMES } from "../outcome.ts";
import { citedBy } from "../statements.ts";
import { type Report, count, isClean, roomsOf, untestedOf } from "./report.ts";
import { escape } from "./escape.ts";
import { transcript } from "./transcript.ts";
import { plain } from "./terminal.ts";

/** Names and texts of the files. */
export function htmlFiles(report: Report): [string, string][] {
  return [["index.html", page(report)]];
}

function page(report: Report): string {
  const { target, started, results, declared, spec, kit } = report;
  const counts = count(results);
  const { failed } = counts;
  const missing = untestedOf(report).map(([reason, number]) => `<li>${number}: ${escape(reason)}</li>`);
  const shown = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const rooms = roomsOf(results).map((room) => {
    const members = results.filter((result) => result.case.room === room);
    return `<h2>${escape(room)}</h2>\n${members.map((result) => entry(result, report)).join("\n")}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>MPLI conformance of ${escape(target)}</title>
<style>${STYLE}</style>
<h1>MPLI conformance of ${escape(target)}</h1>
<p class="${isClean(report) ? "passed" : "failed"}"><b>${isClean(report) ? "Nothing declared failed." : failed > 0 ? "It does not conform." : "It was not examined as a whole."}</b></p>
<dl>
<dt>Roles</dt><dd>${escape([...declared.roles].join(", ") || "none")}</dd>
<dt>Features</dt><dd>${escape([...declared.features].join(", ") || "none")}</dd>
<dt>Specification</dt><dd>${escape(spec)}</dd>
<dt>Kit</dt><dd>${escape(kit)}, ${escape(started.toISOString())}</dd>
</dl>
<p>${shown.map((outcome) => `<span class="${outcome}">${counts[outcome]} ${outcome}</span>`).join(" ")}</p>
${missing.length > 0 ? `<p>Untested because</p>\n<ul>${missing.join("")}</ul>` : ""}
${rooms.join("\n")}
</html>
`;
}

function entry(
  { case: one, outcome, expected, came, reason, exchanges }: CaseResult,
  { statements }: Report,
): string {
  const cited = citedBy(one).map(
    (id) => `<li><b>${escape(id)}</b> ${escape(plain(statements.get(id)?.text ?? ""))}</li>`,
  );
  const verdict = [
    ...(expected === undefined
      ? []
      : [`<dt>Expected</dt><dd>${escape(expected)}</dd><dt>Came</dt><dd>${escape(came ?? "")}</dd>`]),
    ...(reason === undefined ? [] : [`<dt>Why</dt><dd>${escape(reason)}</dd>`]),
  ];
  const wire = exchanges.length > 0 ? `<pre>${escape(transcript(exchanges))}</pre>` : "";
  return `<details id="${escape(one.id)}"${outcome === "failed" || outcome === "error" ? " open" : ""}>
<summary><span class="${outcome}">${outcome}</span> ${escape(one.title)}</summary>
<ul>${cited.join("")}</ul>
<dl>${verdict.join("")}<dt>Hunts</dt><dd>${escape(one.hunts)}</dd></dl>${wire}
</details>`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
summary { cursor: pointer; padding: 0.25rem 0; }
dt { font-weight: 600; } dd { margin: 0 0 0.5rem; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #8886; border-radius: 0.4rem; font-size: 0.8rem; }
span { border-radius: 0.3rem; padding: 0.05rem 0.4rem; border: 1px solid #8886; font-size: 0.85rem; }
.passed { border-color: #2a8a4a; } .failed, .error { border-color: #c8324a; }
span.failed, span.error { background: #c8324a; color: white; }`;
