// Patterns: what they match, what is refused, and that none can stall the node.
import { describe, expect, it } from "vitest";
import { compilePattern } from "../../functions/compatibility/demand/pattern.ts";

const matches = (pattern: string, text: string) => {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(`${pattern} is refused: ${compiled.refusal.problem}`);
  return compiled.value(text);
};

describe("a pattern", () => {
  const alphabet = [
    "",
    "a",
    "b",
    "ab",
    "ba",
    "aab",
    "abb",
    "a1",
    "a.b",
    "A",
    "aXb",
    "aaaa",
    "ä",
    "a\nb",
    "a-b",
    "1",
  ];
  const patterns = [
    "a",
    "^a",
    "a$",
    "^a$",
    "^$",
    "",
    ".",
    "a.b",
    "a\\.b",
    "a|b",
    "^(a|b)+$",
    "^(?:ab)?$",
    "^a*b?$",
    "^a{2}b$",
    "^a{2,}$",
    "^a{0,1}b{1,2}$",
    "[ab]",
    "^[^ab]$",
    "^[a-c]+$",
    "[a\\-]b",
    "^\\w+$",
    "\\d",
    "\\s",
    "^\\S*$",
    "(a|ab)(b|bb)$",
    "^(|a)b",
    "()*a",
    "(a*)*b",
  ];
  it.each(patterns)("%s agrees with the platform's expressions", (pattern) => {
    for (const text of alphabet)
      expect(matches(pattern, text), JSON.stringify(text)).toBe(new RegExp(pattern, "u").test(text));
  });

  it.each([
    "(?=a)",
    "(a)\\1",
    "(a",
    "a)",
    "*a",
    "a{3,1}",
    "[]",
    "[z-a]",
    "a".repeat(201),
    "((a{99}){99}){99}",
  ])("%s is refused by name", (pattern) => {
    expect(compilePattern(pattern)).toMatchObject({
      ok: false,
      refusal: { code: "unsupported-pattern", pattern: pattern.slice(0, 200) },
    });
  });

  it("takes time in proportion to the text, whatever it is", () => {
    const started = performance.now();
    expect(matches("^(a+)+$", `${"a".repeat(200)}!`)).toBe(false);
    expect(matches("^(a|aa)*(a|aa)*(a|aa)*$", `${"a".repeat(200)}!`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
