// Error codes: every code that a node can say has its page, and no page is about a code that nobody says.
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import errors from "../../schemas/openapi/errors.json" with { type: "json" };
import { CODES } from "../../functions/codes.ts";
import { errorCodes } from "../../schemas/openapi/errors.ts";
import { importsOf } from "../architecture/layers.ts";

/** Codes of results that never leave the node or are a program's own, and of warnings, which are no errors. */
const INSIDE = [
  "access-key-unfit",
  "access-malformed",
  "access-not-for-key",
  "access-too-large",
  "agreement-differs",
  "agreement-lapsed",
  "agreement-malformed",
  "agreement-without-order",
  "another-order",
  "chain-broken",
  "damaged-segment",
  "event-reuse",
  "events-refused",
  "events-unreadable",
  "incomparable-units",
  "malformed",
  "malformed-event",
  "malformed-quantity",
  "malformed-signing-keys",
  "malformed-state-keys",
  "malformed-version",
  "member",
  "not-evaluated",
  "not-the-provider",
  "other-parent",
  "other-provider",
  "quantity-out-of-range",
  "receipt-contradicted",
  "receipt-malformed",
  "receipt-missing",
  "stale-source",
  "unknown-area",
  "unknown-unit",
];

/** What is wrong with a credential is what a verification finds out, and no error. */
const FINDS_FAULTS =
  /^trust\/(?!(?:policy\/)?refusals\.ts|issuing\/|credential\/(?:secured|options)\.ts|types\/check-type\.ts|presentation\/(refusals|presented|asked|dcql)\.ts)/;

const files = globSync("**/*.ts", { cwd: "functions" }).filter(
  (file) => !file.startsWith("cli/") && !FINDS_FAULTS.test(file),
);
const source = (file: string) => readFileSync(`functions/${file}`, "utf8");

test("the codes that have pages are the codes that the program says", () => {
  const said = files
    .filter((file) => !/(^|\/)(explanations?|codes)\.ts$/.test(file))
    .flatMap((file) => [...source(file).matchAll(/\bcode: "([a-z0-9-]+)"/g)].map(([, code = ""]) => code));
  const expected = [...new Set(said)].filter((code) => !INSIDE.includes(code)).sort();
  expect(errors.map(({ code }) => code)).toEqual(expected);
  expect(INSIDE.filter((code) => !said.includes(code))).toEqual([]);
});

test("the list of codes is what the tables say", () => {
  expect(errors).toEqual(JSON.parse(JSON.stringify(errorCodes())));
});

test.each(errors)("$code says what it means, what to do, and of what it gives evidence", (error) => {
  const { code, means, cause, answers, evidence, example, title } = error;
  for (const text of [means, cause, ...answers.map(({ mend }) => mend), ...Object.values(evidence)])
    expect(text).toMatch(/^["`A-Z].*[.]$/s);
  expect(title).toMatch(/^[A-Z].*[^.]$/);
  const shown = Object.keys(example).filter(
    (name) => !["type", "title", "status", "code", "mend"].includes(name),
  );
  // The status of a provider's answer is evidence of a harvest.
  const stated = Object.keys(evidence).filter((name) => name !== "status");
  expect(stated).toEqual(expect.arrayContaining(shown));
  expect(example.code).toBe(code);
});

test("a code is answered by operations, by any of them, or left by a harvest", () => {
  const byNone = CODES.filter(({ code, rows, isOfHarvest }) => {
    const answers = errors.find((each) => each.code === code)?.answers ?? [];
    return !isOfHarvest && rows.length > 0 && answers.every(({ operations }) => operations.length === 0);
  });
  expect(byNone.map(({ code }) => code)).toEqual([
    "internal-error",
    "local-setting",
    "method-not-allowed",
    "not-found",
    "origin-setting",
  ]);
});

test("what only describes the node is in no bundle of it", () => {
  const reached = new Set<string>();
  const queue = ["worker.ts"];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...importsOf(file, source(file)).map(({ to }) => to));
  }
  expect(reached.size).toBeGreaterThan(50);
  const descriptions = [...reached].filter((file) => /(explanations?|operations?|codes)\.ts$/.test(file));
  expect(descriptions).toEqual([]);
});
