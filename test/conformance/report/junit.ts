// The report for continuous integration: JUnit XML, a suite for each room.
import type { CaseResult } from "../run.ts";
import { citedBy } from "../statements.ts";
import { type Report, count, roomsOf } from "./report.ts";
import { transcript } from "./transcript.ts";
import { escape } from "./escape.ts";

export function junit({ target, started, results }: Report): string {
  const suites = roomsOf(results).map((room) => {
    const members = results.filter((result) => result.case.room === room);
    const { failed, error, passed } = count(members);
    const skipped = members.length - failed - error - passed;
    const attributes = {
      name: room,
      hostname: new URL(target).host,
      timestamp: started.toISOString(),
      tests: members.length,
      failures: failed,
      errors: error,
      skipped,
      time: seconds(members),
    };
    return `  <testsuite${written(attributes)}>\n${members.map(testCase).join("\n")}\n  </testsuite>`;
  });
  const { failed, error } = count(results);
  const all = {
    name: "MPLI conformance",
    tests: results.length,
    failures: failed,
    errors: error,
    time: seconds(results),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${written(all)}>\n${suites.join("\n")}\n</testsuites>\n`;
}

function testCase(result: CaseResult): string {
  const { case: one, outcome, expected, came, reason, exchanges } = result;
  const attributes = {
    classname: one.room,
    name: `${one.title} (${citedBy(one).join(", ")})`,
    time: seconds([result]),
  };
  const open = `    <testcase${written(attributes)}`;
  if (outcome === "passed") return `${open}/>`;
  const wire = escape(transcript(exchanges));
  const inner =
    outcome === "failed"
      ? `<failure${written({ message: `expected ${expected}; came ${came}` })}>${wire}</failure>`
      : outcome === "error"
        ? `<error${written({ message: reason ?? "" })}>${wire}</error>`
        : `<skipped${written({ message: `${outcome}: ${reason ?? ""}` })}/>`;
  return `${open}>${inner}</testcase>`;
}

function seconds(results: readonly CaseResult[]): string {
  return (results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(3);
}

function written(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join("");
}
