// Strict JSON: refuses what JSON.parse would quietly repair (duplicate names, lone surrogates) and says on which line.
import { type JSONVisitor, visit } from "jsonc-parser";
import { type Result, ok, refused } from "./result.ts";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export type JsonRefusal =
  | { code: "malformed-json"; line: number; reason: string }
  | { code: "duplicate-name"; line: number; name: string }
  | { code: "too-deep"; line: number; limit: number };

/** Nesting beyond this is refused: no manifest needs it, and recursive readers would run out of stack. */
export const MAX_DEPTH = 64;

class Stop extends Error {
  readonly refusal: JsonRefusal;
  constructor(refusal: JsonRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Reads one JSON text (RFC 8259; names must be unique as RFC 7493 §2.3 asks).
 * Refuses with the line, counted from 1.
 */
export function parseJson(text: string): Result<Json, JsonRefusal> {
  try {
    visit(text, watch(), { disallowComments: true });
    const value = JSON.parse(text) as Json;
    if (!text.isWellFormed() || hasLoneSurrogate(value))
      return refused({ code: "malformed-json", line: 1, reason: "a string holds half of a surrogate pair" });
    return ok(value);
  } catch (error) {
    if (error instanceof Stop) return refused(error.refusal);
    return refused({ code: "malformed-json", line: lineOf(error, text), reason: "not JSON" });
  }
}

function watch(): JSONVisitor {
  const names: Set<string>[] = [];
  let depth = 0;
  const deeper = (line: number) => {
    if (++depth > MAX_DEPTH) throw new Stop({ code: "too-deep", line: line + 1, limit: MAX_DEPTH });
  };
  return {
    onObjectBegin(_offset, _length, line) {
      deeper(line);
      names.push(new Set());
    },
    onObjectProperty(name, _offset, _length, line) {
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
    onError(_error, _offset, _length, line) {
      throw new Stop({ code: "malformed-json", line: line + 1, reason: "not JSON" });
    },
  };
}

function hasLoneSurrogate(value: Json): boolean {
  if (typeof value === "string") return !value.isWellFormed();
  if (Array.isArray(value)) return value.some(hasLoneSurrogate);
  if (value && typeof value === "object")
    return Object.entries(value).some(([name, inner]) => !name.isWellFormed() || hasLoneSurrogate(inner));
  return false;
}

/** V8 names a position in the message of its SyntaxError; the line follows from it. */
function lineOf(error: unknown, text: string): number {
  const position = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position ? text.slice(0, Number(position)).split("\n").length : 1;
}
