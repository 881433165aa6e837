// The reports: complete, well-formed whatever a target sends, and without the operator's token.
import { expect, test } from "vitest";
import { Parser, Store } from "n3";
import { brief } from "../conformance/http.ts";
import { earl } from "../conformance/report/earl.ts";
import { htmlFiles } from "../conformance/report/html.ts";
import { json } from "../conformance/report/json.ts";
import { junit } from "../conformance/report/junit.ts";
import { type Report, isClean, untestedOf } from "../conformance/report/report.ts";
import { summary } from "../conformance/report/terminal.ts";
import { readStatements } from "../conformance/statements.ts";
import { ORIGIN, examine, json as answer, made, statements, target } from "./target.ts";

const TOKEN = "top-secret/token+ü";
const BASE64 = Buffer.from(TOKEN).toString("base64");
/** Every form in which cases send it, and in which targets send it back. */
const FORMS = [
  TOKEN,
  encodeURIComponent(TOKEN),
  BASE64,
  Buffer.from(TOKEN).toString("base64url"),
  Buffer.from(`operator:${TOKEN}`).toString("base64"),
  Buffer.from(`me:${TOKEN}.`).toString("base64"),
  TOKEN.toUpperCase(),
  JSON.stringify({ token: TOKEN }),
];
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
  made("a/tells", async (t) => {
    const raw = {
      authorization: TOKEN,
      "proxy-authorization": TOKEN,
      cookie: `t=${TOKEN}`,
      "x-api-key": BASE64,
    };
    await t.request(`/x?access_token=${encodeURIComponent(TOKEN)}`, {
      method: "POST",
      headers: raw,
      body: FORMS.join("\n"),
    });
    t.fail(`not ${TOKEN}`, `${FORMS.join(" ")} ${TOKEN.slice(0, -1)}…`);
  }),
  made("b/says-why", (t) => t.cannotTell(`${FORMS.join(" ")}`)),
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
  const bytes = new TextDecoder().decode(results[2]?.exchanges[0]?.sent.body);
  for (const text of [...texts, JSON.stringify(results), bytes]) {
    for (const form of FORMS) expect(text).not.toContain(form);
    // Nor what is left of it where it was cut off, or begins in the middle of a group of Base64.
    for (const rest of ["top-secret", "TOP-SECRET", "secret/", "b3Atc2VjcmV0", "wLXNlY3JldC", "cC1zZWNyZXQ"])
      expect(text).not.toContain(rest);
  }
  expect(texts[0]).toContain("(left out)");
});

test("bytes that are no text are as they were in what is recorded without the token", async () => {
  const body = Uint8Array.from({ length: 256 }, (_, index) => index);
  const path = { "/.well-known/mpli": answer(200, NODE), "/x": { status: 200, headers: {}, body } };
  const reading = made("a/b", async (t) => void (await t.get("/x")));
  const { results: read } = await examine([reading], target(path), { token: TOKEN });
  expect(read[0]?.exchanges[0]?.received).toMatchObject({ body });
});

test("half a character does not make the report unreadable", async () => {
  const cut = made("a/b", (t) => t.fail("a whole character", `\ud83d ${brief("😀".repeat(9), 3)}`));
  const { declared: said, results: one } = await examine([cut]);
  const text = earl({ ...report, name: "\udc00", declared: said, results: one });
  expect(text).not.toMatch(/\\u[dD][89a-fA-F]/);
  expect(() => new Parser().parse(text)).not.toThrow();
});

test("what could not be run is told with its reason, and apart from what was not asked for", async () => {
  const asked = [
    made("a/b", async () => undefined),
    made("a/c", (t) => t.untested("give it a key")),
    made("a/d", (t) => t.untested("give it a key")),
    made("a/e", async () => undefined, { feature: "html" }),
  ];
  const both = target({ "/.well-known/mpli": answer(200, { ...NODE, feature: ["core", "html"] }) });
  const { results: some } = await examine(asked, both, { features: ["core"] });
  expect(untestedOf({ results: some })).toEqual([["give it a key", 2]]);
  const told = { ...report, results: some };
  expect(summary(told)).toContain("1 case passed, none failed. 2 untested because\n  2: give it a key");
  expect(htmlFiles(told)[0]?.[1]).toContain("2: give it a key");
});

test("a run that was stopped is not clean, and every form for people and programs says why", () => {
  const stopped = { ...report, results: results.slice(0, 1), stopped: "nobody answers" };
  expect(isClean(stopped)).toBe(false);
  expect(summary(stopped)).toContain("nobody answers");
  expect(json(stopped)).toContain("nobody answers");
  expect(htmlFiles(stopped)[0]?.[1]).toContain("It was not examined as a whole");
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
  expect(text).toContain("2 cases failed, the kit broke in 1.");
});

test("EARL is Turtle with one assertion a case, and a fault of the kit is no verdict", () => {
  const graph = new Store(new Parser().parse(earl(report)));
  expect(graph.getSubjects(null, `${EARL}Assertion`, null)).toHaveLength(cases.length);
  const said = graph.getObjects(null, `${EARL}outcome`, null).map(({ value }) => value.slice(EARL.length));
  expect(said.sort()).toEqual(["cantTell", "failed", "inapplicable", "passed", "untested"]);
});

test("JUnit and HTML keep what a target sent as text", () => {
  for (const text of [junit(report), ...htmlFiles(report).map(([, html]) => html)]) {
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("\u0000");
    expect(text).toContain("&lt;script&gt;");
  }
  expect(junit(report)).toContain('tests="6" failures="2" errors="1"');
});

test("JSON says for programs what happened", () => {
  const body = JSON.parse(json(report)) as {
    clean: boolean;
    counts: object;
    cases: { case: string; outcome: string }[];
  };
  expect(body.clean).toBe(false);
  expect(body.counts).toMatchObject({ passed: 1, failed: 2, error: 1, inapplicable: 1 });
  expect(body.cases.map(({ outcome }) => outcome)).toEqual([
    "passed",
    "failed",
    "failed",
    "cantTell",
    "error",
    "inapplicable",
  ]);
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
