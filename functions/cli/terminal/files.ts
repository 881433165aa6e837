// Files as a command reads and writes them, and the syntax that a document is in.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type Json, parseJson } from "../../kernel/json.ts";
import { SYNTAXES, SYNTAX_NAMES, type Syntax } from "../../kernel/media.ts";
import { Stop } from "./stop.ts";

export interface TextDocument {
  /** As the reader named it. */
  readonly name: string;
  readonly text: string;
  readonly syntax: Syntax;
}

/** Reads the file, or standard input for `-`. */
export async function readDocument(file: string): Promise<TextDocument> {
  const text = await readTextFile(file);
  return { name: file === "-" ? "standard input" : file, text, syntax: syntaxOfFile(file, text) };
}

/** The text of a file in UTF-8, or of standard input for `-`. */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await (file === "-" ? buffer(process.stdin) : readFile(file)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Stop(
        2,
        `${file} cannot be read: ${reasonOf(error)}. Give the path of a file, or - for standard input.`,
      );
    },
  );
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Stop(2, `${file} is not UTF-8. Save it as UTF-8 text.`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
  EEXIST: "there is such a file already",
  ENOTDIR: "it is in no folder",
};

const reasonOf = ({ code, message }: NodeJS.ErrnoException) => REASONS[code ?? ""] ?? code ?? message;

/** Read as strictly as a node would: what two readers could take for two things is not taken at all. */
export function jsonIn(text: string, file: string): Json {
  const json = parseJson(text);
  if (json.ok) return json.value;
  const { line, code } = json.refusal;
  throw new Stop(2, `${file} is not JSON that is read alike everywhere: ${code} in line ${line}.`);
}

/** Writes the file that --out names; `secret` makes a new one that only its owner can read, and writes over none. */
export async function writeTextFile(file: string, text: string, secret?: "secret"): Promise<void> {
  await writeFile(file, text, secret ? { mode: 0o600, flag: "wx" } : {}).catch(cannotWrite(file));
}

/** Makes the folder that --out names, where it is not there. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(cannotWrite(folder));
}

const cannotWrite = (file: string) => (error: NodeJS.ErrnoException) => {
  throw new Stop(2, `${file} cannot be written: ${reasonOf(error)}. Choose another --out.`);
};

/** By the ending of the name; where that says nothing, by the first character: JSON begins with a bracket. */
function syntaxOfFile(file: string, text: string): Syntax {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  const named = SYNTAX_NAMES.find((name) => SYNTAXES[name].extension === ending);
  if (named) return named;
  return ending === "json" || /^\s*[[{]/.test(text) ? "application/ld+json" : "text/turtle";
}
