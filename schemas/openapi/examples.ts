// Examples of bodies: files of this repository, as they are.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/**
 * The body that a file shows: the file itself or, of an HTTP message, what follows its first empty line. JSON is
 * parsed, and list entries that stand for others that are left out are left out, too.
 */
export function exampleOf(path: string, media: string): unknown {
  const text = bodyOf(path);
  return /[/+]json$/.test(media) ? whole(JSON.parse(text)) : text;
}

function bodyOf(path: string): string {
  const text = readFileSync(join(ROOT, path), "utf8");
  if (!path.endsWith(".http")) return text;
  const body = text.slice(text.search(/\n\n/) + 2);
  const file = /^< (\S+)\s*$/.exec(body)?.[1];
  return file ? bodyOf(join(dirname(path), file)) : body;
}

const ELLIPSIS = "…";

function whole(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => each !== ELLIPSIS).map(whole);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, whole(inner)]));
}
