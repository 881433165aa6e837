// Rows of the public data set, as read from JSON Lines: loosely typed, since every source states something else.
import { type Json, type JsonRefusal, parseJson } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";

export type CloudRow = Readonly<Record<string, Json>>;

export interface CloudRows {
  readonly offers: readonly CloudRow[];
  readonly providers: readonly CloudRow[];
  readonly regions: readonly CloudRow[];
}

export type RowRefusal = { code: "malformed-row"; line: number; reason: string };

/**
 * Reads JSON Lines; blank lines are passed over. Every row must state the members that `keys` names, as text.
 * Errors name the line, counted from 1.
 */
export function readRows(jsonl: string, keys: readonly string[]): Result<CloudRow[], RowRefusal> {
  const rows: CloudRow[] = [];
  for (const [index, line] of jsonl.split("\n").entries()) {
    if (line.trim() === "") continue;
    const row = parseJson(line);
    if (!row.ok) return refused({ code: "malformed-row", line: index + 1, reason: spell(row.refusal) });
    const { value } = row;
    if (value === null || typeof value !== "object" || Array.isArray(value))
      return refused({ code: "malformed-row", line: index + 1, reason: "not a JSON object" });
    const missing = keys.find((key) => textOf(value[key]) === undefined);
    if (missing)
      return refused({ code: "malformed-row", line: index + 1, reason: `${missing} is not stated` });
    rows.push(value);
  }
  return ok(rows);
}

const spell = (refusal: JsonRefusal) =>
  refusal.code === "duplicate-name" ? `${refusal.name} stands there twice` : "not JSON";

/** Members that every row of a file has. */
export const KEYS = {
  offers: ["provider", "category", "sku"],
  providers: ["id"],
  regions: ["provider", "region"],
} as const satisfies Record<keyof CloudRows, readonly string[]>;

/** A text that says something. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** One text or several; what is not text is left out. */
export function textsOf(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => textOf(each) ?? []);
}

/** A member that is an object; otherwise an empty one. */
export function objectOf(value: Json | undefined): CloudRow {
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** What a table has for a word; words are free text, so only the table's own keys count. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** A name as one path segment of an IRI: reversible, so that no two names become one. */
export function slug(name: string): string {
  return encodeURIComponent(name);
}

/** The address of a region, relative to the manifest. */
export function regionAddress(code: string): string {
  return `regions/${slug(code)}`;
}
