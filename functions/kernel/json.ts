// Strict JSON: refuses what JSON.parse would quietly repair (duplicate names, lone surrogates, rounded numbers), by line.
import { type JSONVisitor, visit } from "jsonc-parser";
import { isExact } from "./number.ts";
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
    visit(text, watch(text), { disallowComments: true });
    return ok(JSON.parse(text) as Json);
  } catch (error) {
    if (error instanceof Stop) return refused(error.refusal);
    return refused({ code: "malformed-json", line: lineOf(error, text), reason: "not JSON" });
  }
}

function watch(text: string): JSONVisitor {
  const names: Set<string>[] = [];
  let depth = 0;
  const malformed = (line: number, reason: string) =>
    new Stop({ code: "malformed-json", line: line + 1, reason });
  const deeper = (line: number) => {
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
