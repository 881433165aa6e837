// Strict JSON: what other readers would repair in silence is refused, with the line to look at.
import { describe, expect, it } from "vitest";
import { MAX_DEPTH, parseJson } from "../../functions/kernel/json.ts";
import { random } from "./random-graph.ts";

const refusalOf = (text: string) => {
  const result = parseJson(text);
  return result.ok ? undefined : result.refusal;
};

describe("a JSON text", () => {
  it.each(["{}", "[]", "0", "-0", '""', "null", " \t\r\n[1]\n", '{"a":{"a":1},"b":[{"a":1},{"a":2}]}'])(
    "%j is read as JSON.parse reads it",
    (text) => {
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    },
  );

  it.each([
    ["", 1],
    ["\n\n{,}", 3],
    ["{\n  'a': 1\n}", 2],
    ["[1,]", 1],
    ["[1]\n[2]", 2],
    ["// no\n{}", 1],
    ["{}\n/* no */", 2],
    ["[NaN]", 1],
    ["[01]", 1],
    ['["\t"]', 1],
    ["\u00a0{}", 1],
  ])("%j is refused at line %i", (text, line) => {
    expect(refusalOf(text)).toMatchObject({ code: "malformed-json", line });
  });
});

describe("depth", () => {
  const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

  it("up to the limit is read", () => {
    expect(parseJson(nested("[", "]", MAX_DEPTH)).ok).toBe(true);
    expect(parseJson(`${'{"a":'.repeat(MAX_DEPTH)}1${"}".repeat(MAX_DEPTH)}`).ok).toBe(true);
    expect(parseJson(`[${"[[[]]],".repeat(1000)}1]`).ok).toBe(true);
  });

  it("beyond it is refused at the line where it begins, however deep it goes on", () => {
    const tooDeep = { code: "too-deep", line: 2, limit: MAX_DEPTH };
    expect(refusalOf(`[\n${nested("[", "]", MAX_DEPTH)}]`)).toEqual(tooDeep);
    expect(refusalOf(`[\n${"[".repeat(1_000_000)}`)).toEqual(tooDeep);
    expect(refusalOf(`[\n${'{"a":['.repeat(500_000)}`)).toEqual(tooDeep);
  });
});

describe("names", () => {
  it("that an object has twice are refused, also when one is escaped", () => {
    expect(refusalOf('{"a": 1,\n "b": 2,\n "a": 3}')).toEqual({ code: "duplicate-name", line: 3, name: "a" });
    expect(refusalOf('[{"a": {"b": 1, "\\u0062": 2}}]')).toEqual({
      code: "duplicate-name",
      line: 1,
      name: "b",
    });
  });

  it("are told short", () => {
    const long = "x".repeat(100_000);
    expect(refusalOf(`{"${long}":1,"${long}":2}`)).toMatchObject({ name: "x".repeat(100) });
  });

  it("that would set a prototype are refused, and others of its methods are names like any other", () => {
    expect(refusalOf('{"__proto__": {}}')).toMatchObject({ code: "malformed-json", line: 1 });
    expect(refusalOf('{\n"\\u005f_proto__": {}}')).toMatchObject({ code: "malformed-json", line: 2 });
    expect(parseJson('{"constructor": 1, "toString": 2, "hasOwnProperty": 3}').ok).toBe(true);
  });
});

describe("half of a surrogate pair", () => {
  it.each(['["\\ud800"]', '["\\udc00\\ud800"]', '{"\\ud800": 1}', '{"a": [{"b": "\\udfff"}]}', '["\ud800"]'])(
    "is refused in %j",
    (text) => {
      expect(refusalOf(`\n${text}`)).toMatchObject({ code: "malformed-json", line: 2 });
    },
  );

  it("beside its other half is a character", () => {
    expect(parseJson('["\\ud83d\\ude00"]')).toEqual({ ok: true, value: ["😀"] });
  });
});

describe("a number", () => {
  it.each([
    "0.1",
    "1e-7",
    "1E+2",
    "1.50",
    "0.30000000000000004",
    "1e21",
    "9007199254740991",
    "-0.0",
    "0e999",
    "1.7976931348623157e308",
    `1${"0".repeat(300)}`,
  ])("%s is kept", (text) => {
    expect(parseJson(`[${text}]`)).toEqual({ ok: true, value: [Number(text)] });
  });

  it.each([
    "9007199254740993",
    "0.1000000000000000055",
    "1e400",
    "-1e400",
    "1e-400",
    "12345678901234567890",
    `0.${"0".repeat(100_000)}1`,
  ])("%s would be rounded, and is refused", (text) => {
    expect(refusalOf(`[\n${text}]`)).toMatchObject({ code: "malformed-json", line: 2 });
  });

  it("of a million digits is refused at once", () => {
    const before = performance.now();
    expect(parseJson(`[1${"0".repeat(500_000)}1${"0".repeat(500_000)}]`).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe("the quick look", () => {
  const SOUND = JSON.stringify({
    a: [1, -0.5, "x", { b: null }],
    b: { a: true, 1: "é" },
    c: "\\ud800 \u2028",
  });
  const PIECES = [
    '"a":1,',
    '"b":',
    "[",
    "]",
    "{}",
    ",",
    '"',
    "\\",
    "\\ud800",
    "\\u0061",
    "__proto__",
    "\ud83d",
  ];
  const NUMBERS = ["0", ".0", "-", "e9", "e400", "12345678901234567890", " "];

  it("finds whatever the long look finds, over 30,000 spoilt texts", () => {
    const next = random(7);
    const below = (limit: number) => Math.floor(next() * limit);
    const codes = new Map<string, number>();
    for (let round = 0; round < 30_000; round++) {
      let text = SOUND;
      for (let left = below(3); left >= 0; left--) {
        const [at, gone] = [below(text.length), below(2) * below(8)];
        const piece = [...PIECES, ...NUMBERS][below(PIECES.length + NUMBERS.length)] ?? "";
        text = text.slice(0, at) + piece + text.slice(at + gone);
      }
      const found = parseJson(text);
      // With a space before it every token is looked at.
      expect(found, text).toEqual(parseJson(` ${text}`));
      const code = found.ok ? "ok" : found.refusal.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].sort()).toEqual(["duplicate-name", "malformed-json", "ok"]);
    expect(codes.get("ok")).toBeGreaterThan(2000);
  });
});
