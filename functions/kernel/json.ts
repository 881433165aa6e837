// Strict JSON: refuses what JSON.parse would quietly repair (duplicate names, lone surrogates, rounded numbers), by line.
import { type JSONVisitor, visit } from "jsonc-parser";
import { isExact } from "./number.ts";
import { type Result, ok, refused } from "./result.ts";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export type JsonRefusal =
  | { code: "malformed-json"; line: number; reason: string }
  | { code: "duplicate-name"; line: number; name: string }
  | { code: "too-deep"; line: number; limit: number };

/** More objects, arrays and simple values than the reader was told to take, or more statements. */
export type TooLarge = { code: "graph-too-large"; limit: number };

/** Nesting beyond this is refused: no manifest needs it, and recursive readers would run out of stack. */
export const MAX_DEPTH = 64;

class Stop extends Error {
  readonly refusal: JsonRefusal | TooLarge;
  constructor(refusal: JsonRefusal | TooLarge) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Reads one JSON text (RFC 8259; names must be unique as RFC 7493 §2.3 asks).
 * Refuses with the line, counted from 1; where `most` is given, more values than that, as soon as they are counted.
 */
export function parseJson(text: string): Result<Json, JsonRefusal>;
export function parseJson(text: string, most: number): Result<Json, JsonRefusal | TooLarge>;
export function parseJson(text: string, most = Infinity): Result<Json, JsonRefusal | TooLarge> {
  // A text has fewer values than characters; one that may have too many is counted before anything is made of it.
  const look = text.length <= most ? lookOver(text) : "spaced";
  const value = look === "dense" ? attempt(text) : undefined;
  if (value !== undefined && isPlain(text, value)) return ok(value);
  try {
    visit(text, watch(text, most), { disallowComments: true });
    return ok(value ?? (JSON.parse(text) as Json));
  } catch (error) {
    if (error instanceof Stop) return refused(error.refusal);
    return refused({ code: "malformed-json", line: lineOf(error, text), reason: "not JSON" });
  }
}

function attempt(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * Whether a text is spelled as `JSON.stringify` spells it: then it has each name once and each number in full. To see
 * that takes a fraction of the time of looking at every token.
 */
function isPlain(text: string, value: Json): boolean {
  return !text.includes("__proto__") && !text.includes("\\ud") && JSON.stringify(value) === text;
}

/** Whether a JSON text nests too deeply, or else has white space between its tokens; says nothing of other texts. */
function lookOver(text: string): "deep" | "spaced" | "dense" {
  let depth = 0;
  let isText = false;
  let isDense = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isText = !isText;
    else if (isText) at += code === BACKSLASH ? 1 : 0;
    else if (code <= SPACE) isDense = false;
    // Brackets and braces differ in one bit.
    else if ((code | 0x20) === OPENS && ++depth > MAX_DEPTH) return "deep";
    else if ((code | 0x20) === CLOSES) depth--;
  }
  return isDense ? "dense" : "spaced";
}

const [QUOTE, BACKSLASH, SPACE = 0, OPENS, CLOSES] = ['"', "\\", " ", "{", "}"].map((one) =>
  one.charCodeAt(0),
);

function watch(text: string, most: number): JSONVisitor {
  const names: Set<string>[] = [];
  let depth = 0;
  let values = 0;
  const count = () => {
    if (++values > most) throw new Stop({ code: "graph-too-large", limit: most });
  };
  const malformed = (line: number, reason: string) =>
    new Stop({ code: "malformed-json", line: line + 1, reason });
  const deeper = (line: number) => {
    count();
    if (++depth > MAX_DEPTH) throw new Stop({ code: "too-deep", line: line + 1, limit: MAX_DEPTH });
  };
  return {
    onObjectBegin(_offset, _length, line) {
      deeper(line);
      names.push(new Set());
    },
    onObjectProperty(name, _offset, _length, line) {
      if (!name.isWellFormed()) throw malformed(line, HALF_A_PAIR);
      // As a member of an object this name would set its prototype and vanish.
      if (name === "__proto__") throw malformed(line, "the name __proto__ is not accepted");
      const known = names.at(-1);
      if (known?.has(name))
        throw new Stop({ code: "duplicate-name", line: line + 1, name: name.slice(0, 100) });
      known?.add(name);
    },
    onObjectEnd() {
      depth--;
      names.pop();
    },
    onArrayBegin(_offset, _length, line) {
      deeper(line);
    },
    onArrayEnd() {
      depth--;
    },
    onLiteralValue(value, offset, length, line) {
      count();
      if (typeof value === "string" && !value.isWellFormed()) throw malformed(line, HALF_A_PAIR);
      if (typeof value === "number" && !isExact(text.slice(offset, offset + length), value))
        throw malformed(line, "a number has more digits than JSON readers keep: write it as a string");
    },
    onError(_error, _offset, _length, line) {
      throw malformed(line, "not JSON");
    },
  };
}

const HALF_A_PAIR = "a string holds half of a surrogate pair";

/** V8 names a position in the message of its SyntaxError; the line follows from it. */
function lineOf(error: unknown, text: string): number {
  const position = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position ? text.slice(0, Number(position)).split("\n").length : 1;
}

/** The one spelling of RFC 8785, for JSON that was read strictly. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`).join(",")}}`;
}

/** Whether JSON is an object, and neither null nor an array. */
export function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
