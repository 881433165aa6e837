// Text patterns (`matches`, sh:pattern) in linear time: a stranger's pattern must not be able to stall the node.
import { type Result, ok, refused } from "../kernel/result.ts";
import { Automaton, type Node, statesOf } from "./automaton.ts";

export type PatternRefusal = { code: "unsupported-pattern"; pattern: string; at: number };

/** Whether a text contains a match of the pattern (as XPath fn:matches and sh:pattern: unanchored unless ^ or $). */
export type Pattern = (text: string) => boolean;

const MAX_PATTERN = 200;
const MAX_STATES = 512;
/** Only the beginning of a longer text is looked at. */
const MAX_TEXT = 256;

class Unsupported extends Error {}

/**
 * Compiles the safe part of XPath regular expressions: literals, `.`, classes, `\d \w \s`, groups, `|`, `* + ? {m,n}`,
 * `^` and `$`; case counts. Back-references, look-around and lazy quantifiers are refused with their position.
 */
export function compilePattern(pattern: string): Result<Pattern, PatternRefusal> {
  const reader = { chars: [...pattern], at: 0 };
  try {
    if (reader.chars.length > MAX_PATTERN) throw new Unsupported();
    const tree = choice(reader);
    if (reader.at < reader.chars.length) throw new Unsupported();
    if (statesOf(tree) > MAX_STATES) throw new Unsupported();
    const automaton = new Automaton(tree);
    return ok((text) => automaton.isFoundIn(Array.from(text.slice(0, MAX_TEXT))));
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return refused({ code: "unsupported-pattern", pattern: pattern.slice(0, MAX_PATTERN), at: reader.at });
  }
}

interface Reader {
  readonly chars: readonly string[];
  at: number;
}

function choice(reader: Reader): Node {
  const parts = [sequence(reader)];
  while (take(reader, "|")) parts.push(sequence(reader));
  return { kind: "choice", parts };
}

function sequence(reader: Reader): Node {
  const parts: Node[] = [];
  for (
    let next = reader.chars[reader.at];
    next !== undefined && !"|)".includes(next);
    next = reader.chars[reader.at]
  )
    parts.push(quantified(reader));
  return { kind: "sequence", parts };
}

function quantified(reader: Reader): Node {
  const part = single(reader);
  const [min, max] = quantifier(reader);
  if (min === 1 && max === 1) return part;
  if ("?*+{".includes(reader.chars[reader.at] ?? " ")) throw new Unsupported();
  return { kind: "repeat", part, min, max };
}

function quantifier(reader: Reader): [min: number, max: number] {
  if (take(reader, "?")) return [0, 1];
  if (take(reader, "*")) return [0, Infinity];
  if (take(reader, "+")) return [1, Infinity];
  const braces = /^\{(\d{1,3})(,(\d{0,3}))?\}/.exec(reader.chars.slice(reader.at, reader.at + 10).join(""));
  if (!braces) return [1, 1];
  const min = Number(braces[1]);
  const max = braces[2] === undefined ? min : braces[3] ? Number(braces[3]) : Infinity;
  if (max < min) throw new Unsupported();
  reader.at += braces[0].length;
  return [min, max];
}

function single(reader: Reader): Node {
  const char = reader.chars[reader.at] ?? "";
  if ("?*+{}])".includes(char)) throw new Unsupported();
  reader.at += 1;
  switch (char) {
    case "(":
      return group(reader);
    case "[":
      return { kind: "set", accepts: charClass(reader) };
    case "^":
      return { kind: "start" };
    case "$":
      return { kind: "end" };
    case ".":
      return { kind: "set", accepts: (c) => c !== "\n" && c !== "\r" };
    case "\\":
      return { kind: "set", accepts: escape(reader) };
    default:
      return { kind: "set", accepts: (c) => c === char };
  }
}

function group(reader: Reader): Node {
  if (take(reader, "?") && !take(reader, ":")) throw new Unsupported();
  const inner = choice(reader);
  if (!take(reader, ")")) throw new Unsupported();
  return inner;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  d: /^\p{Nd}$/u,
  D: /^\P{Nd}$/u,
  w: /^[^\p{P}\p{Z}\p{C}]$/u,
  W: /^[\p{P}\p{Z}\p{C}]$/u,
  s: /^[ \t\n\r]$/,
  S: /^[^ \t\n\r]$/u,
};
const CONTROL: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function escape(reader: Reader): (char: string) => boolean {
  const name = reader.chars[reader.at] ?? "";
  const named = CLASSES[name];
  const literal = CONTROL[name] ?? (/^[\\|.\-^?*+{}()[\]$/]$/.test(name) ? name : undefined);
  if (!named && literal === undefined) throw new Unsupported();
  reader.at += 1;
  return named ? (char) => named.test(char) : (char) => char === literal;
}

function charClass(reader: Reader): (char: string) => boolean {
  const isNegated = take(reader, "^");
  const tests: ((char: string) => boolean)[] = [];
  while (!take(reader, "]")) {
    const from = reader.chars[reader.at++];
    if (from === undefined || from === "[") throw new Unsupported();
    const to = reader.chars[reader.at + 1];
    if (from === "\\") tests.push(escape(reader));
    else if (reader.chars[reader.at] === "-" && to !== undefined && to !== "]")
      tests.push(range(reader, from, to));
    else tests.push((char) => char === from);
  }
  if (tests.length === 0) throw new Unsupported();
  return (char) => tests.some((test) => test(char)) !== isNegated;
}

function range(reader: Reader, from: string, to: string): (char: string) => boolean {
  const [low = 0, high = 0] = [from.codePointAt(0), to.codePointAt(0)];
  if (to === "\\" || to === "[" || high < low) throw new Unsupported();
  reader.at += 2;
  return (char) => {
    const point = char.codePointAt(0) ?? 0;
    return low <= point && point <= high;
  };
}

function take(reader: Reader, char: string): boolean {
  if (reader.chars[reader.at] !== char) return false;
  reader.at += 1;
  return true;
}
