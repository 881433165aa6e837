// Statements, cases and mutants say the same thing; and each check of that is shown to find its fault.
import { describe, expect, test } from "vitest";
import { readChapters, readRetired, readUnobservable } from "../../spec/tools/chapters.ts";
import { requirementsTurtle } from "../../spec/tools/requirements.ts";
import { type Chapter, readStatements } from "../../spec/tools/statements.ts";
import { loadCases } from "../conformance/cases.ts";
import { loadMutants } from "../mutants/all.ts";
import { type Binding, bindingFaults } from "./binding.ts";

const chapters = readChapters();
const retired = readRetired();
const { statements, faults } = readStatements(chapters, retired);
const cases = await loadCases();
const broken = new Set((await loadMutants()).map(({ breaks }) => breaks));
const sound: Binding = { statements, retired, unobservable: readUnobservable(), cases, broken };

const reread = (change: (chapter: Chapter) => string) =>
  readStatements(
    chapters.map((chapter) => ({ name: chapter.name, text: change(chapter) })),
    retired,
  );

test("the chapters have no fault", () => {
  expect(statements.length).toBeGreaterThan(200);
  expect(faults).toEqual([]);
});

test("statements, cases and mutants are bound to each other", () => {
  expect(bindingFaults(sound)).toEqual([]);
});

describe("a fault is found:", () => {
  test("a statement is reworded", () => {
    const reworded = reread(({ text }) =>
      text.replace(
        "**MUST NOT** require authentication to read the manifest",
        "**MUST NOT** ask who reads the manifest",
      ),
    );
    const found = bindingFaults({ ...sound, statements: reworded.statements });
    expect(found).toEqual(
      cases
        .filter(({ requirements }) =>
          requirements.some((reference) => reference.startsWith("MPLI-DISC-002@")),
        )
        .map(({ id }) =>
          expect.stringContaining(`${id} was reviewed against an older text of MPLI-DISC-002`),
        ),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(requirementsTurtle(reworded.statements)).not.toBe(requirementsTurtle(statements));
  });

  test("a case is removed", () => {
    const lonely = cases.find(({ requirements }) =>
      requirements.every(
        (reference) => cases.filter((one) => one.requirements.includes(reference)).length === 1,
      ),
    );
    const found = bindingFaults({ ...sound, cases: cases.filter((one) => one !== lonely) });
    expect(found.join()).toContain(`${lonely?.requirements[0]?.replace(/@.*/, "")} `);
    expect(found.join()).toContain("has no case");
  });

  test("a mutant is removed", () => {
    const found = bindingFaults({ ...sound, broken: new Set([...broken].slice(1)) });
    expect(found).toEqual([expect.stringContaining(`${[...broken][0]} `)]);
  });

  test.each([
    ["a statement that does not exist", "MPLI-DISC-999@00000000", /does not exist/],
    ["a statement that is retired", "MPLI-OLD-001@00000000", /is retired/],
  ])("a case cites %s", (_, reference, fault) => {
    const [first, ...rest] = cases;
    if (!first) throw new Error("there are no cases");
    const citing = { ...first, requirements: [...first.requirements, reference] as const };
    const found = bindingFaults({
      ...sound,
      retired: new Set(["MPLI-OLD-001"]),
      cases: [{ ...citing, requirements: [...citing.requirements] }, ...rest],
    });
    expect(found).toEqual([expect.stringMatching(fault)]);
  });

  test("a mutant breaks a statement that does not exist", () => {
    const found = bindingFaults({ ...sound, broken: new Set([...broken, "MPLI-DISC-999"]) });
    expect(found).toEqual([expect.stringContaining("MPLI-DISC-999")]);
  });

  test("a statement is called unobservable and has a case", () => {
    const [id = ""] = cases[0]?.requirements[0]?.split("@") ?? [];
    const found = bindingFaults({
      ...sound,
      unobservable: new Map([...sound.unobservable, [id, "hard to see"]]),
    });
    expect(found).toContainEqual(expect.stringContaining("has a case"));
  });

  test("cases accept more than they refuse", () => {
    const accepting = cases.map((one) => ({ ...one, expects: "accept" as const }));
    expect(bindingFaults({ ...sound, cases: accepting })).toEqual([
      expect.stringContaining("more must refuse"),
    ]);
  });

  test.each([
    ["two keywords", "A *Node* **MUST** do this and **MUST** do that.", /exactly one keyword/],
    ["a second keyword in capitals", "A *Node* **MUST** do this and MAY do that.", /second keyword/],
    ["no keyword", "A *Node* does this.", /exactly one keyword/],
    ["two roles", "A *Node* **MUST** tell the *Client*.", /exactly one known role/],
    ["an unknown role", "A *Wizard* **MUST** do this.", /exactly one known role/],
    ["no full stop", "A *Node* **MUST** do this", /full stop/],
  ])("a statement has %s", (_, sentence, fault) => {
    const text = `---\nprefix: MPLI-X\n---\n- **MPLI-X-001** ${sentence} _(feature: core)_\n`;
    const found = readStatements([{ name: "x", text }], new Set());
    expect(found.faults).toEqual([expect.stringMatching(fault)]);
  });

  test.each([
    ["no feature", "- **MPLI-X-001** A *Node* **MUST** do this.", /feature/],
    [
      "the prefix of another chapter",
      "- **MPLI-Y-001** A *Node* **MUST** do this. _(feature: core)_",
      /prefix/,
    ],
    [
      "an id that is retired",
      "- **MPLI-X-009** A *Node* **MUST** do this. _(feature: core)_",
      /never comes back/,
    ],
    ["a keyword outside a statement", "A node MUST do this.", /outside a numbered statement/],
  ])("a chapter has %s", (_, line, fault) => {
    const text = `---\nprefix: MPLI-X\n---\n${line}\n`;
    const found = readStatements([{ name: "x", text }], new Set(["MPLI-X-009"]));
    expect(found.faults).toEqual([expect.stringMatching(fault)]);
  });

  test("an id is given twice", () => {
    const line = "- **MPLI-X-001** A *Node* **MUST** do this. _(feature: core)_\n";
    const found = readStatements(
      [{ name: "x", text: `---\nprefix: MPLI-X\n---\n${line}${line}` }],
      new Set(),
    );
    expect(found.faults).toEqual([expect.stringContaining("given twice")]);
  });
});
