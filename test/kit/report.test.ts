// The reports: complete, well-formed whatever a target sends, and without the operator's token.
import { expect, test } from "vitest";
import { Parser, Store } from "n3";
import { earl } from "../conformance/report/earl.ts";
import { htmlFiles } from "../conformance/report/html.ts";
import { json } from "../conformance/report/json.ts";
import { junit } from "../conformance/report/junit.ts";
import { type Report, isClean } from "../conformance/report/report.ts";
import { summary } from "../conformance/report/terminal.ts";
import { readStatements } from "../conformance/statements.ts";
import { ORIGIN, examine, json as answer, made, statements, target } from "./target.ts";

const TOKEN = "top-secret-token";
/** What a hostile target would send to break a report. */
const NASTY = 'x" . <script>alert(1)</script> ]]> \u0000 \\ \n é';
const NODE = { role: ["provider", NASTY], feature: ["core"] };
const EARL = "http://www.w3.org/ns/earl#";

const cases = [
  made("a/passed", async () => undefined),
  made("a/failed", async (t) => {
    await t.get("/x", { ...t.operator(), accept: "text/plain" });
    t.fail("something <else>", NASTY);
  }),
  made("b/error", () => Promise.reject(new Error(`broke at ${NASTY}`))),
  made("b/inapplicable", async () => undefined, { role: "catalogue" }),
];
const send = target({ "/.well-known/mpli": answer(200, NODE), "/x": answer(200, { said: NASTY }) });
const { declared, results } = await examine(cases, send, { token: TOKEN });
const started = new Date("2026-11-01T12:00:00Z");
const report: Report = { target: ORIGIN, started, declared, results, statements, kit: "1.2.3", spec: "0.1" };
const texts = [earl, junit, json, summary]
  .map((form) => form(report))
  .concat(htmlFiles(report).map(([, text]) => text));

test("no report carries the operator's token", () => {
  expect(results[1]?.exchanges[0]?.sent.headers["authorization"]).toContain(TOKEN);
  for (const text of texts) expect(text).not.toContain(TOKEN);
});

test("the terminal shows of a failure the statement, what was expected, what came and the exchange", () => {
  const text = summary(report);
  for (const part of [
    "MPLI-X-001  A Node MUST <do> it.",
    "something <else>",
    "> GET https://target.example/x",
    "< 200",
  ])
    expect(text).toContain(part);
  expect(text).toContain("1 cases failed, the kit broke in 1.");
});

test("EARL is Turtle with one assertion a case, and a fault of the kit is no verdict", () => {
  const graph = new Store(new Parser().parse(earl(report)));
  expect(graph.getSubjects(null, `${EARL}Assertion`, null)).toHaveLength(cases.length);
  const said = graph.getObjects(null, `${EARL}outcome`, null).map(({ value }) => value.slice(EARL.length));
  expect(said.sort()).toEqual(["failed", "inapplicable", "passed", "untested"]);
});

test("JUnit and HTML keep what a target sent as text", () => {
  for (const text of [junit(report), ...htmlFiles(report).map(([, html]) => html)]) {
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("\u0000");
    expect(text).toContain("&lt;script&gt;");
  }
  expect(junit(report)).toContain('tests="4" failures="1" errors="1"');
});

test("JSON says for programs what happened", () => {
  const body = JSON.parse(json(report)) as {
    clean: boolean;
    counts: object;
    cases: { case: string; outcome: string }[];
  };
  expect(body.clean).toBe(false);
  expect(body.counts).toMatchObject({ passed: 1, failed: 1, error: 1, inapplicable: 1 });
  expect(body.cases.map(({ outcome }) => outcome)).toEqual(["passed", "failed", "error", "inapplicable"]);
});

test("a report is clean when something passed and nothing failed or broke", () => {
  const only = (...wanted: string[]) => ({
    ...report,
    results: results.filter(({ outcome }) => wanted.includes(outcome)),
  });
  expect(isClean(only("passed", "inapplicable"))).toBe(true);
  expect(isClean(only("passed", "failed"))).toBe(false);
  expect(isClean(only("passed", "error"))).toBe(false);
  expect(isClean(only("inapplicable"))).toBe(false);
});

test("the statements of the specification are read with level, subject and text", async () => {
  const all = await readStatements();
  expect(all.get("MPLI-DISC-002")).toMatchObject({
    level: "MUSTNOT",
    subject: "Provider",
    feature: "core",
    chapter: "discovery",
  });
});
