// The examples of the specification: files in spec/examples, and the fences of the chapters that show them. Pure but for reading.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../spec/examples");

/** Names of all example files. */
export const EXAMPLE_FILES: readonly string[] = readdirSync(FOLDER).sort();

/** The text of an example. */
export function example(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

/** A code fence of a chapter. */
export interface Fence {
  readonly language: string;
  /** The file that it shows, as its info string says: ```json file=examples/demand.jsonld */
  readonly file?: string;
  readonly text: string;
  /** Line of the opening mark, from 1. */
  readonly line: number;
}

const OPENING = /^```(\w*)(.*)$/;

export function fencesOf(chapter: string): Fence[] {
  const fences: Fence[] = [];
  let open: { language: string; info: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of chapter.split("\n").entries())
    if (open && line === "```") {
      const file = /(?:^|\s)file=(\S+)/.exec(open.info)?.[1];
      const { language, line: at, lines } = open;
      fences.push({ language, line: at, text: `${lines.join("\n")}\n`, ...(file ? { file } : {}) });
      open = undefined;
    } else if (open) open.lines.push(line);
    else {
      const [, language = "", info] = OPENING.exec(line) ?? [];
      if (info !== undefined) open = { language, info, line: index + 1, lines: [] };
    }
  return fences;
}

/** An HTTP message as the examples write it: first line, fields, and after an empty line the body. */
export interface Message {
  readonly start: string;
  readonly fields: ReadonlyMap<string, string>;
  /** A body of one line `< ./name` is the example of that name. */
  readonly body?: string;
}

export function parseMessage(text: string): Message {
  const [head = "", ...rest] = text.trimEnd().split("\n\n");
  const [start = "", ...fields] = head.split("\n");
  const body = rest.length > 0 ? `${rest.join("\n\n")}\n` : undefined;
  const entries = fields.map((field): [string, string] => {
    const colon = field.indexOf(":");
    if (colon < 1) throw new Error(`no field: ${field}`);
    return [field.slice(0, colon).trim(), field.slice(colon + 1).trim()];
  });
  return { start, fields: new Map(entries), ...(body === undefined ? {} : { body: included(body) }) };
}

/** Name of the example that a body refers to, as REST clients write it. */
export function inclusionIn(body: string): string | undefined {
  return /^< \.\/(\S+)\n?$/.exec(body)?.[1];
}

function included(body: string): string {
  const name = inclusionIn(body);
  return name === undefined ? body : example(name);
}

/** The request of an exchange, `name.request.http`. */
export function requestOf(text: string): Request {
  const { start, fields, body } = parseMessage(text);
  const [method = "", path = "", version] = start.split(" ");
  if (version !== "HTTP/1.1") throw new Error(`no request line: ${start}`);
  const headers = new Headers([...fields]);
  const host = headers.get("host");
  headers.delete("host");
  return new Request(`https://${host}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}
