// The chapters of the specification and its two lists, as they stand on disk.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Chapter } from "./statements.ts";

const SPEC = join(import.meta.dirname, "..");

export function readChapters(): Chapter[] {
  return readdirSync(SPEC)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => ({ name: file.slice(0, -3), text: readFileSync(join(SPEC, file), "utf8") }));
}

/** Ids that were given once and never come back: one a line. */
export function readRetired(): ReadonlySet<string> {
  return new Set(entries("retired.txt").keys());
}

/** Statements that no test from outside can observe, each with the reason. */
export function readUnobservable(): ReadonlyMap<string, string> {
  return entries("unobservable.txt");
}

function entries(file: string): Map<string, string> {
  const path = join(SPEC, file);
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  return new Map(
    lines
      .filter((line) => line.trim() && !line.startsWith("#"))
      .map((line) => {
        const [id = "", ...reason] = line.trim().split(/\s+/);
        return [id, reason.join(" ")];
      }),
  );
}
