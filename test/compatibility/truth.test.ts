// The logic of three values, exhaustively: the tables of the chapter as they stand in it, and what they say of more parts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { chooseReason, evaluate, joinReasons } from "../../functions/compatibility/judge/evaluate.ts";
import { verdictOf } from "../../functions/compatibility/judge/judge.ts";
import { REASON_CODES, type Reason, outcomeOf, worst } from "../../functions/compatibility/judge/reasons.ts";
import { NOWHERE } from "../../functions/compatibility/judge/surroundings.ts";
import { OUTCOMES, type Outcome, and, atLeast, not, or } from "../../functions/compatibility/judge/truth.ts";
import type { Stated } from "../../functions/compatibility/judge/values.ts";
import { PLACE, requirement } from "./reading.ts";

const CHAPTER = readFileSync(join(import.meta.dirname, "../../spec/compatibility.md"), "utf8");

/** The rows of the table of the chapter with these columns. */
function table(...columns: readonly string[]): readonly (readonly string[])[] {
  const start = CHAPTER.indexOf(`\n| ${columns.join(" | ")} |\n`);
  if (start < 0) throw new Error(`no table of ${columns.join(", ")}`);
  const [lines = ""] = CHAPTER.slice(start + 1).split("\n\n", 1);
  return lines
    .split("\n")
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const outcome = (cell = ""): Outcome => {
  const found = OUTCOMES.find((each) => each === cell);
  if (!found) throw new Error(`no outcome: ${cell}`);
  return found;
};
const reasonsFor = (wanted: Outcome): readonly Reason[] =>
  REASON_CODES.filter((reason) => outcomeOf(reason) === wanted);
const { condition } = await requirement({ on: "memory", atLeast: "1 GiBy" });
if (condition.kind !== "criterion") throw new Error("not a criterion");
const criterion = condition;

/** Every list of up to `most` outcomes. */
function lists(most: number): readonly (readonly Outcome[])[] {
  const shorter = most > 1 ? lists(most - 1) : [[]];
  const longest = shorter.filter(({ length }) => length === most - 1);
  return [...shorter, ...longest.flatMap((list) => OUTCOMES.map((each) => [...list, each]))];
}

const count = (list: readonly Outcome[], wanted: Outcome) => list.filter((each) => each === wanted).length;

describe("the tables of the chapter", () => {
  const bounds = table("One bound", "Other bound", "Value");
  test.each(bounds)("MPLI-COMP-019: bounds that are %s and %s make a value %s", (one, other, value) => {
    expect(and([outcome(one), outcome(other)])).toBe(value);
    for (const left of reasonsFor(outcome(one)))
      for (const right of reasonsFor(outcome(other))) expect(outcomeOf(worst([left, right]))).toBe(value);
  });

  const alternatives = table("One alternative", "Other alternative", "Requirement");
  test.each(alternatives)(
    "MPLI-COMP-020: alternatives %s and %s make a requirement %s",
    (one, other, value) => {
      expect(or([outcome(one), outcome(other)])).toBe(value);
      for (const left of reasonsFor(outcome(one)))
        for (const right of reasonsFor(outcome(other)))
          expect(outcomeOf(chooseReason(criterion, [left, right]))).toBe(value);
    },
  );

  const joined = table("One part", "Other part", "`anyOf`", "`allOf`");
  test.each(joined)("MPLI-COMP-071: parts %s and %s make anyOf %s and allOf %s", (one, other, any, all) => {
    const parts = [outcome(one), outcome(other)];
    expect([or(parts), and(parts)]).toEqual([any, all]);
    expect(outcomeOf(joinReasons("anyOf", parts))).toBe(any);
    expect(outcomeOf(joinReasons("allOf", parts))).toBe(all);
  });

  test.each(table("Part", "`not`"))("MPLI-COMP-071: a part that is %s makes a not %s", (part, value) => {
    expect(not(outcome(part))).toBe(value);
    expect(outcomeOf(joinReasons("not", [outcome(part)]))).toBe(value);
  });

  const numbers: Readonly<Record<string, readonly number[]>> = {
    none: [0],
    one: [1],
    "one or more": [1, 2, 3],
    "two or more": [2, 3],
    any: [0, 1, 2, 3],
    "none, and others are stated": [0],
  };
  const counted = table("Satisfied alternatives", "Unknown alternatives", "Requirement");
  test.each(counted)("MPLI-COMP-070: of two, %s satisfied and %s unknown make %s", (sure, open, value) => {
    for (const satisfied of numbers[sure ?? ""] ?? [])
      for (const unknown of numbers[open ?? ""] ?? [])
        for (const violated of [1, 2]) {
          const list = [
            ...Array<Outcome>(satisfied).fill("satisfied"),
            ...Array<Outcome>(violated).fill("violated"),
            ...Array<Outcome>(unknown).fill("unknown"),
          ];
          expect(atLeast(2, list)).toBe(value);
        }
  });
  it("MPLI-COMP-070: knows each word of its table for a number", () => {
    for (const [sure = "", open = ""] of counted)
      expect([numbers[sure], numbers[open]]).not.toContain(undefined);
  });

  const verdicts = table("One `must`", "Other `must`", "Prerequisites", "Verdict");
  const prerequisites: Readonly<Record<string, readonly Outcome[]>> = {
    "all met": ["satisfied"],
    "one is unknown, none is violated": ["unknown"],
    "none is violated": ["satisfied", "unknown"],
    "one is violated": ["violated"],
    any: OUTCOMES,
  };
  test.each(verdicts)(
    "MPLI-COMP-023: musts %s and %s, prerequisites of which %s: %s",
    (one, other, rest, verdict) => {
      const fitting = prerequisites[rest ?? ""] ?? [];
      expect(fitting).not.toEqual([]);
      for (const third of fitting) expect(verdictOf([outcome(one), outcome(other), third])).toBe(verdict);
    },
  );

  const absent = table("`absent` of the requirement", "`mpli:absentMeans` of the property", "Outcome");
  test.each(absent)("MPLI-COMP-022: absent %s of a property with %s is %s", async (said, means, value) => {
    const properties = {
      "mpli:unknown": "memory",
      none: "memory",
      "mpli:violated": "certification",
    } as const;
    const named = Object.entries(properties).filter(([meaning]) => means?.includes(meaning));
    expect(named).not.toEqual([]);
    for (const [, on] of named) {
      const bound = on === "memory" ? { atLeast: "1 GiBy" } : { is: "C5" };
      const choice = said === "none" ? {} : { absent: said?.replaceAll("`", "") };
      const { condition: read } = await requirement({ on, ...bound, ...choice });
      expect(read.kind === "criterion" && outcomeOf(chooseReason(read, []))).toBe(value);
    }
  });
});

/** Two names in a cell: "`16.4` and `16`". */
const examples = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
const found = async (written: object, stated: Stated) => {
  const { condition: asked } = await requirement(written);
  return asked.kind === "criterion" ? evaluate(asked, [stated], NOWHERE).outcome : undefined;
};

describe("MPLI-COMP-028: a version that is", () => {
  const operators = ["is", "atLeast", "moreThan", "atMost", "lessThan"] as const;
  const columns = operators.map((operator) => `\`${operator}\``);
  const rows = table("The stated version is", "Example, stated and bound", ...columns);
  test.each(rows)("%s, such as %s, is judged as the row says", async (_, example, ...expected) => {
    const [value = "", bound] = examples(example);
    const outcomes = operators.map((operator) =>
      found({ on: "engineVersion", [operator]: bound }, { type: "literal", value }),
    );
    expect(await Promise.all(outcomes)).toEqual(expected);
  });
});

describe("MPLI-COMP-029: a place that", () => {
  const rows = table("The place", "Example, place and area", "`within`");
  test.each(rows)("%s, such as %s, is judged as the row says", async (_, example, expected) => {
    const names = examples(example);
    const [place, area] = names.length === 2 ? [PLACE + names[0], names[1]] : ["urn:region", names[0]];
    expect(await found({ on: "region", within: area }, { type: "uri", value: place })).toBe(expected);
  });
});

describe("of any number of parts, up to five,", () => {
  const all = lists(5);

  it("all are tried: 3 + 9 + 27 + 81 + 243, and none", () => {
    expect(all.length).toBe(364);
  });

  it("allOf is the worst of them, and anyOf the best", () => {
    const rank = (each: Outcome) => OUTCOMES.indexOf(each);
    for (const list of all.filter(({ length }) => length > 0)) {
      expect(and(list)).toBe(OUTCOMES[Math.min(...list.map(rank))]);
      expect(or(list)).toBe(OUTCOMES[Math.max(...list.map(rank))]);
    }
  });

  it("none are all met, and not one is", () => {
    expect([and([]), or([])]).toEqual(["satisfied", "violated"]);
  });

  it("not turns allOf into anyOf (De Morgan), and itself around", () => {
    for (const list of all) {
      expect(not(and(list))).toBe(or(list.map(not)));
      expect(not(or(list))).toBe(and(list.map(not)));
    }
    for (const each of OUTCOMES) expect(not(not(each))).toBe(each);
  });

  it("so many are met as must be, or can be, or cannot", () => {
    for (const list of all)
      for (const wanted of [1, 2, 3, 4, 5, 6]) {
        const [sure, open] = [count(list, "satisfied"), count(list, "unknown")];
        const expected = sure >= wanted ? "satisfied" : sure + open < wanted ? "violated" : "unknown";
        expect(atLeast(wanted, list)).toBe(expected);
      }
  });

  it("at least one is anyOf", () => {
    for (const list of all) expect(atLeast(1, list)).toBe(or(list));
  });

  it("what could be known of an unknown part never contradicts the outcome", () => {
    const resolutions = (list: readonly Outcome[]): readonly (readonly Outcome[])[] =>
      list.reduce<readonly (readonly Outcome[])[]>(
        (soFar, each) =>
          soFar.flatMap((known) =>
            (each === "unknown" ? (["satisfied", "violated"] as const) : [each]).map((one) => [
              ...known,
              one,
            ]),
          ),
        [[]],
      );
    const rules = [and, or, (list: readonly Outcome[]) => atLeast(2, list)];
    for (const list of lists(4))
      for (const rule of rules) {
        const possible = new Set(resolutions(list).map(rule));
        expect(rule(list)).toBe(possible.size === 1 ? [...possible][0] : "unknown");
      }
  });

  it("values stated at the end of a path count as a count says", () => {
    const reason = { satisfied: "met", violated: "below-minimum", unknown: "too-coarse" } as const;
    for (const list of all.filter(({ length }) => length > 0))
      for (const atLeastCount of [1, 2, 3]) {
        const chosen = chooseReason(
          { ...criterion, atLeastCount },
          list.map((each) => reason[each]),
        );
        expect(outcomeOf(chosen)).toBe(atLeast(atLeastCount, list));
      }
  });
});
