// The text of the specification holds together: keywords, links, terms, features, codes; and each check finds its fault.
import { readFileSync } from "node:fs";
import { Parser } from "n3";
import { describe, expect, test } from "vitest";
import { CODES } from "../../functions/codes.ts";
import { ORDER } from "../../site/src/spec/order.ts";
import { readChapters, readRetired } from "../../spec/tools/chapters.ts";
import { type Chapter, readStatements } from "../../spec/tools/statements.ts";
import {
  codeFaults,
  codesListed,
  deadLinks,
  featureFaults,
  historyFaults,
  looseLists,
  unknownTerms,
} from "./text.ts";

const NAMESPACE = "https://w3id.org/mpli/ns#";

const chapters = readChapters();
const { statements, faults } = readStatements(chapters, readRetired());
const textOf = (name: string) => chapters.find((chapter) => chapter.name === name)?.text ?? "";
const vocabulary = new Set(
  new Parser()
    .parse(readFileSync("schemas/vocab/mpli.ttl", "utf8"))
    .flatMap(({ subject }) =>
      subject.value.startsWith(NAMESPACE) ? [subject.value.slice(NAMESPACE.length)] : [],
    ),
);
const codes = new Map(
  CODES.map(({ code, rows }) => [code as string, rows.flatMap(({ status }) => status ?? [])]),
);

/** The chapters, with `from` replaced in the first that has it. */
function planted(from: string, to: string): Chapter[] {
  const home = chapters.find(({ text }) => text.includes(from));
  if (!home) throw new Error(`no chapter has ${from}`);
  return chapters.map((chapter) =>
    chapter === home ? { ...chapter, text: chapter.text.replace(from, to) } : chapter,
  );
}

test("keywords stand in statements only, one in each", () => expect(faults).toEqual([]));

test("links between chapters lead somewhere", () => expect(deadLinks(chapters)).toEqual([]));

test("the vocabulary has every term of it that a chapter names", () => {
  expect(chapters.flatMap((chapter) => unknownTerms(chapter, vocabulary))).toEqual([]);
});

test("the table of features lists those of the statements and no others", () => {
  expect(featureFaults(statements, textOf("conformance"))).toEqual([]);
});

test("the node gives every code that a statement names, with the same status", () => {
  expect(codeFaults(statements, codes)).toEqual([]);
});

test("the table of codes lists every code of a node, with its statuses", () => {
  const given = [...codes].map(([code, statuses]): [string, string] => [
    code,
    [...new Set(statuses)].sort().join(", ") || "harvest",
  ]);
  expect([...codesListed(textOf("protocol"), "### Codes")]).toEqual(given);
});

test("the table of failed harvests lists every code that a harvest leaves", () => {
  const given = CODES.flatMap(({ code, isOfHarvest }) => (isOfHarvest ? [code] : []));
  const listed = codesListed(textOf("catalogue"), "### Why a harvest failed");
  expect([...listed.keys()].sort()).toEqual(given);
});

test("What's new covers every statement", () => {
  expect(historyFaults(statements, textOf("whats-new"))).toEqual([]);
});

test("no empty line stands between two statements", () => {
  expect(chapters.flatMap(looseLists)).toEqual([]);
});

test("every chapter has a title, a description, a stage and its place in the order of reading", () => {
  expect(chapters.map(({ name }) => name)).toEqual(ORDER.toSorted());
  for (const { text } of chapters)
    expect(text).toMatch(/^---\ntitle: .+\ndescription: .+\.\nstatus: (draft|candidate|stable|retired)\n/);
});

describe("a fault is found:", () => {
  test("a keyword in capitals outside of a statement", () => {
    const read = readStatements(planted("Anyone can run", "Anyone MAY run"), new Set());
    expect(read.faults).toEqual([expect.stringContaining("MAY stands outside")]);
  });

  test("two keywords in one statement", () => {
    const changed = planted("with its node document,", "with its node document and **MUST** send");
    expect(readStatements(changed, new Set()).faults).toEqual([expect.stringContaining("MPLI-PROT-001")]);
  });

  test.each([
    ["a chapter", "](./stages.md)", "](./stage.md)"],
    ["a heading of another chapter", "./protocol.md#extension-points", "./protocol.md#extensions"],
    ["a statement that is not in the chapter", "./catalogue.md#MPLI-CAT-044", "./catalogue.md#MPLI-PROT-044"],
    ["a heading of the same chapter", "](#limits)", "](#limit)"],
    ["a file without its folder", "](#limits)", "](discovery.md)"],
  ])("a link to %s", (_, from, to) => {
    expect(deadLinks(planted(from, to))).toEqual([expect.stringContaining("leads nowhere")]);
  });

  test.each([
    ["in a fence", "  mpli:engine ", "  mpli:engines "],
    ["in a line", "`mpli:offerCount`", "`mpli:offersCount`"],
    ["as an IRI", "ns#vcpus>", "ns#cpus>"],
  ])("a term that the vocabulary does not have, %s", (_, from, to) => {
    const changed = planted(from, to);
    expect(changed.flatMap((chapter) => unknownTerms(chapter, vocabulary))).toHaveLength(1);
  });

  test("a feature that is not listed, and one that is no more", () => {
    const found = featureFaults(statements, textOf("conformance").replace("| `html` |", "| `pages` |"));
    expect(found).toContainEqual(expect.stringMatching(/^MPLI-DISC-024: html is not listed/));
    expect(found).toContainEqual("pages has no statement");
  });

  test.each([
    ["that no node gives", "code `no-manifest` ", "code `no-manifests` ", "no node gives"],
    ["with another status", "status 415", "status 400", "has status 415"],
    ["without the word for it", "with `several-manifests`", "with `many-manifests`", "no node gives"],
  ])("a code %s", (_, from, to, fault) => {
    const read = readStatements(planted(from, to), new Set());
    expect(codeFaults(read.statements, codes)).toEqual([expect.stringContaining(fault)]);
  });

  test("an empty line between two statements", () => {
    const changed = planted("\n- **MPLI-CAT-002**", "\n\n- **MPLI-CAT-002**");
    expect(changed.flatMap(looseLists)).toEqual([expect.stringContaining("MPLI-CAT-001")]);
  });

  test("a statement that What's new does not mention", () => {
    const whatsNew = textOf("whats-new").replace("MPLI-CAT-001 to 050", "MPLI-CAT-001 to 049");
    expect(historyFaults(statements, whatsNew)).toEqual([expect.stringContaining("MPLI-CAT-050")]);
  });
});
