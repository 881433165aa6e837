// Text patterns (`matches`, sh:pattern) by RE2, whose time is linear: a stranger's pattern must not stall the node.
import { RE2JS, RE2JSException } from "re2js";
import { type Result, ok, refused } from "../../kernel/result.ts";

export type PatternRefusal = { code: "unsupported-pattern"; pattern: string; problem: string };

/** Whether a text contains a match of the pattern (as XPath fn:matches and sh:pattern: unanchored unless ^ or $). */
export type Pattern = (text: string) => boolean;

const MAX_PATTERN = 200;

/** Compiles a pattern in RE2's syntax; case counts. Back-references and look-around are not part of it. */
export function compilePattern(pattern: string): Result<Pattern, PatternRefusal> {
  const refuse = (problem: string) =>
    refused({ code: "unsupported-pattern", pattern: pattern.slice(0, MAX_PATTERN), problem });
  if (pattern.length > MAX_PATTERN) return refuse(`longer than ${MAX_PATTERN} characters`);
  try {
    const compiled = RE2JS.compile(pattern);
    return ok((text) => compiled.matcher(text).find());
  } catch (error) {
    if (error instanceof RE2JSException) return refuse(error.message.slice(0, 200));
    throw error;
  }
}
